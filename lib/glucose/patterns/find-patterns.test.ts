import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { epochDay } from "../local-time";
import { boundsInMgDl } from "../range-sets";
import { RANGE_BOUNDS } from "../ranges";
import { peopleOf } from "../testing/people";
import { stream, wholePeriodOf } from "../testing/readings";
import { sentencesOf } from "./english.test-support";
import { findPatterns, type Patterns } from "./find-patterns";
import { PATTERN_IDS, type PatternResult } from "./pattern";
import { daysOf, dice, FIRST_DATE, inputOf, inputOfSeries, structureless } from "./people.test-support";

const resultsOf = ({ found, notFound, tooLittleData }: Patterns): PatternResult[] => [
  ...found,
  ...notFound,
  ...tooLittleData,
];
const idsOf = (results: readonly PatternResult[]) => results.map(({ id }) => id);

/** 28 dates: low from 02:00 to 03:00 on every other night, high from 12:00 to 14:00, higher by 30 on weekends. */
const patterned = daysOf(28, (day, minute) => {
  const weekend = day % 7 >= 5 ? 30 : 0;
  if (minute >= 120 && minute < 180 && day % 2 === 0) return 60;
  if (minute >= 720 && minute < 840) return 200 + weekend + day / 10;
  return 120 + weekend + day / 10;
});

