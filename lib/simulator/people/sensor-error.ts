import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import { bellAt, dice, seedOf } from "@/lib/simulator/physiology/dice";
import { drift } from "@/lib/simulator/physiology/drift";

const WHITE = seedOf("sensor-white");

/**
 * What one sensor makes of the tissue glucose: a gain of its own that wanders, noise that is correlated over ten
 * minutes and over an hour, and a little that is not correlated. The first day is the noisiest, as with real sensors.
 */
export function sensorError(
  seed: number,
  session: SensorSession,
  noise: number,
): (tissue: number, at: Instant) => number {
  const own = seed ^ Math.imul(session.serial + 1, 0x9e3779b1);
  const roll = dice(own, "sensor-error", 0);
  const gain = roll.bell(1, 0.035);
  const quality = roll.between(0.75, 1.35);
  const gainDrift = drift(own, "gain", 1.5 * DAY_MS);
  const quick = drift(own, "quick", 9 * MINUTE_MS);
  const slow = drift(own, "slow", 38 * MINUTE_MS);
  const unrest = drift(own, "unrest", 2 * HOUR_MS);
  return (tissue, at) => {
    const age = (at - session.inserted) / DAY_MS;
    const young = age < 1 ? 1.5 - 0.5 * age : 1;
    const restless = Math.max(0.35, 1 + 0.45 * unrest(at));
    const size = noise * quality * young * (0.5 + tissue / 240);
    const step = Math.floor(at / (5 * MINUTE_MS));
    const error = restless * (1.3 * quick(at) + 0.75 * bellAt(own, WHITE, step)) + 2.9 * slow(at);
    return tissue * (gain + 0.018 * gainDrift(at)) + size * error;
  };
}
