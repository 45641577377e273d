import { describe, expect, it } from "vitest";
import { epochDay } from "../local-time";
import { RANGE_BOUNDS } from "../ranges";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { sentencesOf } from "./english.test-support";
import { type EpisodeSpan, onWallClock } from "./local-episodes";
import { columnsOf, daysOf, episode, FIRST_DATE, without } from "./people.test-support";
import { reboundHighs } from "./rebound-highs";

const flat = (days: number) => daysOf(days, () => 110);

function look(
  readings: readonly Egv[],
  days: number,
  lows: readonly EpisodeSpan[],
  highs: readonly EpisodeSpan[],
) {
  const local = (spans: readonly EpisodeSpan[]) =>
    onWallClock(buildSeries(readings), spans, epochDay(FIRST_DATE));
  return reboundHighs(
    columnsOf(readings, days),
    { lows: local(lows), highs: local(highs) },
    RANGE_BOUNDS["mg/dL"],
  );
}

describe("highs soon after lows", () => {
  // Lows that end at 10:30, and highs that begin at 11:30 of the same dates.
  const lows = [0, 2, 4, 6].map((day) => episode(day, "10:00", 30));
  const highs = [0, 2, 4].map((day) => episode(day, "11:30", 60));

  it("are found on their dates, compared with the same two hours on all dates", () => {
    const found = look(flat(10), 10, lows, highs);
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-02", "2026-03-04", "2026-03-06"],
      daysLooked: 10,
      effect: { value: 75, unit: "percent of lows" },
    });
    // A high begins from 10:30 to 12:30 on 3 of 10 dates. At least 3 of 4 lows: 4 · 0.3³ · 0.7 + 0.3⁴ = 0.0837.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo(0.0837, 14);
    expect(sentencesOf(found).finding).toBe("After 3 of 4 lows.");
  });

  it("are nothing unlikely in a person who is high at that time every day", () => {
    const daily = Array.from({ length: 10 }, (_, day) => episode(day, "11:30", 60));
    expect(look(flat(10), 10, lows, daily)).toMatchObject({ state: "found", chance: { probability: 1 } });
  });

  it("begin within two hours, the end of the low included and the second hour's end not", () => {
    const atOnce = [0, 2].map((day) => episode(day, "10:30", 60));
    const inTime = [0, 2].map((day) => episode(day, "12:29", 60));
    const late = [0, 2].map((day) => episode(day, "12:30", 60));
    const before = [0, 2].map((day) => episode(day, "10:29", 60));
    expect(look(flat(10), 10, lows, atOnce).state).toBe("found");
    expect(look(flat(10), 10, lows, inTime).state).toBe("found");
    expect(look(flat(10), 10, lows, late).state).toBe("not-found");
    expect(look(flat(10), 10, lows, before).state).toBe("not-found");
  });

  it("reach over midnight, and count on the date on which the low ended", () => {
    const evening = [1, 3].map((day) => episode(day, "23:00", 30));
    const pastMidnight = [2, 4].map((day) => episode(day, "00:30", 60));
    expect(look(flat(10), 10, evening, pastMidnight)).toMatchObject({
      state: "found",
      dates: ["2026-03-03", "2026-03-05"],
    });
  });

  it("leave out lows after which there are no readings, at the end of the period too", () => {
    const gap = without(flat(10), 6, "10:30", "13:00");
    const last = episode(9, "23:00", 30);
    expect(look(gap, 10, [...lows, last], highs)).toMatchObject({ effect: { value: 100 } });
  });

  it("are not found without lows, and nothing is claimed about chance", () => {
    expect(look(flat(10), 10, [], highs)).toMatchObject({
      state: "not-found",
      dates: [],
      effect: null,
      chance: { probability: null },
    });
  });

  it("need seven dates with readings", () => {
    const short = without(flat(7), 3, "00:00", "12:00");
    expect(look(short, 7, lows, highs)).toMatchObject({
      state: "too-little-data",
      daysLooked: 6,
      daysMin: 7,
    });
  });
});
