import { type Instant, MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import { addDays, epochDay, type LocalDate, localEpochDay } from "./local-time";
import type { EgvSeries } from "./reading";
import { firstIndexFrom } from "./series";
import { hull, instantsOfDates } from "./wall-clock";
import type { Workings } from "./workings";

/** Above this many days, small curves are a page to scroll through and no longer something to compare. */
export const SMALL_CURVES_MAX = 31;

/** How many of its newest dates a pattern shows at most where it stands among other things. */
export const PATTERN_CURVES_MAX = 3;

type Line = readonly (readonly [minutes: number, mgDl: number])[];

/** One day, small: where its curve goes. */
export interface DaySparkline {
  readonly date: LocalDate;
  /** Length of the x axis: 1,440 or what the day really had. */
  readonly lengthMinutes: number;
  /** Minutes since the day began from which nothing may be shown yet; null for a day that is wholly available. */
  readonly awaitedFromMinutes: number | null;
  /** Unbroken runs of [minutes since the day began, mg/dL]. */
  readonly lines: readonly Line[];
}

// About one pixel of a thumbnail. Lowest and highest of each are kept, so no short low is smoothed away.
const BUCKET_MS = 20 * MINUTE_MS;

/**
 * The curves of each date of a period, or of those dates of it that are named, for small multiples; thinned to at most
 * 144 points a day. What was left out of the figures is left out here, too.
 */
export function daySparklines(
  { input: { period, freshness }, covered: { readings }, cadenceMinutes, offsets }: Workings,
  dates?: ReadonlySet<LocalDate>,
): DaySparkline[] {
  const pauseMsMax = cadenceMinutes * GAP_CADENCES * MINUTE_MS;
  const firstDay = epochDay(period.from);
  return Array.from({ length: period.days }, (_, i) => addDays(period.from, i)).flatMap((date, i) => {
    if (dates !== undefined && !dates.has(date)) return [];
    const day = firstDay + i;
    const span = hull(instantsOfDates(offsets, day, day)) ?? { from: 0, to: 0 };
    return {
      date,
      lengthMinutes: (span.to - span.from) / MINUTE_MS,
      awaitedFromMinutes:
        freshness.availableUntil < span.to
          ? Math.max(0, (freshness.availableUntil - span.from) / MINUTE_MS)
          : null,
      lines: linesOf(readings, { day, first: firstIndexFrom(readings, span.from), ...span }, pauseMsMax),
    };
  });
}

function linesOf(
  { systemTime, displayOffsetMinutes, value, length }: EgvSeries,
  { day, first, from, to }: { day: number; first: number; from: Instant; to: Instant },
  pauseMsMax: number,
): Line[] {
  const lines: [number, number][][] = [];
  let bucket = -1;
  let lowest = -1;
  let highest = -1;
  const point = (i: number): [number, number] => [((systemTime[i] ?? 0) - from) / MINUTE_MS, value[i] ?? 0];
  const closeBucket = () => {
    const line = lines.at(-1);
    if (line === undefined || lowest < 0) return;
    line.push(point(Math.min(lowest, highest)));
    if (lowest !== highest) line.push(point(Math.max(lowest, highest)));
    lowest = -1;
  };
  let last: Instant = Number.NEGATIVE_INFINITY;
  for (let i = first; i < length; i += 1) {
    const time = systemTime[i] ?? 0;
    if (time >= to) break;
    if (localEpochDay(time, displayOffsetMinutes[i] ?? 0) !== day) continue;
    const breaks = time - last > pauseMsMax;
    const nextBucket = Math.floor((time - from) / BUCKET_MS);
    if (breaks || nextBucket !== bucket) closeBucket();
    if (breaks) lines.push([]);
    if (lowest < 0) {
      lowest = i;
      highest = i;
    } else if ((value[i] ?? 0) < (value[lowest] ?? 0)) {
      lowest = i;
    } else if ((value[i] ?? 0) > (value[highest] ?? 0)) {
      highest = i;
    }
    bucket = nextBucket;
    last = time;
  }
  closeBucket();
  return lines;
}
