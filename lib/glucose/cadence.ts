import { MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { EgvSeries } from "./reading";

/** Every Dexcom sensor that the API serves reports each five minutes: what we assume where the stream cannot tell. */
export const CADENCE_DEFAULT_MINUTES = 5;

/** A step longer than this many cadences is a gap and breaks a line. */
export const GAP_CADENCES = 2.5;

// Longer steps say that readings are missing, not how often the sensor speaks.
const STEP_MINUTES_MAX = 30;

/**
 * The commonest step in whole minutes, at least 1; null when fewer than `stepsMin` steps are above 0 and at most
 * 30 min. The commonest, not the median: scans between scheduled readings shift a median, not a mode.
 *
 * Steps of up to a minute are left out while at least a third are longer: they are two devices that report the same
 * reading a few seconds apart, not a sensor that speaks every few seconds.
 */
export function commonestStepMinutes(stepsMs: ArrayLike<number>, stepsMin: number): number | null {
  const perMinute = new Uint32Array(STEP_MINUTES_MAX + 1);
  let short = 0;
  let long = 0;
  let minute = 0;
  for (let i = 0; i < stepsMs.length; i += 1) {
    const step = stepsMs[i] ?? 0;
    if (step <= 0 || step > STEP_MINUTES_MAX * MINUTE_MS) continue;
    if (step <= 60 * SECOND_MS) {
      short += 1;
    } else {
      long += 1;
      // Most steps are alike: the division is for one that is not.
      if (Math.abs(step - minute * MINUTE_MS) >= MINUTE_MS / 2) minute = Math.round(step / MINUTE_MS);
      perMinute[minute] = (perMinute[minute] ?? 0) + 1;
    }
  }
  if (short + long < stepsMin || short + long === 0) return null;
  if (long * 3 < short + long) return 1;
  return perMinute.indexOf(Math.max(...perMinute));
}

/** Minutes between readings as the stream itself shows them, sensor by sensor; null without readings. */
export function cadenceMinutes(series: EgvSeries): number | null {
  if (series.length === 0) return null;
  return commonestStepMinutes(stepsWithinSensors(series), 1) ?? CADENCE_DEFAULT_MINUTES;
}

function stepsWithinSensors({ length, systemTime, transmitter, transmitters }: EgvSeries): Float64Array {
  const lastSeen = new Float64Array(transmitters.length).fill(Number.NEGATIVE_INFINITY);
  const steps = new Float64Array(length);
  for (let i = 0; i < length; i += 1) {
    const time = systemTime[i] ?? 0;
    const sensor = transmitter[i] ?? 0;
    steps[i] = time - (lastSeen[sensor] ?? 0);
    lastSeen[sensor] = time;
  }
  return steps;
}
