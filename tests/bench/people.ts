import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { ordinaryPerson } from "@/lib/simulator/people/ordinary-person";
import { simulatedPerson } from "@/lib/simulator/people/simulated-person";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { dice, seedOf } from "@/lib/simulator/physiology/dice";

/** More than a year, so that at least `EGVS_MIN` are left after warm-ups, failed sensors and lost signal. */
export const HISTORY_DAYS = 372;
/** Of 365 days, for figures per patient-year. */
export const HISTORY_YEARS = HISTORY_DAYS / 365;
export const EGVS_MIN = 105_000;

/** People that no earlier run has seen: everything about them follows from the run's seed. All kinds of record. */
export function benchPeople(seed: number, count: number, now: Instant): SimulatedPerson[] {
  return Array.from({ length: count }, (_, index) => benchPerson(seed, index, now));
}

export function benchPersonName(seed: number, index: number): string {
  return `Bench-${seed}-${index}`;
}

function benchPerson(seed: number, index: number, now: Instant): SimulatedPerson {
  const roll = dice(seedOf(`bench ${seed}`), "person", index);
  const historyStart = now - HISTORY_DAYS * DAY_MS - Math.floor(roll.between(0, 1440)) * MINUTE_MS;
  return simulatedPerson(
    ordinaryPerson({
      name: benchPersonName(seed, index),
      story: "A year and a week with a G7, measured by the benchmark.",
      historyStart,
      calibrationsPerSession: 1.5,
      body: {
        settlesAt: roll.between(115, 165),
        dosingError: roll.between(0.15, 0.35),
        dawnRise: roll.between(0, 60),
        driftHours: roll.between(20, 34),
      },
    }),
  );
}
