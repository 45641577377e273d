import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";

/**
 * The yardsticks by which the cast is held against real people. Written from the definitions on their own, so that the
 * simulator leans on nothing of the product; checked against published implementations by a test.
 */
export interface WallClockReading {
  /** Wall clock as if it were UTC. */
  readonly at: Instant;
  readonly glucose: number;
}

export interface Realism {
  readonly mean: number;
  readonly sd: number;
  readonly fiveMinuteMean: number;
  readonly fiveMinute95: number;
  /** Share of five-minute differences that are zero. */
  readonly fiveMinuteZero: number;
  readonly modd: number;
  readonly mage: number;
}

const STEP_MS = 5 * MINUTE_MS;
const STEPS_PER_DAY = DAY_MS / STEP_MS;

export function realismOf(unsorted: readonly WallClockReading[]): Realism {
  const readings = [...new Map(unsorted.map((reading) => [reading.at, reading])).values()];
  readings.sort((a, b) => a.at - b.at);
  const values = readings.map((reading) => reading.glucose);
  const steps: number[] = [];
  for (let i = 1; i < readings.length; i++) {
    const [before, after] = [readings[i - 1], readings[i]];
    if (!before || !after || Math.abs(after.at - before.at - STEP_MS) > MINUTE_MS) continue;
    steps.push(Math.abs(after.glucose - before.glucose));
  }
  steps.sort((a, b) => a - b);
  const grid = fiveMinuteGrid(readings);
  return {
    mean: mean(values),
    sd: sampleSd(values),
    fiveMinuteMean: mean(steps),
    fiveMinute95: steps[Math.floor(0.95 * (steps.length - 1))] ?? Number.NaN,
    fiveMinuteZero: steps.filter((step) => step === 0).length / steps.length,
    modd: modd(grid),
    mage: mage(grid),
  };
}

/**
 * Slots at 00:05 … 24:00 of every day, linearly interpolated; NaN outside the readings and strictly inside a gap longer
 * than 45 minutes (the grid of the R package iglu).
 */
function fiveMinuteGrid(readings: readonly WallClockReading[]): Float64Array {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) return new Float64Array();
  const midnight = Math.floor(first.at / DAY_MS) * DAY_MS;
  const days = Math.ceil((last.at - first.at) / DAY_MS + 1);
  const grid = new Float64Array(days * STEPS_PER_DAY).fill(Number.NaN);
  let next = 0;
  for (let slot = 0; slot < grid.length; slot++) {
    const at = midnight + (slot + 1) * STEP_MS;
    while ((readings[next]?.at ?? Number.POSITIVE_INFINITY) < at) next += 1;
    const [before, after] = [readings[next - 1], readings[next]];
    if (after?.at === at) grid[slot] = after.glucose;
    else if (before && after && after.at - before.at <= 45 * MINUTE_MS) {
      grid[slot] =
        before.glucose + ((after.glucose - before.glucose) * (at - before.at)) / (after.at - before.at);
    }
  }
  return grid;
}

/** Mean absolute difference to the same minute of the day before. */
function modd(grid: Float64Array): number {
  const differences: number[] = [];
  for (let slot = STEPS_PER_DAY; slot < grid.length; slot++) {
    const difference = Math.abs((grid[slot] ?? Number.NaN) - (grid[slot - STEPS_PER_DAY] ?? Number.NaN));
    if (!Number.isNaN(difference)) differences.push(difference);
  }
  return mean(differences);
}

const SHORT_SLOTS = 5;
const LONG_SLOTS = 32;
const GAP_SLOTS_MAX = 36;

/** Mean amplitude of glycaemic excursions by crossing moving averages (Fernandes 2022), both directions averaged. */
function mage(grid: Float64Array): number {
  let weighted = 0;
  let weight = 0;
  for (const segment of segments(grid)) {
    const sd = sampleSd(segment.filter((value) => !Number.isNaN(value)));
    if (segment.length < LONG_SLOTS || !(sd >= 1)) continue;
    const turns = turningPoints(segment);
    const mirrored = turns.map((turn) => -turn);
    for (const heights of [excursions(turns, sd, false), excursions(mirrored, sd, true)]) {
      if (heights.length === 0) continue;
      weighted += mean(heights) * (segment.length - 1);
      weight += segment.length - 1;
    }
  }
  return weighted / weight;
}

