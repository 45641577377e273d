import type { GlucoseGrid } from "../grid";
import { dailyMoments, type GridCells, type Moments, timeOfDayMoments } from "../grid-days";
import { meanOfPresent, sdOfPresent, sdOfSlots } from "../slot-statistics";

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

/**
 * The SD taken apart. Days and times of day are those of the wall clock; where a day of 25 hours gives two slots to one
 * time of day, both count. Every SD is that of a sample (n − 1): a day, a time of day or a window with a single value
 * has none and is left out of the mean. Null where nothing is left, for `wsh` also at steps of an hour or more.
 * `byDay` saves counting the days again. Rodbard 2009, doi 10.1089/dia.2009.0015.
 */
export function sdSubtypes(
  grid: GridCells & Pick<GlucoseGrid, "stepMinutes">,
  byDay: Moments = dailyMoments(grid),
): SdSubtypes {
  const byTime = timeOfDayMoments(grid, null);
  return {
    w: meanOfPresent(byDay.sds),
    hhmm: sdOfPresent(byTime.means),
    wsh: meanSdOfHours(grid),
    dm: sdOfPresent(byDay.means),
    b: meanOfPresent(byTime.sds),
    bdm: meanOfPresent(timeOfDayMoments(grid, byDay.means).sds),
  };
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
