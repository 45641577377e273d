import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../local-time";
import type { DayAggregate } from "./day-aggregate";
import { DayAggregates } from "./day-aggregates";
import { figuresOfDays, type PublishedRanges } from "./figures-of-days";
import { shownFiguresOfDays } from "./shown-figures";

const SETS = ["standard", "older", "pregnancy", "pregnancy-type-2"] as const satisfies PublishedRanges[];
const FIRST = "2026-03-01";

/** Dates with few readings and many, so that every verdict comes up. */
const day = fc
  .record({
    counts: fc.tuple(...Array.from({ length: 7 }, () => fc.nat({ max: 80 }))),
    worn: fc.constantFrom(0, 0.4, 1, 1, 1),
    expectedHours: fc.constantFrom(0, 12, 24, 24, 24),
    episodes: fc.record({
      low: fc.nat({ max: 3 }),
      veryLow: fc.nat({ max: 3 }),
      high: fc.nat({ max: 3 }),
      veryHigh: fc.nat({ max: 3 }),
    }),
  })
  .map(({ counts, worn, expectedHours, episodes }): Omit<DayAggregate, "date"> => {
    const some = counts.map((count) => Math.floor(count * worn));
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0] = some;
    const readings = some.reduce((sum, count) => sum + count, 0);
    return {
      counts: [c0, c1, c2, c3, c4, c5, c6],
      sum: readings * 131,
      sumOfSquares: readings * (131 * 131 + 40),
      isWorn: readings > 0,
      observed: readings,
      observedInFigures: readings,
      expectedSeconds: expectedHours * 3_600,
      episodes,
    };
  });

describe("what may be shown of a period", () => {
  it("is what its figures say, and nothing where they are withheld", () => {
    const seen = { withheld: 0, shown: 0, gmi: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(day, { minLength: 1, maxLength: 4 }),
          fc.array(day, { minLength: 14, maxLength: 40 }),
        ),
        fc.nat({ max: 39 }),
        fc.nat({ max: 39 }),
        (list, from, length) => {
          const days = DayAggregates.of(
            list.map((one, i) => ({ ...one, date: addDays(FIRST, i) })),
            5,
          );
          const first = from % list.length;
          for (const ranges of SETS) {
            const period = { from: addDays(FIRST, first), to: addDays(FIRST, first + length) };
            const full = figuresOfDays(days, period, ranges);
            const { timeInRanges, mean, cv, gmi, episodes } = full.sufficiency;
            const shown = ({ status }: { status: string }, value: number | null) =>
              status === "insufficient" ? null : value;
            const firstDay = days.firstDay + first;
            expect(shownFiguresOfDays(days, { firstDay, lastDay: firstDay + length }, ranges)).toEqual({
              counts: full.counts,
              readings: full.readings,
              observed: full.observed,
              activePercent: full.activePercent,
              inRange: shown(timeInRanges, full.shares.target),
              mean: shown(mean, full.mean),
              cv: shown(cv, full.cv),
              gmi: shown(gmi, full.gmi),
              lowEpisodes: shown(episodes, full.episodes.low),
              veryLowEpisodes: full.episodes.veryLow,
            });
            if (timeInRanges.status === "insufficient") seen.withheld += 1;
            else seen.shown += 1;
            if (gmi.status === "sufficient") seen.gmi += 1;
          }
        },
      ),
      { seed: 20_261_127, numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it("is nothing of dates on which nobody counted", () => {
    const days = DayAggregates.of([], 5);
    expect(shownFiguresOfDays(days, { firstDay: 100, lastDay: 113 }, "standard")).toEqual({
      counts: [0, 0, 0, 0, 0],
      readings: 0,
      observed: 0,
      activePercent: null,
      inRange: null,
      mean: null,
      cv: null,
      gmi: null,
      lowEpisodes: null,
      veryLowEpisodes: 0,
    });
  });
});
