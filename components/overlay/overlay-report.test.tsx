import { describe, expect, test, vi } from "vitest";
import { overlayTooltip } from "@/components/charts/overlay-tooltip";
import { FIRST_DATE, fullReadings, LAST_DATE, LOCALE, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { egv, freshAt, stream, twelfths, withGap } from "@/lib/glucose/testing/readings";
import { ALL_WEEKDAYS, WEEKEND } from "@/lib/glucose/weekday-sets";
import { wordsFor } from "@/lib/i18n/words";
import { overlayFrom } from "@/lib/reports/overlay";
import { OverlayReport, type OverlayReportProps } from "./overlay-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const period = { from: FIRST_DATE, to: LAST_DATE, days: 14 } as const;

function report(readings: readonly Egv[], more: Partial<OverlayReportProps> = {}) {
  const { weekdays = ALL_WEEKDAYS, ranges = "standard" } = more;
  const input = { series: buildSeries(readings), period, freshness: freshAt(NOW) };
  return (
    <OverlayReport
      {...overlayFrom(input, weekdays, ranges)}
      period={period}
      weekdays={weekdays}
      day={null}
      ranges={ranges}
      reader={{ unit: "mg/dL", words: wordsFor(LOCALE), lastDate: LAST_DATE }}
      hrefOf={({ weekdays: chosen, day }) => `/overlay?w=${chosen.join("")}&day=${day ?? ""}`}
      dailyHref={(date) => `/daily?date=${date}`}
      {...more}
    />
  );
}

describe("days over one another", () => {
  test("are each in the table and in the list, with their own figures", () => {
    const html = htmlOf(report(fullReadings()));
    const rows = tableRows(html);
    expect(rows).toHaveLength(14);
    expect(rows[0]).toEqual(["Sun, Nov 8", "288", "160", "35 %", "45", "275", "100 %"]);
    expect(html.match(/data-cell/g)).toHaveLength(14);
    expect(html).toContain('href="/overlay?w=1234567&amp;day=2026-11-08"');
  });

  test("are told in a sentence to those who do not see the lines", () => {
    expect(textOf(report(fullReadings()))).toContain(
      "14 days. The lowest reading is 45 mg/dL on Sun, Nov 8 at 2:40 AM, the highest 275 mg/dL on Sun, Nov 8 at 2:40 PM.",
    );
  });

  test("say which weekdays are drawn and how many days each weekday would add", () => {
    const text = textOf(report(fullReadings(), { weekdays: WEEKEND }));
    expect(text).toContain("Nov 8 – 21, 2026 · Sunday and Saturday · 4 days with readings");
    const html = htmlOf(report(fullReadings(), { weekdays: WEEKEND }));
    expect(html).toContain("Take away Saturday: 2 days");
    expect(html).toContain("Add Monday: 2 days");
    expect(htmlOf(report(fullReadings()))).toContain("Only Saturday: 2 days");
  });
});

describe("the day that the address brings to the front", () => {
  test("is in words, with a link to its own page, before any script runs", () => {
    const html = htmlOf(report(fullReadings(), { day: "2026-11-18" }));
    expect(html).toContain('href="/daily?date=2026-11-18"');
    expect(html).toContain("<strong>Wed, Nov 18</strong>");
    expect(html).toContain("35 % in range");
  });

  test("is said not to be drawn when it is not", () => {
    const text = textOf(report(fullReadings(), { day: "2026-11-18", weekdays: WEEKEND }));
    expect(text).toContain("Wed, Nov 18 is not among the days drawn here.");
  });
});

describe("against other ranges", () => {
  // Of twelve readings five are from 70 to 180 and six from 63 to 140.
  const readings = stream("2026-11-07T00:00:00Z", NOW - 3 * 3_600_000, twelfths);

  test("days have the time in range of the set wherever it is said", () => {
    for (const [ranges, share] of [
      ["standard", "42 %"],
      ["older", "42 %"],
      ["pregnancy", "50 %"],
    ] as const) {
      const shown = report(readings, { ranges, day: "2026-11-18" });
      expect(tableRows(htmlOf(shown)).map((row) => row[3])).toEqual(Array(14).fill(share));
      expect(textOf(shown)).toContain(`Time in range goes from ${share} on`);
      expect(textOf(shown)).toContain(`Wed, Nov 18 ${share} in range`);
    }
  });

  test("a reading is said to be in its band of the set", () => {
    const points = { date: "2026-11-18", minutes: [0, 5, 10], values: [66, 150, 300], starts: [0] } as const;
    const bands = (ranges: "standard" | "pregnancy") =>
      [0, 1, 2].map(
        (point) =>
          overlayTooltip(points, point, { ranges, unit: "mg/dL", words: wordsFor(LOCALE) })?.band?.label,
      );
    expect(bands("standard")).toEqual(["Low", "In range", "Very high"]);
    expect(bands("pregnancy")).toEqual(["In range", "High", "High"]);
  });
});

describe("what is out of the way", () => {
  test("is said: the day that is not over, readings beyond the sensor, readings left out", () => {
    const low = egv("2026-11-10T12:01:00Z", 39, { status: "low" });
    const text = textOf(report([...fullReadings(), low], { excluded: 12 }));
    expect(text).toContain("Sat, Nov 21 is drawn as far as it is available.");
    expect(text).toContain("On one day glucose was below 40 mg/dL");
    expect(text).toContain("12 readings that were left out are not drawn.");
  });

  test("is a day worn in part, which says so wherever it is named", () => {
    const partly = withGap(fullReadings(), "2026-11-10T04:00:00Z", "2026-11-11T00:00:00Z");
    const html = htmlOf(report(partly));
    expect(html).toContain("worn 16 %");
    expect(html).toMatch(/Tuesday, November 10, 2026: [^<]*sensor active 16 % of the day/);
  });

  test("is a day without readings, which keeps its place in the list", () => {
    const html = htmlOf(report(withGap(fullReadings(), "2026-11-10T00:00:00Z", "2026-11-11T00:00:00Z")));
    expect(html).toContain("Tuesday, November 10, 2026: no readings");
    expect(html.match(/data-cell/g)).toHaveLength(14);
  });
});

test("the page speaks Spanish", () => {
  const reader = { unit: "mg/dL", words: wordsFor("es-MX"), lastDate: LAST_DATE } as const;
  const text = textOf(report(fullReadings(), { reader, day: "2026-11-18" }));
  expect(text).toContain("Días superpuestos");
  expect(text).toContain("35 % en rango");
});

test("the server writes no inline style, which the page's policy would refuse", () => {
  expect(htmlOf(report(fullReadings(), { day: "2026-11-18" }))).not.toMatch(/ style=/);
});
