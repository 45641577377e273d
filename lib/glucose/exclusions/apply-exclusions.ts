import type { EgvSeries } from "../reading";
import { filterSeries } from "../series";
import type { Exclusion } from "./exclusion";

/** What exclusions leave of a series, and what each of them took. */
export interface AppliedExclusions {
  /** The very series that was given when nothing is left out. */
  readonly kept: EgvSeries;
  /** Those that left readings out, in time order and each once, with how many they were. */
  readonly excluded: readonly (Exclusion & { readonly readings: number })[];
  /** Readings left out in all. */
  readonly readings: number;
}

const ANY_SENSOR = -1;
const NO_SENSOR = -2;

/**
 * The readings outside every exclusion. A reading in several counts for the first of them by time. The order of
 * `exclusions` changes nothing, nor does the same one given twice; empty and reversed spans leave nothing out.
 *
 * Apply it before `timelineOf` chooses one sensor at a time: so an earlier sensor that is still worn speaks for the
 * first hours that are left out of the next one's. One pass over spans and readings.
 */
export function applyExclusions(series: EgvSeries, exclusions: readonly Exclusion[]): AppliedExclusions {
  const ordered = inTimeOrder(exclusions);
  const sensors = ordered.map(({ transmitterId }) => {
    if (transmitterId === null) return ANY_SENSOR;
    const sensor = series.transmitters.indexOf(transmitterId);
    return sensor < 0 ? NO_SENSOR : sensor;
  });
  const counts = new Uint32Array(ordered.length);
  const running: number[] = [];
  let next = 0;
  const kept = filterSeries(series, (i) => {
    const time = series.systemTime[i] ?? 0;
    for (let begun = ordered[next]; begun !== undefined && begun.from <= time; begun = ordered[next]) {
      running.push(next);
      next += 1;
    }
    for (let r = 0; r < running.length; ) {
      const position = running[r] ?? 0;
      const sensor = sensors[position];
      if ((ordered[position]?.to ?? 0) <= time) {
        running.splice(r, 1);
      } else if (sensor === ANY_SENSOR || sensor === series.transmitter[i]) {
        counts[position] = (counts[position] ?? 0) + 1;
        return false;
      } else {
        r += 1;
      }
    }
    return true;
  });
  return {
    kept,
    excluded: ordered
      .map((exclusion, position) => ({ ...exclusion, readings: counts[position] ?? 0 }))
      .filter(({ readings }) => readings > 0),
    readings: series.length - kept.length,
  };
}

function inTimeOrder(exclusions: readonly Exclusion[]): Exclusion[] {
  return exclusions
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to || compare(restOf(a), restOf(b)));
}

// Any fixed order will do: it only keeps the outcome independent of the order in which exclusions were given.
function restOf({ kind, transmitterId, reason, markedBy }: Exclusion): string {
  return JSON.stringify([kind, transmitterId, reason, markedBy]);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
