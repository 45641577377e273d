import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import type { SimulatedCalibration } from "@/lib/simulator/person";
import { dice } from "@/lib/simulator/physiology/dice";

export interface CalibrationSource {
  readonly seed: number;
  /** Calibrations in ten days, on average. */
  readonly perSession: number;
  readonly bloodAt: (at: Instant) => number;
  readonly offsetAt: (at: Instant) => number;
}

const SLOTS = 10;

/** Meter values that the person gave to the sensor, ascending: at most one a day, none in the first hours. */
export function calibrationsOf(session: SensorSession, source: CalibrationSource): SimulatedCalibration[] {
  const roll = dice(source.seed, "calibration", session.serial);
  const calibrations: SimulatedCalibration[] = [];
  const slotMs = 24 * HOUR_MS;
  for (let slot = 0; slot < SLOTS; slot++) {
    const happens = roll.chance(source.perSession / SLOTS);
    const seconds = Math.floor(
      (session.firstReading + slot * slotMs + roll.between(1, 23) * HOUR_MS) / SECOND_MS,
    );
    const factor = roll.bell(1, 0.04);
    const at = seconds * SECOND_MS;
    if (!happens || at >= session.ends || asleep(at, source)) continue;
    calibrations.push({
      key: `calibration/${seconds}`,
      systemTime: at,
      displayOffsetMinutes: source.offsetAt(at),
      value: Math.floor(source.bloodAt(at) * factor + 0.5),
      transmitterId: session.transmitterId,
      transmitterTicks: (at - session.transmitterStart) / SECOND_MS,
    });
  }
  return calibrations;
}

function asleep(at: Instant, source: CalibrationSource): boolean {
  const wall = at + source.offsetAt(at) * MINUTE_MS;
  const hour = Math.floor(wall / HOUR_MS) % 24;
  return hour < 7 || hour >= 23;
}
