import { type Instant, MINUTE_MS } from "@/lib/clock";
import { BANDS } from "../bands";
import type { CoveredPeriod, DayColumns } from "../coverage";
import type { GlucoseGrid } from "../grid";
import { bandIndex, type RangeBounds } from "../ranges";

export const EPISODE_SIDES = ["hypo", "hyper"] as const;
export type EpisodeSide = (typeof EPISODE_SIDES)[number];
export const EPISODE_LISTS = ["level1", "level2", "level1Exclusive", "extended", "prolonged"] as const;
export type EpisodeList = (typeof EPISODE_LISTS)[number];

/** Where each number stands in a row of `DayStatistics`. */
export const DAY_COLUMNS = {
  readings: 0,
  /** Σ (x − centre) in mg/dL. */
  deviations: 1,
  /** Σ (x − centre)² in (mg/dL)². */
  squares: 2,
  /** Minutes of grid slots with a value: what rates of episodes are over. */
  recordedMinutes: 3,
  /** Five counts of readings, in the order of `BANDS`. */
  bands: 4,
  /** Ten counts of episodes by where they start: `EPISODE_LISTS` of hypo, then of hyper. */
  episodes: 4 + BANDS.length,
};
/** Numbers in a row: a multiple of 4, because rows are added four columns at a time; what is left over stays 0. */
export const DAY_COLUMN_COUNT =
  4 * Math.ceil((DAY_COLUMNS.episodes + EPISODE_SIDES.length * EPISODE_LISTS.length) / 4);

/**
 * What deviations are taken from. Close to any real mean, so that subtracting squares loses no digits, and whole, so
 * that sums of whole mg/dL are exact in every order.
 */
export const CENTRE_MG_DL = 150;

/** A period as days that can be drawn: one row for each local date with readings, added up in any combination. */
export interface DayStatistics {
  /** Epoch day of the first such date, of the first date of the period where there is none. */
  readonly firstDay: number;
  readonly days: number;
  /** `days` rows of `DAY_COLUMN_COUNT` numbers, one after the other. */
  readonly rows: Float64Array;
}

interface EpisodeStarts {
  readonly list: readonly { readonly start: Instant }[];
}

interface DayStatisticsInput {
  readonly covered: Pick<CoveredPeriod, "readings" | "days">;
  readonly grid: GlucoseGrid | null;
  readonly episodes: Readonly<Record<EpisodeSide, Readonly<Record<EpisodeList, EpisodeStarts>>>>;
  readonly bounds: RangeBounds;
}

/**
 * The figures of a period taken apart by local date, so that the sum of all rows is the whole period: every reading,
 * slot and episode is in exactly one row. A slot, and an episode that starts in it, belongs to the date of the reading
 * that it follows. Dates without a reading have no row. Linear.
 */
export function dayStatisticsOf({ covered, grid, episodes, bounds }: DayStatisticsInput): DayStatistics {
  const { statistics, rowOfDay } = countReadings({ covered, bounds });
  if (grid !== null) addSlots(statistics.rows, { covered, grid, episodes, rowOfDay });
  return statistics;
}

/** The same without recorded time and episodes, which stay 0: for figures that follow from readings alone. */
export function readingStatisticsOf(input: Pick<DayStatisticsInput, "covered" | "bounds">): DayStatistics {
  return countReadings(input).statistics;
}

function countReadings({ covered, bounds }: Pick<DayStatisticsInput, "covered" | "bounds">) {
  const { readings, days } = covered;
  const { firstWithReadings, count, rowOfDay } = rowsOfDays(days);
  const rows = new Float64Array(count * DAY_COLUMN_COUNT);
  for (let i = 0; i < readings.length; i += 1) {
    const row = rowOfDay[days.dayOf[i] ?? 0] ?? 0;
    const value = readings.value[i] ?? 0;
    const deviation = value - CENTRE_MG_DL;
    add(rows, row + DAY_COLUMNS.readings, 1);
    add(rows, row + DAY_COLUMNS.deviations, deviation);
    add(rows, row + DAY_COLUMNS.squares, deviation * deviation);
    add(rows, row + DAY_COLUMNS.bands + bandIndex(value, bounds), 1);
  }
  return { statistics: { firstDay: days.firstDay + firstWithReadings, days: count, rows }, rowOfDay };
}

function rowsOfDays({ days, readings }: Pick<DayColumns, "days" | "readings">) {
  const rowOfDay = new Int32Array(days);
  let firstWithReadings = 0;
  let count = 0;
  for (let day = 0; day < days; day += 1) {
    if (readings[day] === 0) continue;
    if (count === 0) firstWithReadings = day;
    rowOfDay[day] = count * DAY_COLUMN_COUNT;
    count += 1;
  }
  return { firstWithReadings, count, rowOfDay };
}

interface Slots extends Omit<DayStatisticsInput, "grid" | "bounds"> {
  readonly grid: GlucoseGrid;
  readonly rowOfDay: Int32Array;
}

function addSlots(rows: Float64Array, { covered, grid, episodes, rowOfDay }: Slots): void {
  const { readings, days } = covered;
  const stepMs = grid.stepMinutes * MINUTE_MS;
  const rowOfSlot = new Int32Array(grid.values.length);
  let i = 0;
  for (let slot = 0; slot < rowOfSlot.length; slot += 1) {
    const time = grid.start + slot * stepMs;
    while (i + 1 < readings.length && (readings.systemTime[i + 1] ?? 0) <= time) i += 1;
    const row = rowOfDay[days.dayOf[i] ?? 0] ?? 0;
    rowOfSlot[slot] = row;
    if (!Number.isNaN(grid.values[slot])) add(rows, row + DAY_COLUMNS.recordedMinutes, grid.stepMinutes);
  }
  let column = DAY_COLUMNS.episodes;
  for (const side of EPISODE_SIDES) {
    for (const name of EPISODE_LISTS) {
      for (const { start } of episodes[side][name].list) {
        add(rows, (rowOfSlot[Math.round((start - grid.start) / stepMs)] ?? 0) + column, 1);
      }
      column += 1;
    }
  }
}

function add(rows: Float64Array, at: number, amount: number): void {
  rows[at] = (rows[at] ?? 0) + amount;
}
