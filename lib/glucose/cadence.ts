import { MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { EgvSeries } from "./reading";

/** Every Dexcom sensor that the API serves reports each five minutes: what we assume where the stream cannot tell. */
export const CADENCE_DEFAULT_MINUTES = 5;

/** A step longer than this many cadences is a gap and breaks a line. */
export const GAP_CADENCES = 2.5;

// Longer steps say that readings are missing, not how often the sensor speaks.
const STEP_MINUTES_MAX = 30;

/** Steps between readings, counted by whole minutes; steps of 0 and of more than 30 min are left out. */
export class StepCounts {
  readonly #perMinute = new Uint32Array(STEP_MINUTES_MAX + 1);
  #short = 0;
  #long = 0;
  #minute = 0;

  add(stepMs: number): void {
    if (stepMs <= 0 || stepMs > STEP_MINUTES_MAX * MINUTE_MS) return;
    if (stepMs <= 60 * SECOND_MS) {
      this.#short += 1;
      return;
    }
    this.#long += 1;
    // Most steps are alike: the division is for one that is not.
    if (Math.abs(stepMs - this.#minute * MINUTE_MS) >= MINUTE_MS / 2) {
      this.#minute = Math.round(stepMs / MINUTE_MS);
    }
    this.#perMinute[this.#minute] = (this.#perMinute[this.#minute] ?? 0) + 1;
  }

  /**
   * The commonest step in whole minutes, at least 1; null when fewer than `stepsMin` were counted. The commonest, not
   * the median: scans between scheduled readings shift a median, not a mode.
   *
   * Steps of up to a minute are left out while at least a third are longer: they are two devices that report the same
   * reading a few seconds apart, not a sensor that speaks every few seconds.
   */
  commonestMinutes(stepsMin: number): number | null {
    const counted = this.#short + this.#long;
    if (counted < stepsMin || counted === 0) return null;
    if (this.#long * 3 < counted) return 1;
    return this.#perMinute.indexOf(Math.max(...this.#perMinute));
  }
}

/** Minutes between readings as the stream itself shows them, sensor by sensor; null without readings. */
export function cadenceMinutes({ length, systemTime, transmitter, transmitters }: EgvSeries): number | null {
  if (length === 0) return null;
  const lastSeen = new Float64Array(transmitters.length).fill(Number.NEGATIVE_INFINITY);
  const steps = new StepCounts();
  for (let i = 0; i < length; i += 1) {
    const time = systemTime[i] ?? 0;
    const sensor = transmitter[i] ?? 0;
    steps.add(time - (lastSeen[sensor] ?? 0));
    lastSeen[sensor] = time;
  }
  return steps.commonestMinutes(1) ?? CADENCE_DEFAULT_MINUTES;
}
