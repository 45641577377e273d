import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { defaultCast } from "@/lib/simulator/people/cast";
import { type EventSource, eventsOf } from "@/lib/simulator/people/events";
import type { SimulatedEvent } from "@/lib/simulator/person";
import { planOfDay } from "@/lib/simulator/physiology/day-plan";
import { localDayAt } from "@/lib/simulator/physiology/day-times";
import { traceGlucose } from "@/lib/simulator/physiology/glucose-trace";
import { ORDINARY_ROUTINE, type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";

const START = Date.UTC(2026, 2, 1);
const END = START + 120 * DAY_MS;
const body: Physiology = {
  ...TYPE_1,
  seed: 77,
  longActingUnits: 18,
  routine: { ...ORDINARY_ROUTINE, illnessesPerYear: 8 },
};
const offsetAt = () => -300;
const trace = traceGlucose(body, offsetAt, START, END);
const bloodAt = (at: number) => trace.blood[Math.floor((at - trace.start) / (5 * MINUTE_MS))] ?? 0;

function events(habits: Partial<EventSource["habits"]> = {}): SimulatedEvent[] {
  return eventsOf(trace, {
    seed: 77,
    habits: { intakes: 1, treatments: 1, fingersticksPerDay: 0.5, health: 1, ...habits },
    from: START,
    to: END,
    bloodAt,
    offsetAt,
    transmitterIdAt: () => "c".repeat(64),
  });
}

const standing = events().filter((event) => event.eventStatus !== "deleted");

describe("entries and model agree", () => {
  test.each([
    ["carbs", "carbs", null],
    ["bolus", "insulin", "fastActing"],
    ["longActing", "insulin", "longActing"],
  ] as const)("all %s the model took in is entered once, with its time and amount", (kind, type, subType) => {
    const taken = trace.intakes
      .filter((intake) => intake.kind === kind)
      .map((intake) => [intake.at, "grams" in intake ? intake.grams : "units" in intake ? intake.units : 0]);
    const entered = standing
      .filter((event) => event.eventType === type && event.eventSubType === subType)
      .map((event) => [event.systemTime, event.value]);
    expect(taken.length).toBeGreaterThan(100);
    expect(entered).toEqual(taken);
  });

  test("exercise is entered with its minutes, and glucose is lower after most of it", () => {
    const sessions = standing.filter((event) => event.eventType === "exercise");
    expect(sessions.length).toBeGreaterThan(20);
    const lower = sessions.filter((event) => {
      const minutes = Number(event.value);
      return bloodAt(event.systemTime + minutes * MINUTE_MS) < bloodAt(event.systemTime);
    });
    expect(lower.length / sessions.length).toBeGreaterThan(0.7);
  });

  test("fingersticks lie near the blood", () => {
    const sticks = standing.filter((event) => event.eventType === "bloodGlucose");
    expect(sticks.length).toBeGreaterThan(20);
    for (const { systemTime, value } of sticks) {
      expect(Math.abs(Number(value) / bloodAt(systemTime) - 1)).toBeLessThan(0.2);
    }
  });

  test("illness is entered on days of illness, symptoms of a low in a low", () => {
    const health = Map.groupBy(standing, (event) => event.eventSubType);
    expect(health.get("illness")?.length).toBeGreaterThan(0);
    for (const { systemTime } of health.get("illness") ?? []) {
      expect(planOfDay(body, localDayAt(systemTime, offsetAt)).illness).toBeGreaterThan(0);
    }
    expect(health.get("lowSymptoms")?.length).toBeGreaterThan(0);
    for (const { systemTime } of health.get("lowSymptoms") ?? [])
      expect(bloodAt(systemTime)).toBeLessThan(58);
  });
});

describe("entries look like Dexcom's", () => {
  test("each type has its unit", () => {
    const units: Partial<Record<string, string>> = {
      carbs: "grams",
      insulin: "units",
      exercise: "minutes",
      bloodGlucose: "mg/dL",
    };
    for (const event of events()) {
      const unit = units[event.eventType] ?? null;
      expect(event.unit).toBe(unit);
      expect(typeof event.value).toBe(event.eventType === "notes" ? "string" : unit ? "number" : "object");
    }
  });

  test("a small share was edited, a smaller one deleted; deleted ones were never taken in", () => {
    const all = events();
    const of = (status: SimulatedEvent["eventStatus"]) => all.filter((event) => event.eventStatus === status);
    expect(of("updated").length / all.length).toBeGreaterThan(0.01);
    expect(of("updated").length / all.length).toBeLessThan(0.07);
    expect(of("deleted").length).toBeGreaterThan(3);
    expect(of("deleted").length / all.length).toBeLessThan(0.04);
  });

  test("entries ascend, lie in the period and have keys of their own", () => {
    const all = events();
    expect(new Set(all.map((event) => event.key)).size).toBe(all.length);
    for (const [i, event] of all.entries()) {
      expect(event.systemTime).toBeGreaterThanOrEqual(Math.max(START, all[i - 1]?.systemTime ?? START));
      expect(event.systemTime).toBeLessThan(END);
    }
  });

  test("who logs less has fewer entries, and the same ones", () => {
    const few = events({ intakes: 0.5, treatments: 0.2, health: 0.2, fingersticksPerDay: 0 });
    const keys = new Set(events().map((event) => event.key));
    expect(few.length).toBeLessThan(0.7 * keys.size);
    for (const event of few.filter(({ eventType }) => eventType === "carbs"))
      expect(keys).toContain(event.key);
  });
});

test("in the cast fingersticks and calibrations lie near the sensor's readings", () => {
  const endsAt = Date.UTC(2026, 8, 1);
  const person = defaultCast({ endsAt }).find(({ name }) => name === "User6");
  const egvs = person?.egvs(endsAt - 120 * DAY_MS, endsAt) ?? [];
  const sticks = person
    ?.events(endsAt - 120 * DAY_MS, endsAt)
    .filter((event) => event.eventType === "bloodGlucose");
  const measured = [...(sticks ?? []), ...(person?.calibrations(endsAt - 120 * DAY_MS, endsAt) ?? [])];
  const differences = measured.flatMap(({ systemTime, value }) => {
    const near = egvs.find((egv) => Math.abs(egv.systemTime - systemTime) <= 3 * MINUTE_MS);
    return near ? [Math.abs(Number(value) - near.value) / Math.max(100, near.value)] : [];
  });
  expect(differences.length).toBeGreaterThan(40);
  differences.sort((a, b) => a - b);
  expect(differences[Math.floor(differences.length / 2)]).toBeLessThan(0.1);
  expect(differences[Math.floor(0.95 * differences.length)]).toBeLessThan(0.25);
});

test("the cycle is entered every four weeks by the one who has one", () => {
  const endsAt = Date.UTC(2026, 8, 1);
  const cycles = (name: string) =>
    (
      defaultCast({ endsAt })
        .find((person) => person.name === name)
        ?.events(endsAt - 280 * DAY_MS, endsAt) ?? []
    )
      .filter((event) => event.eventSubType === "cycle")
      .map((event) => Math.floor(event.systemTime / DAY_MS));
  const found = cycles("ThreeYears");
  expect(found.slice(1).map((day, i) => day - (found[i] ?? 0))).toEqual(
    Array.from({ length: found.length - 1 }, () => 28),
  );
  expect(found.length).toBe(10);
  expect(cycles("User7")).toEqual([]);
});

test("health entries fall into the waking day", () => {
  for (const event of standing.filter(({ eventType }) => eventType === "health")) {
    const hour = ((event.systemTime - 5 * HOUR_MS) % DAY_MS) / HOUR_MS;
    expect(hour > 5 || hour < 2).toBe(true);
  }
});
