import type { GlucoseGrid } from "../grid";
import { meanOfPresent, sdOfSlots } from "../slot-statistics";

/** Mean amplitude of glycemic excursions in mg/dL, each null where there is none. */
export interface Mage {
  /** Of rises and falls. */
  readonly avg: number | null;
  /** Of rises; null as soon as one stretch of the trace has none. */
  readonly plus: number | null;
  /** Of falls; null as soon as one stretch of the trace has none. */
  readonly minus: number | null;
  /** Of rises or of falls, whichever are higher, stretch by stretch; a stretch that lacks one of them is left out. */
  readonly max: number | null;
}

interface Stretch extends Omit<Mage, "avg"> {
  readonly minutes: number;
}

const STEP_MINUTES = 5;
const SHORT_SLOTS = 5;
const LONG_SLOTS = 32;
const HOLE_SLOTS_MAX = 180 / STEP_MINUTES;
const SD_MIN = 1;
// What two sums of the same values in another order can differ by.
const ROUNDING_MG_DL = 1e-9;

/**
 * MAGE by crossings of two moving averages, on a grid of five minutes (`gridOf(series, 5)`): turning points are the
 * extremes between crossings of the trailing means over 5 and 32 slots; a rise or fall counts from one SD on.
 *
 * The trace is cut at holes of more than 180 min. Stretches that are shorter than 32 slots, have an SD below 1 mg/dL or
 * no rise and no fall that counts are left out; the others weigh by their duration. All null when nothing is left.
 * Algorithms for MAGE differ so much that their numbers cannot be compared. Throws a `RangeError` on another step.
 *
 * Service 1970, doi 10.2337/diab.19.9.644; the algorithm: Fernandes 2022, doi 10.1177/19322968211061165.
 */
export function mage({ values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">): Mage {
  if (stepMinutes !== STEP_MINUTES) throw new RangeError("MAGE is defined on a grid of five minutes");
  const stretches = stretchesOf(values).flatMap((stretch) => excursionsOf(stretch) ?? []);
  return {
    avg: meanByDuration(stretches, ["plus", "minus"]),
    plus: stretches.some(({ plus }) => plus === null) ? null : meanByDuration(stretches, ["plus"]),
    minus: stretches.some(({ minus }) => minus === null) ? null : meanByDuration(stretches, ["minus"]),
    max: meanByDuration(stretches, ["max"]),
  };
}

/** The parts between long holes, each beginning and ending with a value; shorter holes stay inside as NaN. */
function stretchesOf(values: Float64Array): Float64Array[] {
  const stretches: Float64Array[] = [];
  let from = 0;
  let last = -1;
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i] ?? 0)) continue;
    if (last >= 0 && i - last - 1 > HOLE_SLOTS_MAX) stretches.push(values.subarray(from, last + 1));
    if (last < 0 || i - last - 1 > HOLE_SLOTS_MAX) from = i;
    last = i;
  }
  if (last >= 0) stretches.push(values.subarray(from, last + 1));
  return stretches;
}

/** Mean rise and fall of one stretch; null where it is too short or too flat, or no rise and no fall counts. */
function excursionsOf(values: Float64Array): Stretch | null {
  if (values.length < LONG_SLOTS) return null;
  const sd = sdOfSlots(values, 0, values.length);
  if (sd < SD_MIN) return null;
  const turns = turningPoints(values, crossingsOf(values));
  const plus = meanRise(turns, sd);
  const mirrored = turns.map((height) => -height);
  const minus = meanRise(mirrored, sd);
  if (plus === null && minus === null) return null;
  const max = plus === null || minus === null ? null : Math.max(plus, minus);
  return { plus, minus, max, minutes: (values.length - 1) * STEP_MINUTES };
}

interface Crossings {
  readonly slots: readonly number[];
  /** Whether the short mean went above the long one, so that a maximum follows; else a minimum does. */
  readonly above: readonly boolean[];
}

/** Where the short mean crosses the long one, with the first and the last slot. */
function crossingsOf(values: Float64Array): Crossings {
  const short = trailingMean(values, SHORT_SLOTS);
  const long = trailingMean(values, LONG_SLOTS);
  const slots: number[] = [];
  const above: boolean[] = [];
  let previous = 0;
  let listed = 0;
  for (let i = 0; i < values.length; i += 1) {
    const exact = meanUpTo(i, short, values) - meanUpTo(i, long, values);
    if (Number.isNaN(values[i] ?? 0)) continue;
    const follows = i > 0 && !Number.isNaN(values[i - 1] ?? 0);
    const difference = Math.abs(exact) > ROUNDING_MG_DL ? exact : 0;
    // The last one listed is asked too: the trace may have crossed inside a hole, or while the means were equal.
    if (i === 0 || (follows && (difference * previous < 0 || difference * listed < 0))) {
      slots.push(i);
      above.push(difference > 0);
      listed = difference;
    }
    previous = difference;
  }
  slots.push(values.length - 1);
  return { slots, above };
}

