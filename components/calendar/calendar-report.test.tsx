import { describe, expect, test, vi } from "vitest";
import { FIRST_DATE, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import { heldAgainst, keyFiguresAgainst } from "@/lib/glucose/held-against";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { daySparklines } from "@/lib/glucose/sparkline";
import { freshAt, stream, twelfths } from "@/lib/glucose/testing/readings";
import { weekdayHours } from "@/lib/glucose/weekday-hours";
import { workingsOf } from "@/lib/glucose/workings";
import { wordsFor } from "@/lib/i18n/words";
import { type CalendarContent, CalendarReport } from "./calendar-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const period = { from: FIRST_DATE, to: LAST_DATE, days: 14 };
/** One date of fourteen without any reading, and one with 40 % of them. */
const readings = fullReadings().filter(({ systemTime }) => {
  const day = Math.floor((systemTime - Date.parse(FIRST_DATE)) / DAY_MS);
  const hour = (systemTime % DAY_MS) / 3_600_000;
  return day !== 3 && (day !== 5 || hour < 9.6);
});

const inputOf = (egvs: readonly Egv[]) => ({ series: buildSeries(egvs), period, freshness: freshAt(NOW) });

interface Held {
  readonly egvs?: readonly Egv[];
  readonly ranges?: RangeSetChoice;
  readonly monthsLeftOut?: number;
}

function months(
  show: "range" | "curves",
  { egvs = readings, ranges = "standard", monthsLeftOut = 0 }: Held = {},
): CalendarContent {
  const workings = workingsOf(inputOf(egvs));
  const { days, bands, sufficiency, coverage } = keyFiguresAgainst(workings, RANGE_SETS[ranges]);
  const month = { period, days, bands, verdict: sufficiency.timeInRanges, coverage };
  return { show, months: [month], sparklines: daySparklines(workings), monthsLeftOut };
}

const hours = (
  value: "mean" | "range",
  { egvs = readings, ranges = "standard" }: Held = {},
): CalendarContent => ({
  show: "hours",
  value,
  cells: weekdayHours(heldAgainst(workingsOf(inputOf(egvs)), RANGE_SETS[ranges])),
});

const report = (
  content: CalendarContent,
  locale = "en-US",
  observed = 1,
  ranges: RangeSetChoice = "standard",
) => (
  <CalendarReport
    content={content}
    period={period}
    observed={observed}
    lastDate={LAST_DATE}
    ranges={ranges}
    unit="mg/dL"
    words={wordsFor(locale)}
    dayHref={(date) => `/daily?date=${date}`}
    showHref={({ show, value = "mean" }) => `/calendar?show=${show}&value=${value}`}
  />
);
const labelsIn = (html: string) => [...html.matchAll(/data-name="">([^<]*)</g)].map(([, name = ""]) => name);

describe("the months", () => {
  test.each(["range", "curves"] as const)("name every day and open it, as %s", (show) => {
    const html = htmlOf(report(months(show)));
    const labels = labelsIn(html);
    expect(labels).toHaveLength(14);
    expect(labels[0]).toMatch(
      /^Sunday, November 8, 2026: \d+ % in range, .* sensor active 100 % of the day$/,
    );
    expect(labels[3]).toBe("Wednesday, November 11, 2026: no readings");
    expect(labels[13]).toMatch(/so far$/);
    expect(html.match(/href="\/daily\?date=2026-11-/g)).toHaveLength(14);
    expect(html).not.toMatch(/ style=/);
  });

  test("hatch a day with less than 70 % of its readings and leave an empty day empty", () => {
    const html = htmlOf(report(months("range")));
    // The day and its entry in the legend.
    expect(html.match(/hatched/g)).toHaveLength(2);
    expect(html.match(/<b[^>]*>–<\/b>/g)).toHaveLength(1);
  });

  test("have the same numbers as a table", () => {
    const rows = tableRows(htmlOf(report(months("range"))));
    expect(rows).toHaveLength(14);
    expect(rows[3]).toEqual(["Wednesday, November 11, 2026", "—", "—", "—", "—", "0 %"]);
  });

  test("say in one sentence how many days have readings", () => {
    expect(textOf(report(months("range")))).toContain("13 days have readings.");
  });

  test("say when a long period has more months than are shown", () => {
    expect(textOf(report(months("range", { monthsLeftOut: 7 })))).toContain(
      "The 7 months before can be reached",
    );
    expect(textOf(report(months("range")))).not.toContain("can be reached");
  });
});

describe("the hours of the week", () => {
  test("are 168 named squares, hatched on fewer than three dates", () => {
    const html = htmlOf(report(hours("mean")));
    const labels = labelsIn(html);
    expect(labels).toHaveLength(168);
    expect(labels[0]).toMatch(/^Sunday, 12:00 AM to 1:00 AM: average \d+ mg\/dL, .*, 2 dates$/);
    expect(html.match(/<td[^>]*tabindex="0"/gi)).toHaveLength(1);
    // Every weekday comes twice in fourteen days.
    expect(html.match(/<td[^>]*hatched/g)?.length).toBeGreaterThan(160);
  });

  test("carry a sign beyond the range, so that colour never speaks alone", () => {
    // Each day is lowest at 3 in the morning and highest at 3 in the afternoon.
    const rows = tableRows(htmlOf(report(hours("mean"))));
    expect(rows[3]?.[1]).toMatch(/dates \d+ ▼▼/);
    expect(rows[15]?.[1]).toMatch(/dates \d+ ▲▲/);
    expect(rows[9]?.[1]).toMatch(/dates \d+ 2×/);
  });

  test("can show time in range instead, each way under its own address", () => {
    const html = htmlOf(report(hours("range")));
    expect(labelsIn(html)[0]).toMatch(/% in range, 2 dates$/);
    expect(html).toContain('href="/calendar?show=hours&amp;value=mean"');
  });
});

describe("against other ranges", () => {
  // Of twelve readings 1 is 50, 1 is 60, 3 are 66, 3 are 100, 2 are 150, 1 is 200 and 1 is 300; 109 on average.
  const egvs = stream("2026-11-07T00:00:00Z", NOW - 3 * 3_600_000, twelfths);
  const monthsWith = (ranges: RangeSetChoice, show: "range" | "curves" = "range") =>
    report(months(show, { egvs, ranges }), "en-US", 1, ranges);
  const hoursWith = (ranges: RangeSetChoice, value: "mean" | "range" = "mean") =>
    report(hours(value, { egvs, ranges }), "en-US", 1, ranges);

  test("the days have the shares of the set, and the note names its range", () => {
    expect(tableRows(htmlOf(monthsWith("standard")))[0]?.slice(1, 4)).toEqual(["42 %", "42 %", "17 %"]);
    expect(tableRows(htmlOf(monthsWith("pregnancy")))[0]?.slice(1, 4)).toEqual(["50 %", "17 %", "33 %"]);
    expect(textOf(monthsWith("pregnancy"))).toContain("the share of its readings from 63 to 140 mg/dL.");
    expect(textOf(monthsWith("pregnancy"))).toContain("50 % in range · sensor active");
  });

  test("days are counted by the goal of the set, and by none where it has none", () => {
    const always100 = stream("2026-11-07T00:00:00Z", NOW - 3 * 3_600_000, 100);
    const said = (ranges: RangeSetChoice) =>
      textOf(report(months("range", { egvs: always100, ranges }), "en-US", 1, ranges));
    expect(said("standard")).toContain(
      "14 days have readings. More than 70 % of readings were in range on 14 of them.",
    );
    expect(said("older")).toContain("More than 50 % of readings were in range on 14 of them.");
    expect(said("pregnancy")).toContain("More than 70 % of readings were in range on 14 of them.");
    expect(said("pregnancy-type-2")).toContain("14 days have readings.");
    expect(said("pregnancy-type-2")).not.toContain("More than");
  });

  test("curves have the colours and the target range of the set", () => {
    const html = htmlOf(monthsWith("pregnancy", "curves"));
    expect(html.match(/<stop /g)).toHaveLength(6);
    const targets = (of: string) => new Set(of.match(/<rect[^>]*class="[^"]*target[^"]*"[^>]*>/g));
    expect(targets(html).size).toBe(1);
    expect(targets(html)).not.toEqual(targets(htmlOf(monthsWith("standard", "curves"))));
  });

  test("hours have their legend without the bands that the set lacks", () => {
    const legend = (ranges: RangeSetChoice, unit: "mg/dL" | "mmol/L" = "mg/dL") =>
      [
        ...htmlOf({ ...hoursWith(ranges), props: { ...hoursWith(ranges).props, unit } }).matchAll(
          /aria-hidden="true">[▲▼]*<\/span>([^<]+)<\/li>/g,
        ),
      ]
        .map(([, text]) => text)
        .slice(0, -2);
    const standard = ["above 250", "181–250", "141–180", "70–140", "54–69", "below 54"];
    expect(legend("standard")).toEqual(standard);
    expect(legend("older")).toEqual(standard);
    expect(legend("pregnancy")).toEqual(["above 140", "63–140", "54–62", "below 54"]);
    expect(legend("pregnancy", "mmol/L")).toEqual(["above 7.8", "3.5–7.8", "3.0–3.4", "below 3.0"]);
  });

  test("hours have the shares of the set", () => {
    expect(labelsIn(htmlOf(hoursWith("standard", "range")))[0]).toContain("42 % in range");
    expect(labelsIn(htmlOf(hoursWith("pregnancy", "range")))[0]).toContain("50 % in range");
  });
});

test("without readings there is only the heading: the state says why", () => {
  const text = textOf(report(months("range"), "en-US", 0));
  expect(text).toBe("Calendar Nov 8 – 21, 2026 · 14 days Time in range Curves Hours of the week");
});

test("the calendar speaks Spanish throughout", () => {
  for (const content of [months("range"), months("curves"), hours("mean"), hours("range")])
    expect(textOf(report(content, "es-ES"))).not.toMatch(/\b(the|dates?|readings?|range|average|days?)\b/i);
});