describe("looking for patterns", () => {
  it("answers for every rule in exactly one state", () => {
    for (const days of [0, 1, 10, 28]) {
      const patterns = findPatterns(inputOf(days === 0 ? [] : daysOf(days, () => 110), days));
      expect(idsOf(resultsOf(patterns)).toSorted()).toEqual(PATTERN_IDS.toSorted());
      expect(patterns.lookedFor).toBe(11);
    }
  });

  it("finds what was planted, lows before highs before the rest, the less probable first", () => {
    const { found, tested, unlikely, unlikelyByChance } = findPatterns(inputOf(patterned, 28));
    expect(idsOf(found)).toEqual([
      "night-lows",
      "day-highs",
      "weekend-difference",
      // Sundays, the later of the two: each week is a little higher than the one before.
      "weekday-difference",
      "best-day",
      "most-variable-hour",
    ]);
    expect(found[0]?.dates).toHaveLength(14);
    expect(found[1]).toMatchObject({ fromMinute: 720, toMinute: 900 });
    expect(tested).toBe(9);
    expect(unlikelyByChance).toBeCloseTo(0.45, 15);
    expect(unlikely).toBe(4);
  });

  it("names highs after breakfast as such and by the three hours of the day that they fill", () => {
    const breakfasts = daysOf(14, (_, minute) => (minute >= 420 && minute < 540 ? 220 : 120));
    const { found } = findPatterns(inputOf(breakfasts, 14));
    expect(found.find(({ id }) => id === "post-breakfast-highs")).toMatchObject({ effect: { value: 100 } });
    expect(found.find(({ id }) => id === "day-highs")).toMatchObject({ fromMinute: 360, toMinute: 540 });
  });

  it("goes by the bounds of the unit that the source speaks, and by 70 and 180 mg/dL unless told", () => {
    // 180.1 mg/dL is 9.997 mmol/L: in range for a source that speaks mmol/L.
    const input = inputOf(
      daysOf(14, () => 180.1),
      14,
    );
    const bestDayOf = ({ found }: Patterns) => found.find(({ id }) => id === "best-day")?.effect?.value;
    expect(findPatterns({ ...input, bounds: RANGE_BOUNDS["mg/dL"] })).toEqual(findPatterns(input));
    expect(bestDayOf(findPatterns(input))).toBe(0);
    const inMmolL = findPatterns({ ...input, bounds: boundsInMgDl("mmol/L") });
    expect(bestDayOf(inMmolL)).toBe(100);
    const texts = resultsOf(inMmolL).map((result) => {
      const { title, rule } = sentencesOf(result, "mmol/L");
      return title + rule;
    });
    expect(texts.filter((text) => /(below|from) 3\.9 mmol\/L/.test(text))).toHaveLength(4);
    expect(texts.filter((text) => /(above|to) 10\.0 mmol\/L/.test(text))).toHaveLength(5);
    expect(texts.filter((text) => /mg\/dL|3\.8|9\.9/.test(text))).toEqual([]);
  });

  it("finds nothing but descriptions in a person who is always at 110, and says what it looked at", () => {
    const { found, notFound } = findPatterns(
      inputOf(
        daysOf(28, () => 110),
        28,
      ),
    );
    expect(idsOf(found)).toEqual(["best-day", "most-variable-hour"]);
    expect(idsOf(notFound)).toEqual(
      PATTERN_IDS.filter((id) => id !== "best-day" && id !== "most-variable-hour"),
    );
    for (const pattern of notFound) expect(pattern.daysLooked).toBe(28);
  });

  it("says of a newcomer what is missing, rule by rule", () => {
    const { found, notFound, tooLittleData, tested } = findPatterns(
      inputOf(
        daysOf(6, () => 110),
        6,
      ),
    );
    expect([found, notFound, tested]).toEqual([[], [], 0]);
    for (const { daysLooked, daysMin } of tooLittleData) expect(daysLooked).toBeLessThan(daysMin);
  });

  it("does not depend on the order of readings or episodes", () => {
    const roll = dice(7);
    const shuffled = patterned
      .map((reading) => ({ reading, at: roll() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ reading }) => reading);
    const input = inputOf(shuffled, 28);
    const turned = { lows: input.episodes.lows.toReversed(), highs: input.episodes.highs.toReversed() };
    expect(findPatterns({ ...input, episodes: turned })).toEqual(findPatterns(inputOf(patterned, 28)));
  });

  it("gives a date of 25 hours its lows on the clock that the person saw", () => {
    // At 01:00 UTC on the eighth date the clock goes from UTC+2 back to UTC+1. Each low lies at 05:00 to 05:30 local.
    const changes = Date.parse("2026-10-25T01:00:00Z");
    const offset = (instant: number) => (instant < changes ? 120 : 60);
    const readings = stream(
      "2026-10-17T22:00:00Z",
      "2026-10-31T23:00:00Z",
      (instant) => {
        const minute = ((instant + offset(instant) * MINUTE_MS) / MINUTE_MS) % 1_440;
        return minute >= 300 && minute < 330 ? 60 : 110;
      },
      { offset },
    );
    const nights = findPatterns(inputOf(readings, 14, "2026-10-18")).found[0];
    expect(nights).toMatchObject({ id: "night-lows", daysLooked: 14 });
    expect(nights?.dates).toHaveLength(14);
    expect(nights?.dates).toContain("2026-10-25");
  });

  it("can be written as JSON and read back", () => {
    const patterns = findPatterns(inputOf(patterned, 28));
    expect(JSON.parse(JSON.stringify(patterns))).toEqual(patterns);
  });

  it("calls nothing unlikely in more than 8 % of people without any pattern", () => {
    const people = 200;
    const unlikely = new Map<string, number>();
    for (let seed = 1; seed <= people; seed += 1) {
      const input = inputOfSeries(structureless(seed, 28), 28, epochDay(FIRST_DATE));
      for (const result of resultsOf(findPatterns(input))) {
        if (result.state === "too-little-data" || (result.chance.probability ?? 1) >= 0.05) continue;
        unlikely.set(result.id, (unlikely.get(result.id) ?? 0) + 1);
      }
    }
    for (const times of unlikely.values()) expect(times).toBeLessThanOrEqual(0.08 * people);
  });
});

describe("patterns of a real person", () => {
  it("carry dates of the period, counts that fit them and probabilities from 0 to 1", () => {
    const readings = peopleOf("hupa-ucm").get("hupa-0028") ?? [];
    const { from, to, days } = wholePeriodOf(readings);
    const patterns = findPatterns(inputOf(readings, days, from));
    expect(patterns.tooLittleData).toEqual([]);
    for (const pattern of [...patterns.found, ...patterns.notFound]) {
      expect(pattern.dates).toEqual(pattern.dates.toSorted());
      for (const date of pattern.dates) expect(date >= from && date <= to).toBe(true);
      expect(pattern.daysLooked).toBeGreaterThanOrEqual(pattern.dates.length);
      expect(pattern.daysLooked).toBeLessThanOrEqual(days);
      const probability = pattern.chance.probability ?? 0;
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      const { title, rule, finding, method } = sentencesOf(pattern, "mmol/L");
      for (const text of [title, rule, finding, method]) expect(text).not.toMatch(/NaN|undefined|mg\/dL/);
    }
  });
});
