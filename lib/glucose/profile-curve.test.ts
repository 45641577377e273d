import { describe, expect, it } from "vitest";
import { glucoseProfile } from "./profile";
import { profileCurve } from "./profile-curve";
import { buildSeries } from "./series";
import { datesFrom, longAfter, stream } from "./testing/readings";
import { ALL_WEEKDAYS, WEEKEND, WORKDAYS } from "./weekday-sets";
import { workingsOf } from "./workings";

// Four weeks from a Monday; at weekends glucose is 160, else 120.
const isWeekend = (at: number) => [0, 6].includes(new Date(at).getUTCDay());
const series = buildSeries(
  stream("2026-03-02T00:00:00Z", "2026-03-30T00:00:00Z", (at) => (isWeekend(at) ? 160 : 120)),
);
const input = { series, period: datesFrom("2026-03-02", 28), freshness: longAfter };
const workings = workingsOf(input);

describe("a profile of some weekdays", () => {
  it("rests on the dates of those weekdays alone", () => {
    const of = (weekdays: typeof WEEKEND) =>
      profileCurve(workings, { binMinutes: 60, smooth: true, weekdays });
    expect(of(WEEKEND)).toMatchObject({ days: 8, profile: { verdict: { status: "caution" } } });
    expect(of(WEEKEND).profile.points.map(({ p50 }) => p50)).toEqual(Array(24).fill(160));
    expect(of(WORKDAYS)).toMatchObject({ days: 20, profile: { verdict: { status: "sufficient" } } });
    expect(of(WORKDAYS).profile.points[0]).toMatchObject({ p95: 120, days: 20 });
  });

  it("is withheld by itself, without a date, where its own dates are too few", () => {
    const { profile, days } = profileCurve(workings, { binMinutes: 60, smooth: true, weekdays: [7] });
    expect(days).toBe(4);
    expect(profile.verdict).toMatchObject({ status: "insufficient", availableOn: null });
  });
});

describe("the detail of a profile", () => {
  it("is the engine's own for every detail that it has", () => {
    for (const binMinutes of [60, 15, 5] as const)
      expect(profileCurve(workings, { binMinutes, smooth: true, weekdays: ALL_WEEKDAYS }).profile).toEqual(
        glucoseProfile(input, { binMinutes }),
      );
  });

  it("is hourly and raw where smoothing is off", () => {
    // 00:00 to 01:00 is 150, the rest of the day 120: smoothing would take from the peak.
    const peak = buildSeries(
      stream("2026-03-02T00:00:00Z", "2026-03-16T00:00:00Z", (at) =>
        at % 86_400_000 < 3_600_000 ? 150 : 120,
      ),
    );
    const fortnight = workingsOf({ series: peak, period: datesFrom("2026-03-02", 14), freshness: longAfter });
    const firstMedian = (smooth: boolean) =>
      profileCurve(fortnight, { binMinutes: 60, smooth, weekdays: ALL_WEEKDAYS }).profile.points[0]?.p50;
    expect(firstMedian(false)).toBe(150);
    expect(firstMedian(true)).toBe((120 + 4 * 150 + 120) / 6);
  });
});
