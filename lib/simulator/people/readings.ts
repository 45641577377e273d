import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import { trendAt } from "@/lib/simulator/people/trend";
import type { SimulatedEgv } from "@/lib/simulator/person";
import { seedOf, uniformAt } from "@/lib/simulator/physiology/dice";

const BEAT_MS = 5 * MINUTE_MS;
const JITTER = seedOf("jitter");

export interface ReadingSource {
  readonly seed: number;
  /** What the sensor would say, mg/dL, unrounded. */
  readonly sensed: (at: Instant) => number;
  readonly lost: (at: Instant) => boolean;
  readonly offsetAt: (at: Instant) => number;
}

/** All EGVs of one sensor, one every five minutes at a constant phase, each received zero to two seconds late. */
export function readingsOf(session: SensorSession, source: ReadingSource): SimulatedEgv[] {
  const raw: { systemTime: Instant; value: number; ticks: number }[] = [];
  for (let beat = session.firstReading; beat < session.ends; beat += BEAT_MS) {
    if (source.lost(beat)) continue;
    const late = Math.floor(2.2 * uniformAt(source.seed, JITTER, Math.floor(beat / BEAT_MS)));
    const ticks = (beat - session.transmitterStart) / SECOND_MS;
    raw.push({ systemTime: beat + late * SECOND_MS, value: reportedValue(source.sensed(beat)), ticks });
  }
  return raw.map((reading, index) => ({
    systemTime: reading.systemTime,
    displayOffsetMinutes: source.offsetAt(reading.systemTime),
    value: reading.value,
    status: statusOf(reading.value),
    ...trendAt(raw, index),
    transmitterId: session.transmitterId,
    transmitterTicks: reading.ticks,
  }));
}

/** Whole mg/dL, half up; 39 below the measuring range, 401 above it. */
export function reportedValue(glucose: number): number {
  const whole = Math.floor(glucose + 0.5);
  return whole < 40 ? 39 : whole > 400 ? 401 : whole;
}

export function statusOf(value: number): "low" | "high" | null {
  return value < 40 ? "low" : value > 400 ? "high" : null;
}
