import type { Instant } from "@/lib/clock";
import { CADENCE_DEFAULT_MINUTES, cadenceMinutes } from "./cadence";
import type { Freshness } from "./figures";
import type { EgvSeries } from "./reading";
import { oneSensorAtATime } from "./sensors";
import { filterSeries, firstIndexFrom, STATUS_IN_RANGE, sliceOfSeries } from "./series";
import { type OffsetSpan, offsetSpans } from "./wall-clock";

/** What every figure and every chart starts from: the readings that count, and what is known about time. */
export interface Timeline {
  /** Plausible, available, one sensor at a time; not yet cut to a period. */
  readonly readings: EgvSeries;
  /** Values outside 20–600 mg/dL: counted, used by nothing. */
  readonly implausible: EgvSeries;
  readonly cadenceMinutes: number;
  readonly offsets: readonly OffsetSpan[];
  /**
   * Between these two a missing reading is a gap; outside, it is not fetched yet. Everything up to the last complete
   * sync has been asked for. While the first import runs, only what lies between the oldest and the newest reading is
   * known to have been; nothing at all (Infinity to -Infinity) before its first reading.
   */
  readonly checkedFrom: Instant;
  readonly checkedThrough: Instant;
}

const PLAUSIBLE_MIN_MG_DL = 20;
const PLAUSIBLE_MAX_MG_DL = 600;

/** Readings after `checkedThrough` are left out: no figure may say more than its "data through" line. */
export function timelineOf(series: EgvSeries, freshness: Freshness): Timeline {
  const limit = Math.min(freshness.availableUntil, freshness.checkedThrough ?? freshness.availableUntil);
  const available = sliceOfSeries(series, 0, countUpTo(series, limit));
  const isPlausible = (i: number) => {
    const value = available.value[i] ?? Number.NaN;
    const withinScale = value >= PLAUSIBLE_MIN_MG_DL && value <= PLAUSIBLE_MAX_MG_DL;
    return withinScale || available.status[i] !== STATUS_IN_RANGE;
  };
  const plausible = everyIndex(available, isPlausible) ? available : filterSeries(available, isPlausible);
  const cadence = cadenceMinutes(plausible) ?? CADENCE_DEFAULT_MINUTES;
  const readings = oneSensorAtATime(plausible, cadence);
  const firstImportRuns = freshness.checkedThrough === null;
  const oldest = readings.systemTime[0] ?? Number.POSITIVE_INFINITY;
  const newest = readings.systemTime[readings.length - 1] ?? Number.NEGATIVE_INFINITY;
  return {
    readings,
    implausible:
      plausible === available
        ? sliceOfSeries(available, 0, 0)
        : filterSeries(available, (i) => !isPlausible(i)),
    cadenceMinutes: cadence,
    offsets: offsetSpans(readings, freshness.displayOffsetMinutes),
    checkedFrom: firstImportRuns ? oldest : Number.NEGATIVE_INFINITY,
    checkedThrough: firstImportRuns ? newest : limit,
  };
}

/** Readings at or before an instant: those before the next whole millisecond. */
function countUpTo(series: EgvSeries, limit: Instant): number {
  return firstIndexFrom(series, Math.floor(limit) + 1);
}

function everyIndex({ length }: EgvSeries, holds: (i: number) => boolean): boolean {
  for (let i = 0; i < length; i += 1) if (!holds(i)) return false;
  return true;
}
