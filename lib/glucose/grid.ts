import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { localEpochDay } from "./local-time";
import type { EgvSeries } from "./reading";

/**
 * Readings at even steps: what every figure with a time lag is computed from.
 *
 * Slot i lies `i` steps after `start` in real time. The end of a step counts to it: slot 0 is one step after midnight,
 * the last slot of a day is the next midnight.
 */
export interface GlucoseGrid {
  readonly stepMinutes: number;
  readonly slotsPerDay: number;
  readonly start: Instant;
  /** mg/dL; NaN where there is no reading near enough. */
  readonly values: Float64Array;
  /**
   * Where each slot stands on the wall clock, counted in steps from the first midnight: day = floor(n / slotsPerDay),
   * time of day = n mod slotsPerDay. Null while the clock kept one offset, when it is the slot's own number.
   */
  readonly wallSlots: Int32Array | null;
  /** Slots with a value. */
  readonly present: number;
}

type Stream = Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes" | "value">;

/** Across a longer silence nothing is known: slots strictly inside it stay empty. */
const GRID_GAP_MINUTES_MAX = 45;

const MINUTES_PER_DAY = 1_440;
const STEP_MINUTES_MAX = 20;

/**
 * Lays ascending readings on a grid by linear interpolation between neighbours; null without readings. Of readings
 * with one timestamp the last counts. Nothing is extrapolated, and no slot inside a gap of more than 45 min is filled.
 *
 * The step is the median of the stream, made to divide a day (`gridStepMinutes`), unless given. This is the grid of
 * the R package iglu (Broll 2021, doi 10.1371/journal.pone.0248560), laid in real time instead of on the wall clock,
 * so that a clock change neither repeats nor loses an hour.
 */
export function gridOf(
  stream: Stream,
  stepMinutes: number | null = gridStepMinutes(stream),
): GlucoseGrid | null {
  const { length, systemTime, displayOffsetMinutes: offsets, value } = stream;
  if (length === 0) return null;
  const step = (stepMinutes ?? 5) * MINUTE_MS;
  const firstOffset = offsets[0] ?? 0;
  const firstTime = systemTime[0] ?? 0;
  const lastTime = systemTime[length - 1] ?? 0;
  const start = localEpochDay(firstTime, firstOffset) * DAY_MS - firstOffset * MINUTE_MS + step;
  const slots = Math.max(0, Math.floor((lastTime - start) / step) + 1);
  const values = new Float64Array(slots);
  const wallSlots = hasOneOffset(stream) ? null : new Int32Array(slots);
  let present = 0;
  let k = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const time = start + slot * step;
    while (k + 1 < length && (systemTime[k + 1] ?? 0) <= time) k += 1;
    if (wallSlots !== null) {
      wallSlots[slot] = slot + Math.round((((offsets[k] ?? 0) - firstOffset) * MINUTE_MS) / step);
    }
    const before = systemTime[k] ?? 0;
    const from = value[k] ?? 0;
    const gap = before === time ? 0 : (systemTime[k + 1] ?? Number.POSITIVE_INFINITY) - before;
    if (before > time || gap > GRID_GAP_MINUTES_MAX * MINUTE_MS) {
      values[slot] = Number.NaN;
      continue;
    }
    values[slot] = gap === 0 ? from : from + ((value[k + 1] ?? 0) - from) * ((time - before) / gap);
    present += 1;
  }
  return {
    stepMinutes: step / MINUTE_MS,
    slotsPerDay: Math.round(DAY_MS / step),
    start,
    values,
    wallSlots,
    present,
  };
}

/**
 * The stream's median step in whole minutes (halves to even), made to divide a day: above 20 min it becomes 20, else
 * the nearest multiple of 5. Null below two readings at different times.
 */
export function gridStepMinutes(stream: Pick<Stream, "length" | "systemTime">): number | null {
  const median = medianStepMinutes(stream);
  if (median === null) return null;
  const step = Math.max(1, roundHalfToEven(median));
  if (MINUTES_PER_DAY % step === 0) return step;
  if (step > STEP_MINUTES_MAX) return STEP_MINUTES_MAX;
  return step % 5 > 2 ? step + 5 - (step % 5) : step - (step % 5);
}

// Counted by rounded minutes first, so that it takes one pass and no sort: rounding keeps the order of steps.
function medianStepMinutes({ length, systemTime }: Pick<Stream, "length" | "systemTime">): number | null {
  const perMinute = new Uint32Array(MINUTES_PER_DAY + 1);
  let steps = 0;
  let minute = 0;
  for (let i = 1; i < length; i += 1) {
    const step = (systemTime[i] ?? 0) - (systemTime[i - 1] ?? 0);
    if (step <= 0) continue;
    // Most steps are alike: the division is for one that is not.
    if (Math.abs(step - minute * MINUTE_MS) >= MINUTE_MS / 2) minute = bucketOf(step);
    perMinute[minute] = (perMinute[minute] ?? 0) + 1;
    steps += 1;
  }
  if (steps === 0) return null;
  const rank = Math.ceil(steps / 2);
  let below = 0;
  let lower = 0;
  for (; below + (perMinute[lower] ?? 0) < rank; lower += 1) below += perMinute[lower] ?? 0;
  if (steps % 2 === 1 || below + (perMinute[lower] ?? 0) > rank) return lower;
  // An even number of steps whose middle two fall into different minutes: their exact mean decides.
  let longestBelow = 0;
  let shortestAbove = Number.POSITIVE_INFINITY;
  for (let i = 1; i < length; i += 1) {
    const step = (systemTime[i] ?? 0) - (systemTime[i - 1] ?? 0);
    if (step <= 0) continue;
    if (bucketOf(step) <= lower) longestBelow = Math.max(longestBelow, step);
    else shortestAbove = Math.min(shortestAbove, step);
  }
  return (longestBelow + shortestAbove) / 2 / MINUTE_MS;
}

/** A step of ms in whole minutes, at most a day. */
function bucketOf(stepMs: number): number {
  return stepMs >= DAY_MS ? MINUTES_PER_DAY : roundHalfToEven(stepMs / MINUTE_MS);
}

function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

function hasOneOffset({ length, displayOffsetMinutes }: Stream): boolean {
  const first = displayOffsetMinutes[0];
  for (let i = 1; i < length; i += 1) if (displayOffsetMinutes[i] !== first) return false;
  return true;
}
