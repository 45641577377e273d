import { DAY_MS, type Instant } from "@/lib/clock";
import {
  G6_SENSOR,
  G7_SENSOR,
  g6Phone,
  g6Receiver,
  g7Phone,
  onePlusPhone,
} from "@/lib/simulator/people/devices";
import type { LoggingHabits } from "@/lib/simulator/people/events";
import { ALWAYS_WORN } from "@/lib/simulator/people/sensor-sessions";
import { GOOD_SIGNAL } from "@/lib/simulator/people/signal-loss";
import { type PersonSpec, simulatedPerson } from "@/lib/simulator/people/simulated-person";
import { CHICAGO, LOS_ANGELES, NEW_YORK } from "@/lib/simulator/people/zones";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { seedOf } from "@/lib/simulator/physiology/dice";
import { type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";

const LOGS_MOST: LoggingHabits = { intakes: 0.95, treatments: 0.6, fingersticksPerDay: 0.3, health: 0.6 };

function body(name: string, differs: Partial<Physiology> = {}): Physiology {
  return { ...TYPE_1, ...differs, seed: seedOf(name) };
}

type Differences = Pick<PersonSpec, "name" | "story"> & Partial<PersonSpec>;

function person(differs: Differences): PersonSpec {
  return {
    device: g7Phone("iOS", { low: 70, high: 250 }),
    sensor: G7_SENSOR,
    body: body(differs.name),
    residence: { home: NEW_YORK, destinations: [] },
    historyStart: Date.UTC(2025, 8, 1),
    wear: ALWAYS_WORN,
    signal: GOOD_SIGNAL,
    compressedNights: 0.02,
    logging: LOGS_MOST,
    calibrationsPerSession: 0.5,
    uploads: "at once",
    ...differs,
  };
}

const SANDBOX: readonly PersonSpec[] = [
  person({
    name: "User7",
    story: "G7 phone user: type 1 diabetes as most people live with it.",
    historyStart: Date.UTC(2025, 6, 1),
  }),
];

/** Everyone in the drop-down, the sandbox's own four first. */
export function defaultCast(_options: { endsAt?: Instant } = {}): SimulatedPerson[] {
  return SANDBOX.map(simulatedPerson);
}
