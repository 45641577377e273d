import { g7Phone } from "@/lib/simulator/people/devices";
import { ordinaryPerson, PENS } from "@/lib/simulator/people/ordinary-person";
import type { PersonSpec } from "@/lib/simulator/people/simulated-person";
import { CHICAGO, KOLKATA, LONDON, LOS_ANGELES, TOKYO } from "@/lib/simulator/people/zones";

/** One story each, told clearly enough that a report must find it. */
export const STORY_PEOPLE: readonly PersonSpec[] = [
  ordinaryPerson({
    name: "Steady",
    story: "An automated pump and good habits: nine tenths of the time in range.",
    body: {
      settlesAt: 118,
      settlingMinutes: 120,
      dosingError: 0.14,
      missedBoluses: 0.01,
      bolusDelayMinutes: [-8, 7],
      driftHours: 20,
      driftDays: 8,
      unrest: 0.3,
      sensitivityDrift: 0.08,
      correctsAbove: 190,
      risePerGram: 3.9,
      dropPerUnit: 39,
    },
  }),
  ordinaryPerson({
    name: "NightLows",
    story: "Goes low between two and five in the morning, several nights a week.",
    body: { ...PENS, longActingUnits: 26, nightFall: 205, settlesAt: 154, rescue: 0.02, dawnRise: 8 },
  }),
  ordinaryPerson({
    name: "PostMealHighs",
    story: "Boluses late or not at all: high after most meals, fine at night.",
    body: {
      risePerGram: 4,
      dropPerUnit: 40,
      bolusDelayMinutes: [24, 11],
      missedBoluses: 0.2,
      gramsPerUnit: 11.4,
      settlesAt: 128,
      dawnRise: 8,
      nightFall: 0,
      dosingError: 0.2,
      correctsAbove: 270,
    },
  }),
  ordinaryPerson({
    name: "DawnRise",
    story: "Rises from four in the morning, eaten breakfast or not.",
    body: { dawnRise: 150, nightFall: 10, settlesAt: 128 },
  }),
  ordinaryPerson({
    name: "Traveller",
    story: "Crosses time zones several times a year: London, Los Angeles, Tokyo, Kolkata.",
    residence: { home: CHICAGO, destinations: [LONDON, LOS_ANGELES, TOKYO, KOLKATA] },
    historyStart: Date.UTC(2025, 4, 1),
    body: { driftDays: 20 },
  }),
  ordinaryPerson({
    name: "ClockChange",
    story: "Lives in New York through both clock-change nights, with the sensor on.",
    historyStart: Date.UTC(2025, 1, 1),
    wear: { failures: 0, sparesSpells: 0, endsEarly: 0 },
    signal: { longPerDay: 0, shortShare: 0 },
    body: { settlesAt: 138 },
  }),
  ordinaryPerson({
    name: "SparseWearer",
    story: "Wears the sensor about half the time.",
    historyStart: Date.UTC(2025, 6, 1),
    wear: { failures: 0.1, sparesSpells: 0.34, endsEarly: 0.42 },
    body: { ...PENS, settlesAt: 160, dosingError: 0.34 },
  }),
  ordinaryPerson({
    name: "SensorGaps",
    story: "Sensors that fail, warm up again and lose the phone.",
    wear: { failures: 0.6, sparesSpells: 0, endsEarly: 0 },
    signal: { longPerDay: 1.1, shortShare: 0.03 },
  }),
  ordinaryPerson({
    name: "CompressionLows",
    story: "Sleeps on the sensor: sudden false lows at night that end as suddenly.",
    compressedNights: 0.42,
    body: { risePerGram: 4.1, dropPerUnit: 41, settlesAt: 134, driftHours: 26, nightFall: 4 },
  }),
  ordinaryPerson({
    name: "Pregnant",
    story: "Type 1 diabetes in pregnancy: tight targets, 63 to 140.",
    device: g7Phone("iOS", { low: 65, high: 140 }),
    body: {
      settlesAt: 104,
      settlingMinutes: 150,
      dosingError: 0.16,
      missedBoluses: 0.01,
      bolusDelayMinutes: [-12, 7],
      bolusTarget: 95,
      correctsAbove: 150,
      treatsBelow: 64,
      treatmentGrams: [8, 14],
      driftHours: 16,
      driftDays: 6,
      dawnRise: 12,
      nightFall: 8,
      unrest: 0.28,
      risePerGram: 3.7,
      dropPerUnit: 37,
    },
    routine: { alcohol: 0, exercisePerWeek: 3, illnessesPerYear: 2 },
  }),
];

/** Those whose history is counted back from the simulator's end. */
export const NEWLY_DIAGNOSED = ordinaryPerson({
  name: "NewlyDiagnosed",
  story: "Eleven days of readings: too few for a GMI, high while the doses are being found.",
  device: g7Phone("android", { low: 70, high: 300 }),
  body: { ...PENS, longActingUnits: 10, settlesAt: 182, gramsPerUnit: 12.5, driftHours: 30, treatsBelow: 75 },
});

export const THREE_YEARS = ordinaryPerson({
  name: "ThreeYears",
  story: "Three years of readings, entries and alerts.",
  device: g7Phone("iOS", { low: 75, high: 230, riseFallEnabled: true }),
  calibrationsPerSession: 1,
  body: { settlesAt: 140, dosingError: 0.25 },
  routine: { cycle: true },
});
