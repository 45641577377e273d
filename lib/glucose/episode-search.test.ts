import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Episode, EpisodeSet, EpisodeSets } from "./episode-sets";
import { type Episodes, episodesOf } from "./episodes";

// Values on and around the thresholds, in runs of up to 30 slots of 5 minutes, with gaps.
const traces = fc
  .array(
    fc.tuple(
      fc.constantFrom(Number.NaN, 45, 53, 54, 69, 70, 120, 180, 181, 250, 251, 300, 300),
      fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })),
    ),
    { maxLength: 40 },
  )
  .map((parts) =>
    Float64Array.from(parts.flatMap(([value, slots]) => Array.from({ length: slots }, () => value))),
  );
const fixed = { seed: 11, numRuns: 200 };

function episodesIn(values: Float64Array): Episodes {
  const present = values.filter((value) => !Number.isNaN(value)).length;
  return episodesOf({
    stepMinutes: 5,
    slotsPerDay: 288,
    start: DAY_MS,
    values,
    wallSlots: null,
    present,
  });
}

const sidesOf = ({ hypo, hyper }: Episodes): EpisodeSets[] => [hypo, hyper];

function setsIn({ level1, level2, level1Exclusive, extended, prolonged }: EpisodeSets): EpisodeSet[] {
  return [level1, level2, level1Exclusive, extended, prolonged];
}

const minutesIn = ({ list }: EpisodeSet) => list.reduce((sum, { minutes }) => sum + minutes, 0);

describe("on any grid", () => {
  it("level 1 lasts at least as long as level 2, and each level 2 episode lies in one of level 1", () => {
    fc.assert(
      fc.property(traces, (values) => {
        for (const { level1, level2, level1Exclusive } of sidesOf(episodesIn(values))) {
          expect(minutesIn(level1)).toBeGreaterThanOrEqual(minutesIn(level2));
          for (const inner of level2.list) {
            const around = level1.list.filter(({ start, end }) => start <= inner.start && inner.end <= end);
            expect(around).toHaveLength(1);
            expect(level1Exclusive.list).not.toContainEqual(around[0]);
          }
        }
      }),
      fixed,
    );
  });

  it("episodes of a set are ascending, with a recovery or a gap between them", () => {
    fc.assert(
      fc.property(traces, (values) => {
        for (const { list } of sidesOf(episodesIn(values)).flatMap(setsIn)) {
          for (const [i, { start }] of list.entries()) {
            const before = list[i - 1];
            if (before === undefined) continue;
            const apartMin = (before.endCensored ? 5 : 15) * MINUTE_MS;
            expect(start - before.end).toBeGreaterThanOrEqual(apartMin);
          }
        }
      }),
      fixed,
    );
  });

  it("no episode has a missing slot in it, or a value further out than its extreme", () => {
    fc.assert(
      fc.property(traces, (values) => {
        const { hypo, hyper } = episodesIn(values);
        const within = ({ start, end }: Episode) => values.subarray(slotOf(start), slotOf(end)).toSorted();
        for (const episode of setsIn(hypo).flatMap(({ list }) => list)) {
          expect(within(episode)).not.toContain(Number.NaN);
          expect(episode.extreme).toBe(within(episode)[0]);
          expect(values[slotOf(episode.extremeAt)]).toBe(episode.extreme);
        }
        for (const episode of setsIn(hyper).flatMap(({ list }) => list)) {
          expect(within(episode)).not.toContain(Number.NaN);
          expect(episode.extreme).toBe(within(episode).at(-1));
          expect(values[slotOf(episode.extremeAt)]).toBe(episode.extreme);
        }
      }),
      fixed,
    );
  });

  it("the definitions applied slot by slot find the same episodes", () => {
    fc.assert(
      fc.property(traces, (values) => {
        const { hypo, hyper } = episodesIn(values);
        const below = (bound: number, slots: number, within = slots) =>
          slotBySlot(values, { isOut: (x) => x < bound, endsBeyond: (x) => x < bound, slots, within });
        const above = (bound: number, slots: number, within = slots, end = bound) =>
          slotBySlot(values, { isOut: (x) => x > bound, endsBeyond: (x) => x > end, slots, within });
        expect(spans(hypo.level1)).toEqual(below(70, 3));
        expect(spans(hypo.level2)).toEqual(below(54, 3));
        expect(spans(hypo.extended)).toEqual(below(70, 25));
        expect(spans(hypo.prolonged)).toEqual(below(54, 24));
        expect(spans(hyper.level1)).toEqual(above(180, 3));
        expect(spans(hyper.level2)).toEqual(above(250, 3));
        expect(spans(hyper.extended)).toEqual(above(250, 18, 24, 180));
        expect(spans(hyper.prolonged)).toEqual(above(250, 24));
      }),
      fixed,
    );
  });
});

function slotOf(at: number): number {
  return (at - DAY_MS) / (5 * MINUTE_MS);
}

/** First and last slot of each episode, and whether a recovery is known. */
function spans({ list }: EpisodeSet): [number, number, boolean][] {
  return list.map(({ start, end, endCensored }) => [slotOf(start), slotOf(end) - 1, !endCensored]);
}

interface Definition {
  readonly isOut: (value: number) => boolean;
  /** What keeps it going; three slots without it, one after another, end it. */
  readonly endsBeyond: (value: number) => boolean;
  readonly slots: number;
  readonly within: number;
}

/** The same straight from the words: no speed, no cleverness. */
function slotBySlot(values: Float64Array, { isOut, endsBeyond, slots, within }: Definition) {
  const found: [number, number, boolean][] = [];
  const isBack = (i: number) =>
    i < values.length && !Number.isNaN(values[i] ?? 0) && !endsBeyond(values[i] ?? 0);
  const recovers = (i: number) => isBack(i) && isBack(i + 1) && isBack(i + 2);
  const isOver = (i: number) => i >= values.length || Number.isNaN(values[i] ?? 0) || recovers(i);
  for (let i = 0; i < values.length; i += 1) {
    let end = i;
    while (!isOver(end)) end += 1;
    const out = values.subarray(i, Math.min(i + within, end)).filter(isOut).length;
    if (!isOut(values[i] ?? 0) || out < slots) continue;
    let last = end - 1;
    while (!endsBeyond(values[last] ?? 0)) last -= 1;
    found.push([i, last, recovers(end)]);
    i = end;
  }
  return found;
}
