import { type GridCells, wallSpan } from "../grid-days";

/**
 * Mean of daily differences: the mean absolute difference, in mg/dL, between each slot and the slot at the same time of
 * the wall clock one day before; null without such a pair.
 *
 * After a clock change or a flight the time of day is compared, not the slot 24 hours back. Where the day before had
 * that time twice, its later occurrence counts; where it never had it, there is no pair. Molnar 1972,
 * doi 10.1007/BF01218495; Service 1980, doi 10.2337/diacare.3.1.58.
 */
export function modd(grid: GridCells): number | null {
  const { values, wallSlots, slotsPerDay } = grid;
  const dayBefore = wallSlots === null ? null : valuesOneDayBefore(values, wallSlots, slotsPerDay);
  let sum = 0;
  let pairs = 0;
  for (let i = dayBefore === null ? slotsPerDay : 0; i < values.length; i += 1) {
    const before = dayBefore === null ? values[i - slotsPerDay] : dayBefore[i];
    const difference = (values[i] ?? 0) - (before ?? 0);
    if (Number.isNaN(difference)) continue;
    sum += Math.abs(difference);
    pairs += 1;
  }
  return pairs === 0 ? null : sum / pairs;
}

function valuesOneDayBefore(values: Float64Array, wallSlots: Int32Array, slotsPerDay: number): Float64Array {
  const { first, last } = wallSpan(wallSlots);
  // The latest value at each slot of the wall clock, behind an empty day, so that every slot has a day before it.
  const latest = new Float64Array(last - first + 1 + slotsPerDay).fill(Number.NaN);
  const dayBefore = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const at = (wallSlots[i] ?? 0) - first;
    const value = values[i] ?? 0;
    dayBefore[i] = latest[at] ?? 0;
    if (!Number.isNaN(value)) latest[at + slotsPerDay] = value;
  }
  return dayBefore;
}
