import type { GlucoseGrid } from "../grid";

/** Where the variability lies, each an SD in mg/dL, null where it cannot be computed. */
export interface SdSubtypes {
  /** Within days: mean of the SDs of each day. */
  readonly w: number | null;
  /** Between times of day: SD of the mean at each time of day. */
  readonly hhmm: number | null;
  /** Within an hour: mean of the SDs of all windows of one hour. */
  readonly wsh: number | null;
  /** Between days: SD of the daily means. */
  readonly dm: number | null;
  /** Between days at one time of day: mean of the SDs at each time of day. */
  readonly b: number | null;
  /** The same after each day's mean is taken off. */
  readonly bdm: number | null;
}

type Cells = Pick<GlucoseGrid, "values" | "wallSlots" | "slotsPerDay">;

/**
 * The SD taken apart. Days and times of day are those of the wall clock; where a day of 25 hours gives two slots to one
 * time of day, both count. Every SD is that of a sample (n − 1): a day, a time of day or a window with a single value
 * has none and is left out of the mean. Null where nothing is left, for `wsh` also at steps of an hour or more.
 * Rodbard 2009, doi 10.1089/dia.2009.0015.
 */
export function sdSubtypes(grid: Cells & Pick<GlucoseGrid, "stepMinutes">): SdSubtypes {
  const { values, slotsPerDay } = grid;
  const { days, day, time } = cellsOf(grid);
  const byDay = momentsByGroup(values, day, days);
  const byTime = momentsByGroup(values, time, slotsPerDay);
  const offDayMean = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    offDayMean[i] = (values[i] ?? 0) - (byDay.means[day[i] ?? 0] ?? 0);
  }
  return {
    w: meanOfPresent(byDay.sds),
    hhmm: sdOfPresent(byTime.means),
    wsh: meanSdOfHours(grid),
    dm: sdOfPresent(byDay.means),
    b: meanOfPresent(byTime.sds),
    bdm: meanOfPresent(momentsByGroup(offDayMean, time, slotsPerDay).sds),
  };
}

/** Mean and sample SD of each local day, in mg/dL; NaN where a day has no value, for the SD below two. */
export function dailyMoments(grid: Cells): { means: Float64Array; sds: Float64Array } {
  const { days, day } = cellsOf(grid);
  return momentsByGroup(grid.values, day, days);
}

/** Mean of those that are not NaN, null when there are none. */
export function meanOfPresent(values: Float64Array): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Sample SD (n − 1) of those that are not NaN, null below two. */
export function sdOfPresent(values: Float64Array): number | null {
  const sd = sdOfSlots(values, 0, values.length);
  return Number.isNaN(sd) ? null : sd;
}

/**
 * The lowest and the highest slot of the wall clock. The lowest is below 0 when a flight westwards on the first day led
 * back into the day before.
 */
export function wallSpan(wallSlots: Int32Array): { first: number; last: number } {
  let first = 0;
  let last = 0;
  for (let i = 0; i < wallSlots.length; i += 1) {
    const wall = wallSlots[i] ?? 0;
    if (wall < first) first = wall;
    else if (wall > last) last = wall;
  }
  return { first, last };
}

/** For each slot its local day, numbered from 0 on, and its time of day; and how many such days there are. */
function cellsOf({ values, wallSlots, slotsPerDay }: Cells): {
  days: number;
  day: Uint16Array;
  time: Uint16Array;
} {
  const { first, last } = wallSlots === null ? { first: 0, last: values.length - 1 } : wallSpan(wallSlots);
  const firstDay = Math.floor(first / slotsPerDay);
  const day = new Uint16Array(values.length);
  const time = new Uint16Array(values.length);
  let dayNow = 0;
  for (let i = 0; i < values.length; i += 1) {
    const wall = wallSlots === null ? i : (wallSlots[i] ?? 0);
    let timeNow = wall - dayNow * slotsPerDay;
    if (timeNow < 0 || timeNow >= slotsPerDay) {
      dayNow = Math.floor(wall / slotsPerDay);
      timeNow = wall - dayNow * slotsPerDay;
    }
    day[i] = dayNow - firstDay;
    time[i] = timeNow;
  }
  return { days: Math.floor(last / slotsPerDay) - firstDay + 1, day, time };
}

function momentsByGroup(values: Float64Array, group: Uint16Array, groups: number) {
  const means = new Float64Array(groups);
  const sds = new Float64Array(groups);
  const counts = new Uint32Array(groups);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    const of = group[i] ?? 0;
    means[of] = (means[of] ?? 0) + value;
    counts[of] = (counts[of] ?? 0) + 1;
  }
  for (let of = 0; of < groups; of += 1) means[of] = (means[of] ?? 0) / (counts[of] ?? 0);
  for (let i = 0; i < values.length; i += 1) {
    const of = group[i] ?? 0;
    const deviation = (values[i] ?? 0) - (means[of] ?? 0);
    if (!Number.isNaN(deviation)) sds[of] = (sds[of] ?? 0) + deviation * deviation;
  }
  for (let of = 0; of < groups; of += 1) {
    const count = counts[of] ?? 0;
    sds[of] = count < 2 ? Number.NaN : Math.sqrt((sds[of] ?? 0) / (count - 1));
  }
  return { means, sds };
}

function meanSdOfHours({ values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">): number | null {
  const width = Math.round(60 / stepMinutes);
  if (width < 2) return null;
  let sum = 0;
  let windows = 0;
  // The day of the last reading has later slots, all of them empty: windows may reach into them.
  for (let from = 0; from + 1 < values.length; from += 1) {
    const sd = sdOfWindow(values, from, Math.min(from + width, values.length));
    if (Number.isNaN(sd)) continue;
    sum += sd;
    windows += 1;
  }
  return windows === 0 ? null : sum / windows;
}

// Taken around a value of its own, a window of an hour loses no digits in one pass. Only where a hole shows in the sum
// does it need two.
function sdOfWindow(values: Float64Array, from: number, to: number): number {
  const pivot = values[from] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let i = from; i < to; i += 1) {
    const deviation = (values[i] ?? 0) - pivot;
    sum += deviation;
    squares += deviation * deviation;
  }
  if (Number.isNaN(sum)) return sdOfSlots(values, from, to);
  const count = to - from;
  return Math.sqrt((squares - (sum * sum) / count) / (count - 1));
}

/** Sample SD (n − 1) of the slots `from` to `to` (exclusive) that have a value, in their unit; NaN below two. */
export function sdOfSlots(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  if (count < 2) return Number.NaN;
  const centre = sum / count;
  let squares = 0;
  for (let i = from; i < to; i += 1) {
    const deviation = (values[i] ?? 0) - centre;
    if (!Number.isNaN(deviation)) squares += deviation * deviation;
  }
  return Math.sqrt(squares / (count - 1));
}
