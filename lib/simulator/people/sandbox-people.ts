import { G6_SENSOR, g6Phone, g6Receiver, onePlusPhone } from "@/lib/simulator/people/devices";
import { ordinaryPerson, PENS } from "@/lib/simulator/people/ordinary-person";
import type { PersonSpec } from "@/lib/simulator/people/simulated-person";
import { CHICAGO, LOS_ANGELES } from "@/lib/simulator/people/zones";

/** The four users of Dexcom's own sandbox. */
export const SANDBOX_PEOPLE: readonly PersonSpec[] = [
  ordinaryPerson({
    name: "User7",
    story: "G7 phone app. Type 1 diabetes as most people live with it.",
    historyStart: Date.UTC(2025, 6, 1),
  }),
  ordinaryPerson({
    name: "User8",
    story: "ONE+ phone app. No events, no calibrations, few alerts.",
    device: onePlusPhone("android", { low: 70, high: 240 }),
    residence: { home: CHICAGO, destinations: [] },
    historyStart: Date.UTC(2025, 9, 1),
    logging: null,
    calibrationsPerSession: 0,
    body: { ...PENS, settlesAt: 156, dosingError: 0.32 },
  }),
  ordinaryPerson({
    name: "User6",
    story: "G6 phone app. A pump, and a fingerstick calibration now and then.",
    device: g6Phone("android", { low: 75, high: 220, riseFallEnabled: true }),
    sensor: G6_SENSOR,
    residence: { home: LOS_ANGELES, destinations: [] },
    calibrationsPerSession: 3,
    body: { settlesAt: 136, dosingError: 0.22, driftHours: 32, correctsAbove: 195 },
  }),
  ordinaryPerson({
    name: "User4",
    story: "G6 receiver. No UTC offsets; uploads only when a sensor is changed.",
    device: g6Receiver({ low: 80, high: 300 }),
    sensor: G6_SENSOR,
    residence: { home: CHICAGO, destinations: [] },
    calibrationsPerSession: 2,
    uploads: "per session",
    body: { ...PENS, longActingUnits: 16, settlesAt: 168, treatsBelow: 76, driftHours: 34 },
    routine: { exercisePerWeek: 1, alcohol: 0.05, wakes: [380, 400], sleeps: [1320, 1340] },
  }),
];