function segments(grid: Float64Array): number[][] {
  const found: number[][] = [];
  let current: number[] = [];
  let missing = 0;
  for (const value of grid) {
    if (Number.isNaN(value)) {
      missing += 1;
      continue;
    }
    if (missing > GAP_SLOTS_MAX && current.length > 0) {
      found.push(current);
      current = [];
    }
    if (current.length > 0) for (let i = 0; i < missing; i++) current.push(Number.NaN);
    missing = 0;
    current.push(value);
  }
  if (current.length > 0) found.push(current);
  return found;
}

function turningPoints(segment: readonly number[]): number[] {
  const short = trailingMeans(segment, SHORT_SLOTS);
  const long = trailingMeans(segment, LONG_SLOTS);
  const apart = segment.map((_, i) => (short[i] ?? Number.NaN) - (long[i] ?? Number.NaN));
  const crossings = [{ slot: 0, high: (apart[0] ?? 0) > 0 }];
  for (let i = 1; i < segment.length; i++) {
    const [now, before] = [apart[i] ?? Number.NaN, apart[i - 1] ?? Number.NaN];
    const [here, there] = [segment[i] ?? Number.NaN, segment[i - 1] ?? Number.NaN];
    if ([now, before, here, there].some(Number.isNaN)) continue;
    const listed = apart[crossings.at(-1)?.slot ?? 0] ?? Number.NaN;
    if (now * before < 0) crossings.push({ slot: i, high: now >= before });
    else if (now * listed < 0) crossings.push({ slot: i, high: now >= listed });
  }
  const end = segment.length - 1;
  crossings.push({ slot: end, high: (apart[end] ?? 0) > 0 });
  const turns: number[] = [];
  let from = 0;
  for (let k = 0; k + 1 < crossings.length; k++) {
    const [crossing, until] = [crossings[k], crossings[k + 1]?.slot ?? end];
    let best = Number.NaN;
    let bestSlot = from;
    for (let i = from; i <= until; i++) {
      const value = segment[i] ?? Number.NaN;
      if (Number.isNaN(best) || (crossing?.high ? value > best : value < best)) {
        best = value;
        bestSlot = i;
      }
    }
    turns.push(best);
    from = bestSlot;
  }
  return turns;
}

/** Missing slots do not count; the first slots repeat the first complete mean. */
function trailingMeans(segment: readonly number[], slots: number): number[] {
  const means = segment.map((_, i) =>
    mean(segment.slice(Math.max(0, i - slots + 1), i + 1).filter((value) => !Number.isNaN(value))),
  );
  return means.fill(means[slots - 1] ?? Number.NaN, 0, slots);
}

/** Heights of the rises of at least one SD; falls are the rises of the mirrored turning points. */
function excursions(turns: readonly number[], sd: number, mirrored: boolean): number[] {
  const heights: number[] = [];
  const at = (i: number) => turns[i] ?? Number.NaN;
  let left = 0;
  let j = 0;
  while (j < turns.length) {
    let foot = left;
    for (let i = left; i <= j; i++) if (at(i) < at(foot)) foot = i;
    if (!(at(j) - at(foot) >= sd)) {
      j += 1;
      continue;
    }
    let top = j;
    let k = j;
    while (k < turns.length - 1 && at(k) - at(top) >= -sd) {
      k += 1;
      if (at(k) > at(top)) top = k;
    }
    heights.push(at(top) - at(foot));
    left = mirrored ? top : k;
    j = k;
    if (top === turns.length - 1) break;
  }
  return heights;
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function sampleSd(values: readonly number[]): number {
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) * (value - centre);
  return Math.sqrt(sum / (values.length - 1));
}
