import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { coverPeriod } from "./coverage";
import { localDateOf } from "./local-time";
import { evidenceOf, firstDateWhen } from "./outlook";
import { latestPeriod, type Period } from "./period";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { isShowable } from "./sufficiency";
import { datesFrom, freshAt, stream } from "./testing/readings";
import { timelineOf } from "./timeline";
import type { JudgedFigure } from "./verdict";

const now = Date.parse("2026-03-15T15:00:00Z");
const noon = now - 180 * MINUTE_MS;
const fresh = freshAt(now);

function availableOn(figure: JudgedFigure, readings: readonly Egv[], period: Period, freshness = fresh) {
  const timeline = timelineOf(buildSeries(readings), freshness);
  const covered = coverPeriod(timeline, period);
  return firstDateWhen({ covered, cadenceMinutes: timeline.cadenceMinutes, freshness }, (e) =>
    isShowable(figure, e),
  );
}

const last = (days: number) => latestPeriod(days, fresh);
const wornFor = (ms: number) => stream(noon - ms, noon + 1, 120);

describe("the first date on which a figure can be there", () => {
  it("is the day on which 24 hours of readings are complete and three hours old", () => {
    // 20 hours are there; the 24th is read at 16:00 and shown at 19:00, the same day.
    expect(availableOn("timeInRanges", wornFor(20 * HOUR_MS), last(2))).toBe("2026-03-15");
    // 14 hours: the 24th is read at 22:00 and can only be shown at 01:00.
    expect(availableOn("timeInRanges", wornFor(14 * HOUR_MS), last(2))).toBe("2026-03-16");
    expect(availableOn("timeInRanges", [], last(14))).toBe("2026-03-16");
  });

  it("is the 14th day for GMI, counted with the days already worn", () => {
    // Worn on 11 dates, the 5th to the 15th: the 12th, 13th and 14th are the 16th, 17th and 18th.
    expect(availableOn("gmi", wornFor(10 * DAY_MS), last(14))).toBe("2026-03-18");
  });

  it("waits until 70 % of a long period is worn", () => {
    // 30 days, worn for the last 14.5: 70 % of 29.5 to 30 days need about 6.5 more.
    expect(availableOn("gmi", wornFor(14.5 * DAY_MS), last(30))).toBe("2026-03-22");
  });

  it("loses the days that leave the period while it moves on", () => {
    // Worn on the 2nd to the 11th, then not: 14 dates with readings in 14 days are the 15th to the 28th.
    const early = stream(noon - 13 * DAY_MS, noon - 4 * DAY_MS, 120);
    expect(availableOn("gmi", early, last(14))).toBe("2026-03-28");
  });

  it("is the seventh date with twelve hours for the profile", () => {
    // Whole days from the 10th to the 14th, and by noon twelve hours of the 15th: six. The 16th has twelve at noon.
    expect(availableOn("profile", wornFor(5.5 * DAY_MS), last(14))).toBe("2026-03-16");
  });

  it("does not exist in a period that is too short for the rule", () => {
    expect(availableOn("gmi", wornFor(7 * DAY_MS), last(7))).toBeNull();
    expect(availableOn("profile", wornFor(2 * DAY_MS), last(2))).toBeNull();
  });

  it("does not exist for a period that is over", () => {
    expect(availableOn("gmi", wornFor(40 * DAY_MS), datesFrom("2026-02-01", 7))).toBeNull();
    expect(availableOn("gmi", wornFor(10 * DAY_MS), datesFrom("2026-03-01", 14))).toBeNull();
  });

  it("is a date of the person's own clock", () => {
    const away = { ...fresh, displayOffsetMinutes: 840 };
    const readings = stream(noon - 20 * HOUR_MS, noon + 1, 120, { offset: 840 });
    expect(availableOn("timeInRanges", readings, latestPeriod(2, away), away)).toBe("2026-03-16");
  });

  it("keeps its promise: worn on from now, the figure is there on that date and not the day before", () => {
    const figures: JudgedFigure[] = ["timeInRanges", "gmi", "profile", "modd"];
    for (const figure of figures) {
      for (const wornHours of [3, 30, 100, 200, 300]) {
        const promised = availableOn(figure, wornFor(wornHours * HOUR_MS), last(14));
        expect(showableFrom(figure, wornHours), `${figure} after ${wornHours} h`).toBe(promised);
      }
    }
  });

  function showableFrom(figure: JudgedFigure, wornHours: number) {
    for (let later = 1; later < 24 * 20; later += 1) {
      const freshness = freshAt(now + later * HOUR_MS);
      const readings = stream(noon - wornHours * HOUR_MS, freshness.availableUntil + 1, 120);
      const timeline = timelineOf(buildSeries(readings), freshness);
      const covered = coverPeriod(timeline, latestPeriod(14, freshness));
      if (isShowable(figure, evidenceOf(covered, timeline.cadenceMinutes)))
        return localDateOf(freshness.now, 0);
    }
    return null;
  }
});
