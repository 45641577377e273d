import { describe, expect, it } from "vitest";
import { epochDay } from "../local-time";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { postBreakfastHighs } from "./breakfast";
import { sentencesOf } from "./english.test-support";
import { highsAbove } from "./excursions";
import { episodeMsBefore } from "./half-hours";
import { type EpisodeSpan, onWallClock } from "./local-episodes";
import { columnsOf, daysOf, episode, FIRST_DATE, without } from "./people.test-support";

const flat = (days: number) => daysOf(days, () => 110);

function look(readings: readonly Egv[], days: number, highs: readonly EpisodeSpan[], highMgDl = 180) {
  const local = onWallClock(buildSeries(readings), highs, epochDay(FIRST_DATE));
  const episodeMs = episodeMsBefore(local, days);
  return postBreakfastHighs(highsAbove(highMgDl), { halfHours: columnsOf(readings, days), episodeMs });
}

const highsOn = (days: readonly number[], from: string, minutes: number) =>
  days.map((day) => episode(day, from, minutes));

describe("highs after breakfast", () => {
  it("are found on exactly the dates they are on, with the exact probability", () => {
    const found = look(flat(10), 10, highsOn([1, 4, 6], "08:00", 90));
    expect(found).toMatchObject({
      id: "post-breakfast-highs",
      state: "found",
      dates: ["2026-03-03", "2026-03-06", "2026-03-08"],
      daysLooked: 10,
      fromMinute: 360,
      toMinute: 660,
      effect: { value: 30, unit: "percent of dates" },
    });
    // Ten half hours hold at least two of the three that are high at 10 + 3 − 1 − 2 = 10 of 48 places.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo((10 / 48) ** 3, 14);
    expect(sentencesOf(found).finding).toBe("On 3 of 10 mornings.");
  });

  it("count only minutes from 06:00 to 11:00, an hour of them at least", () => {
    const edges = [...highsOn([0, 1, 2], "05:00", 120), ...highsOn([3, 4, 5], "10:00", 240)];
    expect(look(flat(10), 10, edges)).toMatchObject({ state: "found", effect: { value: 60 } });
    const before = [...highsOn([0, 1, 2], "05:00", 119), ...highsOn([3, 4, 5], "10:01", 240)];
    expect(look(flat(10), 10, before)).toMatchObject({ state: "not-found", dates: [] });
  });

  it("are not found on one morning, or below three in ten", () => {
    expect(look(flat(7), 7, highsOn([2], "07:00", 90))).toMatchObject({ state: "not-found", daysLooked: 7 });
    expect(look(flat(11), 11, highsOn([2, 4, 8], "07:00", 90)).state).toBe("not-found");
  });

  it("need seven mornings with readings", () => {
    // 60 readings belong to a morning: without 19 of them there are 68 %.
    const gap = without(flat(7), 3, "07:00", "08:35");
    const tooFew = look(gap, 7, highsOn([0, 1, 2], "08:00", 90));
    expect(tooFew).toMatchObject({ state: "too-little-data", daysLooked: 6, daysMin: 7 });
    expect(sentencesOf(tooFew).missing).toBe("7 mornings with 70 % of their readings; there are 6.");
  });

  it("say that meals are not known", () => {
    const pattern = look(flat(10), 10, [], 180.1559);
    expect(sentencesOf(pattern, "mmol/L").title).toBe(
      "Glucose above 10.0 mmol/L in the hours after breakfast",
    );
    expect(sentencesOf(pattern, "mmol/L", "en-GB").rule).toBe(
      "Episodes above 10.0 mmol/L fill at least 60 minutes between 06:00 and 11:00 (the hours after breakfast for most " +
        "people; meals themselves are not known), on at least 2 mornings and 30 % of the mornings with 70 % of their " +
        "readings.",
    );
  });
});
