import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mage } from "./mage";

const NONE = Number.NaN;
const of = (values: readonly number[]) => mage({ values: Float64Array.from(values), stepMinutes: 5 });
const nothing = { avg: null, plus: null, minus: null, max: null };
const hole = (slots: number) => Array<number>(slots).fill(NONE);

/** Straight lines from height to height, `slots` slots each; the last height is the last slot. */
function path(heights: readonly number[], slots: number): number[] {
  return heights.flatMap((height, leg) => {
    const next = heights[leg + 1];
    return next === undefined
      ? [height]
      : Array.from({ length: slots }, (_, i) => height + ((next - height) * i) / slots);
  });
}

const waves = (low: number, high: number, count: number) => {
  return path([...Array.from({ length: count }, () => [low, high]).flat(), low], 24);
};

describe("MAGE", () => {
  it("of even waves is their height, up and down", () => {
    expect(of(waves(100, 200, 5))).toEqual({ avg: 100, plus: 100, minus: 100, max: 100 });
  });

  it("takes rises and falls apart", () => {
    // From nadir to peak 100 and 80, back down 80 and 60.
    const { avg, plus, minus, max } = of(path([100, 200, 120, 200, 140], 24));
    expect([plus, minus, avg, max]).toEqual([90, 70, 80, 90]);
  });

  it("counts no wave below one SD, and measures across it", () => {
    // The ripple from 160 to 150 on the way up belongs to the rise of 100.
    expect(of(path([100, 160, 150, 200, 100, 200, 100], 24))).toMatchObject({ plus: 100, minus: 100 });
  });

  it("measures on the glucose itself, not on its moving averages", () => {
    // One slot of 260 on top of a wave lifts a mean of five by a fifth of it, and the peak by all of it.
    const spiked = waves(100, 200, 3);
    spiked[72] = 260;
    expect(of(spiked).plus).toBeCloseTo((100 + 160 + 100) / 3, 12);
  });

  it("bridges holes of up to 180 min and cuts at longer ones", () => {
    // Waves of 10 count only in a stretch of their own, where the SD is small; else the last rise is 100 to 155.
    const high = waves(100, 200, 3);
    const low = waves(145, 155, 2);
    expect(of([...high, ...hole(36), ...low]).plus).toBeCloseTo((100 + 100 + 100 + 55) / 4, 12);
    // 145 slots last 144 steps, 97 slots 96.
    expect(of([...high, ...hole(37), ...low]).plus).toBeCloseTo((100 * 144 + 10 * 96) / 240, 12);
  });

  it("leaves out what is empty, shorter than 32 slots or flatter than an SD of 1", () => {
    const values = waves(100, 200, 3);
    expect(of([...hole(200), ...values, ...hole(50)])).toEqual(of(values));
    expect(of([...values, ...hole(40), ...path([100, 300], 30)])).toEqual(of(values));
    expect(of([...values, ...hole(40), ...Array<number>(100).fill(120)])).toEqual(of(values));
    expect(of([...values, ...hole(40), ...waves(100, 103, 3)])).toEqual(of(values));
    expect(of(path([100, 300], 31)).plus).toBe(200);
    expect(of(path([100, 300], 30))).toEqual(nothing);
  });

  it("has no mean of falls where one stretch has none", () => {
    // A ramp of 100 over 48 steps after three waves of 60 over 144.
    const { avg, plus, minus, max } = of([...waves(100, 160, 3), ...hole(40), ...path([100, 200], 48)]);
    expect(plus).toBeCloseTo((60 * 144 + 100 * 48) / 192, 12);
    expect(minus).toBeNull();
    expect(max).toBe(60);
    expect(avg).toBeCloseTo((60 * 144 * 2 + 100 * 48) / (144 * 2 + 48), 12);
    expect(of(path([100, 200], 48))).toEqual({ avg: 100, plus: 100, minus: null, max: null });
    expect(of(path([200, 100], 48))).toEqual({ avg: 100, plus: null, minus: 100, max: null });
  });

  it("is unknown on a flat line and without values", () => {
    expect(of(Array<number>(300).fill(120))).toEqual(nothing);
    expect(of(hole(300))).toEqual(nothing);
    expect(of([])).toEqual(nothing);
  });

  it("is refused on any other grid than that of five minutes", () => {
    expect(() => mage({ values: new Float64Array(100), stepMinutes: 15 })).toThrow(RangeError);
  });
});

// Traces that drift and turn, with plateaus and holes of every length.
const trace = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: -25, max: 25 })) },
      { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constant(0)) },
      { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: 45 }), fc.constant(NONE)) },
    ),
    { minLength: 4, maxLength: 60 },
  )
  .map((pieces) => {
    let height = 150;
    return pieces.flatMap(([slots, slope]) =>
      Array.from({ length: slots }, () => {
        if (Number.isNaN(slope)) return NONE;
        height = Math.min(400, Math.max(40, height + slope));
        return height;
      }),
    );
  });