/** A mean over the last `window` slots that moves along a trace. */
interface TrailingMean {
  readonly window: number;
  /** Mean of the first `window` slots, which stands for those before its end. */
  readonly first: number;
  sum: number;
  count: number;
  /** The sum since the present block of `window` slots began, and how many of its slots are still to come. */
  blockSum: number;
  blockLeft: number;
}

function trailingMean(values: Float64Array, window: number): TrailingMean {
  const first = meanOfPresent(values.subarray(0, window)) ?? 0;
  return { window, first, sum: 0, count: 0, blockSum: 0, blockLeft: window };
}

/** The mean of the slots that have a value among the `window` up to slot i; to be asked for every slot in turn. */
function meanUpTo(i: number, mean: TrailingMean, values: Float64Array): number {
  const entering = values[i] ?? 0;
  const leaving = i < mean.window ? Number.NaN : (values[i - mean.window] ?? 0);
  if (!Number.isNaN(leaving)) {
    mean.sum -= leaving;
    mean.count -= 1;
  }
  if (!Number.isNaN(entering)) {
    mean.sum += entering;
    mean.blockSum += entering;
    mean.count += 1;
  }
  mean.blockLeft -= 1;
  // Block by block the sum starts afresh, so that rounding does not add up along the trace.
  if (mean.blockLeft === 0) {
    mean.sum = mean.blockSum;
    mean.blockSum = 0;
    mean.blockLeft = mean.window;
  }
  return i < mean.window ? mean.first : mean.sum / mean.count;
}

/**
 * The glucose at the turning points: for each crossing but the last the extreme from the turning point before it to the
 * crossing after it, the earliest on ties.
 *
 * These ranges overlap, possibly all of them, but neither end ever goes back. So the peaks and the nadirs that can
 * still be the extreme of a range are kept in two queues, which each of them enters and leaves once.
 */
function turningPoints(values: Float64Array, { slots, above }: Crossings): number[] {
  const turns: number[] = [];
  const peaks: Candidates = { sign: 1, slots: [], from: 0 };
  const nadirs: Candidates = { sign: -1, slots: [], from: 0 };
  let next = 0;
  // Where the trace last came to a new value, and how it came there.
  let last = 0;
  let lastValue = Number.NaN;
  let rises = false;
  let turn = 0;
  for (let k = 0; k < above.length; k += 1) {
    const end = slots[k + 1] ?? 0;
    for (; next <= end; next += 1) {
      const value = values[next] ?? 0;
      if (value === lastValue || Number.isNaN(value)) continue;
      if (value > lastValue) {
        if (!rises) admit(last, nadirs, values);
        rises = true;
      } else {
        if (rises) admit(last, peaks, values);
        rises = false;
      }
      last = next;
      lastValue = value;
    }
    turn = extremeFrom(turn, last, above[k] === true ? peaks : nadirs, values);
    turns.push(values[turn] ?? 0);
  }
  return turns;
}

/** Slots of peaks (sign 1) or nadirs (−1) in the order of the trace, each less extreme than those before it. */
interface Candidates {
  readonly sign: 1 | -1;
  readonly slots: number[];
  /** Those before it lie behind the last turning point. */
  from: number;
}

function admit(slot: number, { sign, slots, from }: Candidates, values: Float64Array): void {
  const height = sign * (values[slot] ?? 0);
  while (slots.length > from && sign * (values[slots.at(-1) ?? 0] ?? 0) < height) slots.pop();
  slots.push(slot);
}

/** The extreme from `turn` to `last`: one of the two, or else the first of the candidates between them. */
function extremeFrom(turn: number, last: number, candidates: Candidates, values: Float64Array): number {
  const { sign, slots } = candidates;
  while ((slots[candidates.from] ?? turn) < turn) candidates.from += 1;
  let extreme = turn;
  for (const slot of [slots[candidates.from] ?? turn, last]) {
    if (sign * (values[slot] ?? 0) > sign * (values[extreme] ?? 0)) extreme = slot;
  }
  return extreme;
}

/** Mean height of the rises of at least one SD, from the lowest turning point since the last fall of more than one. */
function meanRise(turns: readonly number[], sd: number): number | null {
  let sum = 0;
  let rises = 0;
  let low = Number.POSITIVE_INFINITY;
  let peak: number | null = null;
  // The end of the trace closes an open rise as a fall does.
  for (const height of [...turns, Number.NEGATIVE_INFINITY]) {
    if (peak === null) {
      low = Math.min(low, height);
      if (height - low >= sd) peak = height;
    } else if (height > peak) {
      peak = height;
    } else if (height - peak < -sd) {
      sum += peak - low;
      rises += 1;
      low = height;
      peak = null;
    }
  }
  return rises === 0 ? null : sum / rises;
}

/** Mean of the heights that there are, each weighing by its stretch's duration; null when there is none. */
function meanByDuration(stretches: readonly Stretch[], kinds: readonly (keyof Omit<Mage, "avg">)[]) {
  let sum = 0;
  let minutes = 0;
  for (const stretch of stretches) {
    for (const kind of kinds) {
      const height = stretch[kind];
      if (height === null) continue;
      sum += height * stretch.minutes;
      minutes += stretch.minutes;
    }
  }
  return minutes === 0 ? null : sum / minutes;
}
