import { type Instant, MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import { coverPeriod } from "./coverage";
import { firstIndexFrom } from "./gaps";
import { addDays, epochDay, type LocalDate, localEpochDay } from "./local-time";
import type { EgvSeries } from "./reading";
import type { SummaryInput } from "./summary";
import { timelineOf } from "./timeline";
import { hull, instantsOfDates } from "./wall-clock";

/** One day, small: where its curve goes. */
export interface DaySparkline {
  readonly date: LocalDate;
  /** Length of the x axis: 1,440 or what the day really had. */
  readonly lengthMinutes: number;
  /** Unbroken runs of [minutes since the day began, mg/dL]. */
  readonly lines: readonly (readonly (readonly [minutes: number, mgDl: number])[])[];
}

// About one pixel of a thumbnail. Lowest and highest of each are kept, so no short low is smoothed away.
const BUCKET_MINUTES = 20;

/** The curves of each date of a period for small multiples, thinned to at most 144 points a day. */
export function daySparklines({ series, period, freshness }: SummaryInput): DaySparkline[] {
  const timeline = timelineOf(series, freshness);
  const { readings } = coverPeriod(timeline, period);
  const pauseMsMax = timeline.cadenceMinutes * GAP_CADENCES * MINUTE_MS;
  return Array.from({ length: period.days }, (_, i) => {
    const day = epochDay(period.from) + i;
    const span = hull(instantsOfDates(timeline.offsets, day, day)) ?? { from: 0, to: 0 };
    return {
      date: addDays(period.from, i),
      lengthMinutes: (span.to - span.from) / MINUTE_MS,
      lines: linesOf(readings, { day, ...span }, pauseMsMax),
    };
  });
}

function linesOf(
  readings: EgvSeries,
  { day, from, to }: { day: number; from: Instant; to: Instant },
  pauseMsMax: number,
): [number, number][][] {
  const lines: [number, number][][] = [];
  let bucket = new Bucket();
  let last: Instant = Number.NEGATIVE_INFINITY;
  for (let i = firstIndexFrom(readings, from); i < readings.length; i += 1) {
    const time = readings.systemTime[i] ?? 0;
    if (time >= to) break;
    if (localEpochDay(time, readings.displayOffsetMinutes[i] ?? 0) !== day) continue;
    const minutes = (time - from) / MINUTE_MS;
    const breaks = time - last > pauseMsMax;
    if (breaks || !bucket.holds(minutes)) {
      lines.at(-1)?.push(...bucket.extremes());
      bucket = new Bucket();
      if (breaks) lines.push([]);
    }
    bucket.add(minutes, readings.value[i] ?? 0);
    last = time;
  }
  lines.at(-1)?.push(...bucket.extremes());
  return lines;
}

/** Neighbouring readings of one pixel: only the lowest and the highest survive, in the order of time. */
class Bucket {
  #lowest: [number, number] | null = null;
  #highest: [number, number] | null = null;

  holds(minutes: number): boolean {
    const bucketOf = (at: number) => Math.floor(at / BUCKET_MINUTES);
    return this.#lowest === null || bucketOf(this.#lowest[0]) === bucketOf(minutes);
  }

  add(minutes: number, mgDl: number): void {
    if (this.#lowest === null || mgDl < this.#lowest[1]) this.#lowest = [minutes, mgDl];
    if (this.#highest === null || mgDl > this.#highest[1]) this.#highest = [minutes, mgDl];
  }

  extremes(): [number, number][] {
    if (this.#lowest === null || this.#highest === null) return [];
    if (this.#lowest[0] === this.#highest[0]) return [this.#lowest];
    return this.#lowest[0] < this.#highest[0] ? [this.#lowest, this.#highest] : [this.#highest, this.#lowest];
  }
}
