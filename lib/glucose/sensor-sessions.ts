import { type Instant, MINUTE_MS } from "@/lib/clock";
import { activePercent, expectedReadings } from "./coverage";
import { sensorStretches } from "./day-sensors";
import { sensorStartsOf, type UnknownStart } from "./exclusions/sensor-start";
import { type SensorStream, streamsBySensor } from "./exclusions/sensor-streams";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import type { InstantSpan } from "./wall-clock";

/**
 * What the readings of one transmitter are: those of one `sensor` (G7, ONE+), of a `transmitter` that serves several
 * sensors in turn (G6 and before), or of something that cannot be told (`unknown`).
 */
export type SessionKind = "sensor" | "transmitter" | "unknown";

/** The readings of one sensor, or of one transmitter where sensors cannot be told apart. */
export interface SensorSession {
  readonly kind: SessionKind;
  /** As Dexcom codes it; null where none was sent. */
  readonly transmitterId: string | null;
  readonly generation: string | null;
  /** When the sensor was started, before its warm-up; null where that cannot be told. */
  readonly startedAt: Instant | null;
  /** From its start to its first reading; null where either is not known. */
  readonly warmUpMinutes: number | null;
  readonly firstReadingAt: Instant;
  readonly lastReadingAt: Instant;
  /** The wall clock at the first and at the last reading. */
  readonly firstOffsetMinutes: number;
  readonly lastOffsetMinutes: number;
  /** Readings counted once per cadence, and how many there could have been from the first to the last. */
  readonly observed: number;
  readonly expected: number;
  /** Of `expected`, 0–100. */
  readonly activePercent: number;
  /** No reading of any other sensor is newer: it may still be worn. */
  readonly isNewest: boolean;
}

/** No sensor of Dexcom is worn longer: 15 days and half a day of grace. Whoever asks for a period gives this around it. */
export const SESSION_DAYS_MAX = 16;

/**
 * The sensors of a stretch of time, ascending by their first reading.
 *
 * A sensor in one piece with its transmitter (G7, ONE+) is one session, whole where `egvs` reach far enough beyond
 * `within`, also over pauses. A transmitter that serves several sensors makes one entry, cut to `within`: Dexcom shares
 * which transmitter a reading came from, not which sensor, and a pause is no proof of a new one. That a session ended
 * early is never concluded: how long it was meant to last is not shared.
 */
export function sensorSessions(
  egvs: readonly Egv[],
  { within, cadenceMinutes }: { readonly within: InstantSpan; readonly cadenceMinutes: number },
): SensorSession[] {
  const series = buildSeries(egvs);
  const because = new Map(sensorStartsOf(egvs).unknownStarts.map((one) => [one.transmitterId, one.because]));
  const stretches = new Map(sensorStretches(egvs).map((one) => [one.transmitterId, one]));
  const generations = new Map(egvs.map((egv) => [egv.transmitterId || null, egv.transmitterGeneration]));
  const newest = series.systemTime[series.length - 1];
  return streamsBySensor(series)
    .flatMap((stream): SensorSession[] => {
      const { transmitterId } = stream;
      const kind = kindOf(because.get(transmitterId));
      const [from, to] = kind === "sensor" ? [0, stream.length] : indexesWithin(stream, within);
      const first = stream.systemTime[from];
      const last = stream.systemTime[to - 1];
      if (from >= to || first === undefined || last === undefined) return [];
      const { startedAt, warmUpTo } = stretches.get(transmitterId ?? "") ?? {
        startedAt: null,
        warmUpTo: null,
      };
      if (last < within.from || (startedAt ?? first) >= within.to) return [];
      const observed = countOncePerCadence(stream, [from, to], cadenceMinutes);
      const expected = expectedReadings((last - first) / MINUTE_MS, cadenceMinutes) + 1;
      return [
        {
          kind,
          transmitterId,
          generation: generations.get(transmitterId) ?? null,
          startedAt,
          warmUpMinutes: startedAt === null || warmUpTo === null ? null : (warmUpTo - startedAt) / MINUTE_MS,
          firstReadingAt: first,
          lastReadingAt: last,
          firstOffsetMinutes: stream.displayOffsetMinutes[from] ?? 0,
          lastOffsetMinutes: stream.displayOffsetMinutes[to - 1] ?? 0,
          observed,
          expected,
          activePercent: activePercent(observed, expected),
          isNewest: last === newest,
        },
      ];
    })
    .sort((a, b) => a.firstReadingAt - b.firstReadingAt);
}

function kindOf(unknownBecause: UnknownStart["because"] | undefined): SessionKind {
  switch (unknownBecause) {
    case undefined:
    case "no-ticks":
    case "ticks-disagree":
      return "sensor";
    case "transmitter-reused":
      return "transmitter";
    case "no-id":
    case "generation-unknown":
      return "unknown";
  }
}

function indexesWithin(stream: SensorStream, { from, to }: InstantSpan): [from: number, to: number] {
  const indexFrom = (instant: Instant) => {
    const index = stream.systemTime.findIndex((time) => time >= instant);
    return index < 0 ? stream.length : index;
  };
  return [indexFrom(from), indexFrom(to)];
}

function countOncePerCadence(
  { systemTime }: SensorStream,
  [from, to]: readonly [from: number, to: number],
  cadenceMinutes: number,
): number {
  const apartMs = (cadenceMinutes * MINUTE_MS) / 2;
  let counted = Number.NEGATIVE_INFINITY;
  let observed = 0;
  for (let i = from; i < to; i += 1) {
    const time = systemTime[i] ?? 0;
    if (time - counted < apartMs) continue;
    observed += 1;
    counted = time;
  }
  return observed;
}
