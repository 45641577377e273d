import { HOUR_MS, type Instant } from "@/lib/clock";
import { sensorStartsOf } from "./exclusions/sensor-start";
import type { Egv } from "./reading";

/** One sensor among some readings. */
export interface SensorStretch {
  readonly transmitterId: string;
  /** When it was started, before its warm-up; null where that cannot be told (see `sensorStartsOf`). */
  readonly startedAt: Instant | null;
  readonly firstReadingAt: Instant;
  /** The end of its warm-up, which is its first reading; null where start or first reading are not known. */
  readonly warmUpTo: Instant | null;
  readonly lastReadingAt: Instant;
  /** A sensor that was started later has spoken since this one's last reading. */
  readonly isOver: boolean;
}

// Sensors warm up for half an hour to two hours; a first reading later than this is only the first one known.
const WARM_UP_MS_MAX = 4 * HOUR_MS;

/**
 * The sensors behind some readings, ascending by their first one. Only sensors in one piece with their transmitter
 * (G7, ONE+) are told apart: a transmitter that serves several sensors in turn makes no sessions, none is guessed.
 *
 * The first reading of a sensor is the first one given: whoever asks for a day gives the days around it as well.
 */
export function sensorStretches(egvs: readonly Egv[]): SensorStretch[] {
  const startedAt = new Map(sensorStartsOf(egvs).starts.map(({ transmitterId, at }) => [transmitterId, at]));
  const seen = new Map<string, { first: Instant; last: Instant }>();
  for (const { transmitterId, systemTime } of egvs) {
    if (!transmitterId || !startedAt.has(transmitterId)) continue;
    const known = seen.get(transmitterId);
    if (known === undefined) seen.set(transmitterId, { first: systemTime, last: systemTime });
    else {
      known.first = Math.min(known.first, systemTime);
      known.last = Math.max(known.last, systemTime);
    }
  }
  const stretches = [...seen].map(([transmitterId, { first, last }]) => {
    const started = startedAt.get(transmitterId) ?? null;
    return {
      transmitterId,
      startedAt: started,
      firstReadingAt: first,
      warmUpTo: started !== null && first - started <= WARM_UP_MS_MAX ? first : null,
      lastReadingAt: last,
    };
  });
  return stretches
    .map((one) => ({
      ...one,
      isOver: stretches.some(
        (other) => other.firstReadingAt > one.firstReadingAt && other.lastReadingAt > one.lastReadingAt,
      ),
    }))
    .sort((a, b) => a.firstReadingAt - b.firstReadingAt);
}