/** The same from the written definition, one step after the other and without regard to time. */
function byTheBook(values: readonly number[]) {
  const present = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);
  const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  const first = values.findIndex(present);
  const trimmed = first < 0 ? [] : values.slice(first, values.findLastIndex(present) + 1);

  const segments: number[][] = [[]];
  for (let i = 0; i < trimmed.length; i += 1) {
    let run = 0;
    while (!present(trimmed[i + run])) run += 1;
    if (run > 36) segments.push([]);
    else segments.at(-1)?.push(...hole(run));
    i += run;
    segments.at(-1)?.push(trimmed[i] ?? NONE);
  }

  const trailing = (segment: readonly number[], window: number) => {
    const at = (i: number) => mean(segment.slice(i - window + 1, i + 1).filter(present));
    return segment.map((_, i) => at(Math.max(i, window - 1)));
  };

  const heights = (turns: readonly number[], sd: number) => {
    const found: number[] = [];
    let left = 0;
    let j = 0;
    while (j < turns.length) {
      const low = Math.min(...turns.slice(left, j + 1));
      if ((turns[j] ?? 0) - low < sd) {
        j += 1;
        continue;
      }
      let peak = j;
      for (let k = j; k < turns.length; k += 1) {
        if ((turns[k] ?? 0) > (turns[peak] ?? 0)) peak = k;
        if ((turns[k] ?? 0) - (turns[peak] ?? 0) < -sd || k === turns.length - 1) {
          found.push((turns[peak] ?? 0) - low);
          left = k;
          j = k;
          break;
        }
      }
    }
    return found.length === 0 ? null : mean(found);
  };

  const rows = segments.flatMap((segment) => {
    const known = segment.filter(present);
    const sd = Math.sqrt(known.reduce((sum, x) => sum + (x - mean(known)) ** 2, 0) / (known.length - 1));
    if (segment.length < 32 || sd < 1) return [];
    const short = trailing(segment, 5);
    const long = trailing(segment, 32);
    const d = segment.map((_, i) => (short[i] ?? 0) - (long[i] ?? 0));
    const crossings = [0];
    for (let i = 1; i < segment.length; i += 1) {
      if (!present(segment[i]) || !present(segment[i - 1])) continue;
      const now = d[i] ?? 0;
      if (now * (d[i - 1] ?? 0) < 0 || now * (d[crossings.at(-1) ?? 0] ?? 0) < 0) crossings.push(i);
    }
    crossings.push(segment.length - 1);
    let turn = 0;
    const turns = crossings.slice(0, -1).map((crossing, k) => {
      const range = segment.slice(turn, (crossings[k + 1] ?? 0) + 1);
      const extreme = ((d[crossing] ?? 0) > 0 ? Math.max : Math.min)(...range.filter(present));
      turn += range.indexOf(extreme);
      return extreme;
    });
    const plus = heights(turns, sd);
    const minus = heights(
      turns.map((height) => -height),
      sd,
    );
    return plus === null && minus === null ? [] : [{ plus, minus, weight: segment.length - 1 }];
  });

  const weighted = (heightsOf: readonly (readonly [number | null, number])[]) => {
    const known = heightsOf.filter(([height]) => height !== null);
    const weights = known.reduce((sum, [, weight]) => sum + weight, 0);
    return weights === 0
      ? null
      : known.reduce((sum, [height, weight]) => sum + (height ?? 0) * weight, 0) / weights;
  };
  const plus = rows.map((row) => [row.plus, row.weight] as const);
  const minus = rows.map((row) => [row.minus, row.weight] as const);
  const both = rows.map(
    (row) =>
      [row.plus === null || row.minus === null ? null : Math.max(row.plus, row.minus), row.weight] as const,
  );
  return {
    avg: weighted([...plus, ...minus]),
    plus: plus.some(([height]) => height === null) ? null : weighted(plus),
    minus: minus.some(([height]) => height === null) ? null : weighted(minus),
    max: weighted(both),
  };
}

const closeTo = (figures: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : expect.closeTo(value, 9)]),
  );

describe("on any trace, MAGE", () => {
  it("is what the definition gives step by step", () => {
    fc.assert(
      fc.property(trace, (values) => {
        expect(of(values)).toEqual(closeTo(byTheBook(values)));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("does not change when every value moves by the same, and doubles with twice the glucose", () => {
    fc.assert(
      fc.property(trace, fc.integer({ min: -30, max: 300 }), (values, shift) => {
        const unchanged = { ...of(values) };
        expect(of(values.map((x) => x + shift))).toEqual(closeTo(unchanged));
        const doubled = Object.entries(unchanged).map(([name, x]) => [name, x === null ? null : 2 * x]);
        fc.pre(unchanged.avg !== null);
        expect(of(values.map((x) => 2 * x))).toEqual(closeTo(Object.fromEntries(doubled)));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  // Single readings between holes close in on 220 without ever being asked for a crossing; then waves cross all the
  // time, each of them letting one more of the readings become a turning point. Scanning from turning point to crossing
  // would look at some 175,000 slots for each of 25,000 crossings.
  it("takes time in proportion to its length, however its turning points lag behind", {
    timeout: 4_000,
  }, () => {
    const singles = 20_000;
    const closingIn = Array.from({ length: singles }, (_, i) => {
      const distance = 180 * (1 - i / singles);
      return [220 + (i % 2 === 0 ? distance : -distance), ...hole(9)];
    }).flat();
    const crossingAllTheTime = Array.from({ length: 200_000 }, (_, i) => 220 + (i % 16 < 8 ? 0.001 : -0.001));
    const { plus, minus } = of([...closingIn, ...crossingAllTheTime]);
    expect(plus).toBeGreaterThan(100);
    expect(minus).toBeGreaterThan(100);
  });
});
