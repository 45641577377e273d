import { expect, test, vi } from "vitest";
import { LOCALE, WITH_STANDARD } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows } from "@/components/testing/markup";
import { csvOf } from "@/lib/cli/report-csv";
import type { FileReport } from "@/lib/cli/report-file";
import { reportOf } from "@/lib/cli/report-file";
import { jsonOf } from "@/lib/cli/report-json";
import { readReportCommand } from "@/lib/cli/report-options";
import { textOf } from "@/lib/cli/report-text";
import { dayChart } from "@/lib/glucose/day";
import { keyFigures } from "@/lib/glucose/key-figures";
import { periodBefore } from "@/lib/glucose/period";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { summaryAnswerOf } from "@/lib/reports/answers";
import { overviewFrom } from "@/lib/reports/overview";
import { OverviewReport } from "./overview-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

// Fourteen days of readings on and beside the edges, so that whoever counts one of them elsewhere shows another number.
const EDGES = [53, 54, 55, 69, 70, 71, 179, 180, 181, 249, 250, 251];
const BANDS_OF_EDGES = { veryLow: 1, low: 3, target: 4, high: 3, veryHigh: 1 };
const from = Date.parse("2026-03-02T00:00:00Z");
const readings = stream(from, from + 14 * 86_400_000, (at) => EDGES[(at / 300_000) % 12] ?? 0);
const input = { series: buildSeries(readings), period: datesFrom("2026-03-02", 14), freshness: longAfter };
const summary = summarize(input);

const exact = (band: keyof typeof BANDS_OF_EDGES) => (100 * BANDS_OF_EDGES[band]) / 12;
const EXACT = {
  veryLow: exact("veryLow"),
  low: exact("low"),
  target: exact("target"),
  high: exact("high"),
  veryHigh: exact("veryHigh"),
};
/** 8⅓, 25, 33⅓, 25, 8⅓: the one point that rounding down leaves goes to the largest of the equal remainders. */
const WHOLE = { veryLow: 8, low: 25, target: 34, high: 25, veryHigh: 8 };

function fromFile(...format: string[]): FileReport {
  const csv = readings.map(({ systemTime, value }) => `${new Date(systemTime).toISOString()},${value}`);
  const command = readReportCommand(["edges.csv", ...format]);
  if (command === "help") throw new Error("no help was asked for");
  const report = reportOf("edges.csv", ["timestamp,glucose (mg/dL)", ...csv].join("\n"), command);
  if (!report.ok) throw new Error(report.error);
  return report.value;
}

const close = (expected: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(expected).map(([band, percent]) => [band, expect.closeTo(percent, 10)]));

test("every reader of the summary shows the same bands at 54, 70, 180 and 250", () => {
  expect(summary.timeInRanges).toEqual(close(EXACT));
  expect(keyFigures(input).timeInRanges).toEqual(summary.timeInRanges);
  expect(summaryAnswerOf(summary, longAfter).timeInRanges).toEqual(summary.timeInRanges);
  expect(JSON.parse(jsonOf([fromFile()]))).toMatchObject({ timeInRanges: summary.timeInRanges });
  const csv = Object.fromEntries(
    csvOf([fromFile()])
      .split("\r\n")
      .map((line) => line.split(","))
      .filter(([, figure = ""]) => figure.startsWith("timeInRanges."))
      .map(([, figure = "", , value]) => [figure.replace("timeInRanges.", ""), Number(value)]),
  );
  expect(csv).toEqual(summary.timeInRanges);
});

test("every reader that rounds shows the same whole percentages", () => {
  const whole = (bands: readonly { readonly band: string; readonly percent: number }[]) =>
    Object.fromEntries(bands.map(({ band, percent }) => [band, percent]));
  expect(whole(summary.bands)).toEqual(WHOLE);
  expect(whole(summaryAnswerOf(summary, longAfter).bands)).toEqual(WHOLE);
  const page = htmlOf(
    inBrowserWords(
      <OverviewReport
        {...overviewFrom(input, { ...input, period: periodBefore(input.period) })}
        held={WITH_STANDARD}
        unit="mg/dL"
        words={wordsFor(LOCALE)}
        dayHref={() => "/"}
        dailyHref="/"
        calendarHref="/calendar"
        lastDate="2026-11-21"
        patternsHref="/"
      />,
    ),
  );
  expect(
    tableRows(page)
      .slice(0, 5)
      .map(([, percent = ""]) => Number.parseInt(percent, 10)),
  ).toEqual([WHOLE.veryHigh, WHOLE.high, WHOLE.target, WHOLE.low, WHOLE.veryLow]);
});

test("a day's chart puts each reading into the band that the summary counts it in", () => {
  const { points } = dayChart({ series: input.series, date: "2026-03-02", freshness: longAfter });
  const counts = Object.entries(Object.groupBy(points, ({ band }) => band)).map(([band, of]) => [
    band,
    (12 * of.length) / points.length,
  ]);
  expect(Object.fromEntries(counts)).toEqual(BANDS_OF_EDGES);
});

test("mean, SD, CV and GMI are one number each in API, JSON, CSV and text", () => {
  const api = summaryAnswerOf(summary, longAfter);
  const report = fromFile();
  const csv = csvOf([report]);
  for (const figure of ["mean", "sd", "cv", "gmi"] as const) {
    expect(api[figure]).toBe(summary[figure]);
    expect(report.summary[figure]).toBe(summary[figure]);
    expect(csv).toMatch(new RegExp(`^edges\\.csv,${figure},[^,]*,${summary[figure]},`, "m"));
    expect(textOf([report])).toContain((summary[figure] ?? 0).toFixed(2));
  }
});
