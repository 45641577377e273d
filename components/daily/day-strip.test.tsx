import { describe, expect, test } from "vitest";
import { DayStripReport } from "@/components/reports/day-strip-report";
import { dayOf, eventAt, fullReadings, LAST_DATE, LOCALE, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, stream, twelfths } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { dayStripFrom } from "@/lib/reports/day-strip";
import { clockText, minuteOfClockText } from "./clock-text";
import type { StripDay } from "./strip-words";

function strip(days: readonly StripDay[], ranges: RangeSetChoice = "standard") {
  return (
    <DayStripReport
      days={days}
      ranges={ranges}
      unit="mg/dL"
      words={wordsFor(LOCALE)}
      picker={{
        firstDate: null,
        lastDate: LAST_DATE,
        hrefOf: (date) => `/daily?date=${date}&strip=3`,
        path: "/daily",
      }}
      options={{ stripDays: 3, stripChoices: [1, 3], zone: null, offsets: [0], hrefOf: () => "/daily" }}
      dayHref={(date) => `/daily?date=${date}`}
    />
  );
}

const period = { from: "2026-11-19", to: LAST_DATE, days: 3 } as const;
const freshness = freshAt(NOW);
const { days } = dayStripFrom(
  { series: buildSeries(fullReadings()), period, freshness },
  [eventAt("2026-11-20T07:30:00Z", {})],
  { zone: null },
);

describe("days under one another", () => {
  test("are the days as each is by itself, and each leads there", () => {
    expect(days.map(({ day }) => day)).toEqual(
      ["2026-11-19", "2026-11-20", "2026-11-21"].map((date) =>
        dayOf(fullReadings(), date as typeof LAST_DATE),
      ),
    );
    const html = htmlOf(strip(days));
    for (const { day } of days) expect(html).toContain(`href="/daily?date=${day.date}"`);
    expect(html.match(/<svg[^>]*height="96"/g)).toHaveLength(3);
  });

  test("have what was entered on their own date", () => {
    expect(days.map(({ events }) => events.length)).toEqual([0, 1, 0]);
  });

  test("stand in the table with the same figures as in the drawing", () => {
    const rows = tableRows(htmlOf(strip(days)));
    expect(rows.map(([date]) => date)).toEqual(["Thu, Nov 19", "Fri, Nov 20", "Sat, Nov 21"]);
    // The swing of the fixture: 45 to 275 mg/dL.
    expect(rows[1]?.slice(3, 6)).toEqual(["45", "275", "288"]);
    expect(textOf(strip(days))).toContain(`${rows[1]?.[1]} % in range average ${rows[1]?.[2]} mg/dL`);
  });

  test("in pregnancy have its target range, colours and percentages", () => {
    // Of twelve readings five are from 70 to 180 and six from 63 to 140.
    const series = buildSeries(stream("2026-11-18T00:00:00Z", NOW - 3 * 3_600_000, twelfths));
    const against = (ranges: RangeSetChoice) => {
      const held = dayStripFrom({ series, period, freshness }, [], { zone: null, ranges });
      return strip(held.days, ranges);
    };
    const percents = (ranges: RangeSetChoice) => tableRows(htmlOf(against(ranges))).map(([, share]) => share);
    expect(percents("standard")).toEqual(["42", "42", "42"]);
    expect(percents("pregnancy")).toEqual(["50", "50", "50"]);
    expect(textOf(against("pregnancy"))).toContain("The shaded range is 63–140 mg/dL;");
    expect(htmlOf(against("standard")).match(/<stop /g)).toHaveLength(8);
    // Without an edge at 250.
    expect(htmlOf(against("pregnancy")).match(/<stop /g)).toHaveLength(6);
  });

  test("say of the newest that it is not over", () => {
    expect(textOf(strip(days)).match(/so far/g)).toHaveLength(1);
  });

  test("of 25 hours are drawn to their length and say so", () => {
    const autumn = stream("2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z", 120, {
      offset: (at) => (at < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300),
    });
    const long = dayStripFrom(
      { series: buildSeries(autumn), period: { from: "2026-10-31", to: "2026-11-01", days: 2 }, freshness },
      [],
      { zone: null },
    );
    const html = htmlOf(strip(long.days));
    expect(textOf(strip(long.days))).toContain("25 h: the clock changed");
    // The ordinary day ends at 24 of the 25 hours.
    expect(html).toContain('width="96.00%"');
    expect(html).toContain('width="100.00%"');
  });

  test("without a single reading are no drawing", () => {
    const none = dayStripFrom({ series: buildSeries([]), period, freshness }, [], { zone: null });
    expect(htmlOf(strip(none.days))).not.toContain("<figure");
  });
});

test("a time field and a minute of the day are the same moment", () => {
  expect([clockText(0), clockText(425), clockText(1_439)]).toEqual(["00:00", "07:05", "23:59"]);
  expect(["00:00", "07:05", "23:59"].map(minuteOfClockText)).toEqual([0, 425, 1_439]);
  expect(["", "7:05", "24:00"].map(minuteOfClockText)).toEqual([null, null, null]);
});
