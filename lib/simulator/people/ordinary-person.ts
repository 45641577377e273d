import { G7_SENSOR, g7Phone } from "@/lib/simulator/people/devices";
import type { LoggingHabits } from "@/lib/simulator/people/events";
import { ALWAYS_WORN } from "@/lib/simulator/people/sensor-sessions";
import { GOOD_SIGNAL } from "@/lib/simulator/people/signal-loss";
import type { PersonSpec } from "@/lib/simulator/people/simulated-person";
import { NEW_YORK } from "@/lib/simulator/people/zones";
import { seedOf } from "@/lib/simulator/physiology/dice";
import {
  ORDINARY_ROUTINE,
  type Physiology,
  type Routine,
  TYPE_1,
} from "@/lib/simulator/physiology/physiology";

const LOGS_MOST: LoggingHabits = { intakes: 0.95, treatments: 0.6, fingersticksPerDay: 0.3, health: 0.6 };

export interface Differences extends Omit<Partial<PersonSpec>, "body"> {
  readonly name: string;
  readonly story: string;
  readonly body?: Omit<Partial<Physiology>, "seed" | "routine">;
  readonly routine?: Partial<Routine>;
}

/** Type 1 diabetes, a G7 and a phone in New York: what each of the cast is, except where its story differs. */
export function ordinaryPerson({ body, routine, ...differs }: Differences): PersonSpec {
  return {
    device: g7Phone("iOS", { low: 70, high: 250 }),
    sensor: G7_SENSOR,
    residence: { home: NEW_YORK, destinations: [] },
    historyStart: Date.UTC(2025, 8, 1),
    wear: ALWAYS_WORN,
    signal: GOOD_SIGNAL,
    compressedNights: 0.02,
    logging: LOGS_MOST,
    calibrationsPerSession: 0.6,
    uploads: "at once",
    ...differs,
    body: { ...TYPE_1, ...body, seed: seedOf(differs.name), routine: { ...ORDINARY_ROUTINE, ...routine } },
  };
}

/** Injections instead of a pump: whole units, and a long-acting dose every evening. */
export const PENS = { doseStep: 1, longActingUnits: 20 } as const;
