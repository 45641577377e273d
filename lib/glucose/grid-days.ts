import type { GlucoseGrid } from "./grid";

export type GridCells = Pick<GlucoseGrid, "values" | "wallSlots" | "slotsPerDay">;

/** Mean and sample SD of each local day, in mg/dL; NaN where a day has no value, for the SD below two. */
export function dailyMoments(grid: GridCells): { means: Float64Array; sds: Float64Array } {
  const { days, day } = cellsOf(grid);
  return momentsByGroup(grid.values, day, days);
}

/** For each slot its local day, numbered from 0 on, and its time of day; and how many such days there are. */
export function cellsOf({ values, wallSlots, slotsPerDay }: GridCells): {
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

/** Mean and sample SD (n − 1) of the values of each group; NaN where a group has none, for the SD below two. */
export function momentsByGroup(
  values: Float64Array,
  group: Uint16Array,
  groups: number,
): { means: Float64Array; sds: Float64Array } {
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
