import { describe, expect, it } from "vitest";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { DATES_PER_PAGE, pageOfDates, statisticsFrom } from "./statistics";

const { byDate, all, summary } = statisticsFrom({
  series: buildSeries(stream("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z", 120)),
  period: datesFrom("2026-01-01", DATES_PER_PAGE + 10),
  freshness: longAfter,
});

describe("the dates of a long period", () => {
  it("stand on pages, the newest first", () => {
    const first = pageOfDates({}, byDate);
    const second = pageOfDates({ page: "2" }, byDate);
    expect(first).toMatchObject({ ok: true, value: { page: 1, pages: 2 } });
    expect(second).toMatchObject({ ok: true, value: { page: 2, pages: 2 } });
    if (!first.ok || !second.ok) return;
    expect([...first.value.dates, ...second.value.dates]).toEqual(byDate);
    expect(second.value.dates.map(({ key }) => key)).toEqual(
      Array.from({ length: 10 }, (_, i) => `2026-01-${String(10 - i).padStart(2, "0")}`),
    );
  });

  it.each(["0", "3", "01", "1.5", "-1", "two"])("have no page %s", (page) => {
    expect(pageOfDates({ page }, byDate).ok).toBe(false);
  });
});

it("the whole period is what the summary says", () => {
  expect(all).toMatchObject({ readings: summary.readings, mean: summary.mean, sd: summary.sd });
  expect(all.activePercent).toBeCloseTo(summary.coverage.activePercent, 10);
});
