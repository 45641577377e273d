import { describe, expect, test, vi } from "vitest";
import { FIRST_DATE, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import { keyFigures } from "@/lib/glucose/key-figures";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { daySparklines } from "@/lib/glucose/sparkline";
import { freshAt } from "@/lib/glucose/testing/readings";
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

function months(show: "range" | "curves", monthsLeftOut = 0): CalendarContent {
  const input = inputOf(readings);
  const { days, bands, sufficiency, coverage } = keyFigures(input);
  const month = { period, days, bands, verdict: sufficiency.timeInRanges, coverage };
  return { show, months: [month], sparklines: daySparklines(workingsOf(input)), monthsLeftOut };
}

const hours = (value: "mean" | "range"): CalendarContent => ({
  show: "hours",
  value,
  cells: weekdayHours(workingsOf(inputOf(readings))),
});

const report = (content: CalendarContent, locale = "en-US", observed = 1) => (
  <CalendarReport
    content={content}
    period={period}
    observed={observed}
    lastDate={LAST_DATE}
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
    expect(textOf(report(months("range", 7)))).toContain("The 7 months before can be reached");
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

test("without readings there is only the heading: the state says why", () => {
  const text = textOf(report(months("range"), "en-US", 0));
  expect(text).toBe("Calendar Nov 8 – 21, 2026 · 14 days Time in range Curves Hours of the week");
});

test("the calendar speaks Spanish throughout", () => {
  for (const content of [months("range"), months("curves"), hours("mean"), hours("range")])
    expect(textOf(report(content, "es-ES"))).not.toMatch(/\b(the|dates?|readings?|range|average|days?)\b/i);
});
