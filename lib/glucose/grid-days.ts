import type { GlucoseGrid } from "./grid";

export type GridCells = Pick<GlucoseGrid, "values" | "wallSlots" | "slotsPerDay">;

/** Mean and sample SD of each group of slots, in mg/dL; NaN where a group has no value, for the SD below two. */
export interface Moments {
  readonly means: Float64Array;
  readonly sds: Float64Array;
}

/** Of each local day. */
export function dailyMoments(grid: GridCells): Moments {
  return momentsBy("day", grid, null);
}

/** Of each time of day, as it is or, given the means of the days, after each day's mean is taken off. */
export function timeOfDayMoments(grid: GridCells, dailyMeans: Float64Array | null): Moments {
  return momentsBy("time", grid, dailyMeans);
}

// Days and times are followed along instead of being written down: for ten years they would be as large as the grid.
function momentsBy(group: "day" | "time", grid: GridCells, dailyMeans: Float64Array | null): Moments {
  const { values, slotsPerDay } = grid;
  const clock = new WallClock(grid);
  const groups = group === "day" ? clock.days : slotsPerDay;
  const means = new Float64Array(groups);
  const sds = new Float64Array(groups);
  const counts = new Uint32Array(groups);
  for (let i = 0; i < values.length; i += 1) {
    clock.moveTo(i);
    const value = (values[i] ?? 0) - (dailyMeans === null ? 0 : (dailyMeans[clock.day] ?? 0));
    if (Number.isNaN(value)) continue;
    const of = group === "day" ? clock.day : clock.time;
    means[of] = (means[of] ?? 0) + value;
    counts[of] = (counts[of] ?? 0) + 1;
  }
  for (let of = 0; of < groups; of += 1) means[of] = (means[of] ?? 0) / (counts[of] ?? 0);
  for (let i = 0; i < values.length; i += 1) {
    clock.moveTo(i);
    const of = group === "day" ? clock.day : clock.time;
    const value = (values[i] ?? 0) - (dailyMeans === null ? 0 : (dailyMeans[clock.day] ?? 0));
    const deviation = value - (means[of] ?? 0);
    if (!Number.isNaN(deviation)) sds[of] = (sds[of] ?? 0) + deviation * deviation;
  }
  for (let of = 0; of < groups; of += 1) {
    const count = counts[of] ?? 0;
    sds[of] = count < 2 ? Number.NaN : Math.sqrt((sds[of] ?? 0) / (count - 1));
  }
  return { means, sds };
}

/** The local day, numbered from 0 on, and the time of day, in slots, of the slot it was moved to. */
class WallClock {
  readonly days: number;
  day = 0;
  time = 0;
  readonly #wallSlots: Int32Array | null;
  readonly #slotsPerDay: number;
  readonly #firstDay: number;

  constructor({ values, wallSlots, slotsPerDay }: GridCells) {
    const { first, last } = wallSlots === null ? { first: 0, last: values.length - 1 } : wallSpan(wallSlots);
    this.#wallSlots = wallSlots;
    this.#slotsPerDay = slotsPerDay;
    this.#firstDay = Math.floor(first / slotsPerDay);
    this.days = Math.floor(last / slotsPerDay) - this.#firstDay + 1;
  }

  moveTo(slot: number): void {
    const wall = this.#wallSlots === null ? slot : (this.#wallSlots[slot] ?? 0);
    this.time = wall - (this.day + this.#firstDay) * this.#slotsPerDay;
    // Neighbours share their day: the division is for the one that begins another.
    if (this.time >= 0 && this.time < this.#slotsPerDay) return;
    const day = Math.floor(wall / this.#slotsPerDay);
    this.day = day - this.#firstDay;
    this.time = wall - day * this.#slotsPerDay;
  }
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
