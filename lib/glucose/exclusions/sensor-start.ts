import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { hasTicks } from "../duplicates";
import type { Egv } from "../reading";
import type { Exclusion } from "./exclusion";

export interface SensorStart {
  readonly transmitterId: string;
  /** When the transmitter started: before its warm-up, so before its first reading. */
  readonly at: Instant;
}

/**
 * A sensor whose start cannot be told. `no-id`, `no-ticks`: nothing to tell it from. `transmitter-reused`: the
 * transmitter serves several sensors in turn. `generation-unknown`: it is not known whether it does.
 * `ticks-disagree`: more than a tenth of its readings put the start elsewhere.
 */
export interface UnknownStart {
  readonly transmitterId: string | null;
  readonly because: "no-id" | "no-ticks" | "transmitter-reused" | "generation-unknown" | "ticks-disagree";
}

export interface SensorStarts {
  /** By time. */
  readonly starts: readonly SensorStart[];
  /** By transmitter; readings without one come first. */
  readonly unknownStarts: readonly UnknownStart[];
}

// As upstream writes them, without spaces and in lower case. Sensor and transmitter are one piece, worn once.
const ONE_PIECE = new Set(["g7", "g715day", "one+", "d1+"]);
// The transmitter outlives its sensors: its ticks say when it started, not when the sensor did.
const REUSED = new Set(["g4", "g5", "g6", "g6+"]);

// Half an hour is little against the first 12 hours, and far more than clocks drift in 15 days.
const AGREEMENT_MINUTES_MAX = 30;
const AGREEING_SHARE_MIN = 0.9;

interface Sensor {
  readonly startsMs: number[];
  isOnePiece: boolean;
  isReused: boolean;
}

/**
 * When each sensor started, from the ticks (seconds since its transmitter started) of its readings: the median of
 * `systemTime` minus ticks, so that a wrong clock for an hour moves nothing. It does not matter which part of a session
 * was loaded, nor in which order, nor whether readings come twice.
 *
 * Only for sensors in one piece with their transmitter (G7, ONE+). A Dexcom G6 transmitter serves several sensors, and
 * a silence as long as a warm-up is no proof of a new one: such starts are unknown, not guessed.
 */
export function sensorStartsOf(egvs: readonly Egv[]): SensorStarts {
  const sensors = new Map<string | null, Sensor>();
  for (const egv of egvs) {
    const id = egv.transmitterId || null;
    let sensor = sensors.get(id);
    if (sensor === undefined) {
      sensor = { startsMs: [], isOnePiece: false, isReused: false };
      sensors.set(id, sensor);
    }
    if (hasTicks(egv)) sensor.startsMs.push(egv.systemTime - egv.transmitterTicks * SECOND_MS);
    const generation = (egv.transmitterGeneration ?? "").toLowerCase().replaceAll(" ", "");
    if (ONE_PIECE.has(generation)) sensor.isOnePiece = true;
    else if (REUSED.has(generation)) sensor.isReused = true;
  }
  const starts: SensorStart[] = [];
  const unknownStarts: UnknownStart[] = [];
  for (const [transmitterId, sensor] of sensors) {
    const start = startOf(transmitterId, sensor);
    if ("at" in start) starts.push(start);
    else unknownStarts.push(start);
  }
  return {
    starts: starts.sort((a, b) => a.at - b.at || byId(a, b)),
    unknownStarts: unknownStarts.sort(byId),
  };
}

function startOf(transmitterId: string | null, sensor: Sensor): SensorStart | UnknownStart {
  const { startsMs, isOnePiece, isReused } = sensor;
  if (transmitterId === null) return { transmitterId, because: "no-id" };
  if (isReused) return { transmitterId, because: "transmitter-reused" };
  if (!isOnePiece) return { transmitterId, because: "generation-unknown" };
  const at = Float64Array.from(startsMs).sort()[Math.floor(startsMs.length / 2)];
  if (at === undefined) return { transmitterId, because: "no-ticks" };
  let agreeing = 0;
  for (const start of startsMs) if (Math.abs(start - at) <= AGREEMENT_MINUTES_MAX * MINUTE_MS) agreeing += 1;
  if (agreeing < startsMs.length * AGREEING_SHARE_MIN) return { transmitterId, because: "ticks-disagree" };
  return { transmitterId, at };
}

function byId(a: { transmitterId: string | null }, b: { transmitterId: string | null }): number {
  return (a.transmitterId ?? "").localeCompare(b.transmitterId ?? "");
}

/**
 * The first hours of each sensor, counted from its start and only for its own readings: a sensor that was still worn
 * beside it goes on speaking. Sensors are less exact at first, modestly so: on day 1 a mean absolute relative
 * difference of 9.3 % against 9.0 % over ten days (G6; Shah 2018, doi 10.1089/dia.2018.0143). 12 or 24 hours is a
 * convention, not a published bound.
 */
export function sensorStartExclusions(starts: readonly SensorStart[], hours: 12 | 24): Exclusion[] {
  return starts.map(({ transmitterId, at }) => ({
    kind: "sensor-start",
    from: at,
    to: at + hours * HOUR_MS,
    transmitterId,
    reason: `First ${hours} hours of a sensor`,
    markedBy: null,
  }));
}
