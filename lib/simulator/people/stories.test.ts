import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { defaultCast } from "@/lib/simulator/people/cast";
import type { SimulatedPerson } from "@/lib/simulator/person";

const ENDS_AT = Date.UTC(2026, 8, 1);
const cast = defaultCast({ endsAt: ENDS_AT });

function named(name: string): SimulatedPerson {
  const person = cast.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return person;
}

const lastDays = (person: SimulatedPerson, days: number) => person.egvs(ENDS_AT - days * DAY_MS, ENDS_AT);
const share = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length / all.length;
const localHour = (egv: { systemTime: number; displayOffsetMinutes: number }) =>
  ((egv.systemTime + egv.displayOffsetMinutes * MINUTE_MS) % DAY_MS) / HOUR_MS;

describe("the sandbox users", () => {
  test("User7 is a person with type 1 diabetes as most are", () => {
    const values = lastDays(named("User7"), 365).map((egv) => egv.value);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    const inRange = share(values, (value) => value >= 70 && value <= 180);
    expect(mean).toBeGreaterThan(150);
    expect(mean).toBeLessThan(160);
    expect(sd / mean).toBeGreaterThan(0.33);
    expect(sd / mean).toBeLessThan(0.38);
    expect(inRange).toBeGreaterThan(0.65);
    expect(inRange).toBeLessThan(0.75);
    expect(share(values, (value) => value < 70)).toBeGreaterThan(0.015);
    expect(share(values, (value) => value > 250)).toBeGreaterThan(0.03);
  });

  test("User7 has a full year with everything in it", () => {
    const person = named("User7");
    expect(ENDS_AT - person.historyStart).toBeGreaterThan(370 * DAY_MS);
    expect(person.events(ENDS_AT - 365 * DAY_MS, ENDS_AT).length).toBeGreaterThan(2_500);
    expect(person.calibrations(ENDS_AT - 365 * DAY_MS, ENDS_AT).length).toBeGreaterThan(5);
    expect(person.alerts(ENDS_AT - 365 * DAY_MS, ENDS_AT).length).toBeGreaterThan(1_000);
  });

  test("User8 on ONE+ has no events, no calibrations, and none of the alerts that ONE+ lacks", () => {
    const person = named("User8");
    expect(person.device.transmitterGenerationVariant).toBe("d1+");
    const year = [ENDS_AT - 300 * DAY_MS, ENDS_AT] as const;
    expect(person.events(...year)).toEqual([]);
    expect(person.calibrations(...year)).toEqual([]);
    const names = new Set(person.alerts(...year).map((alert) => alert.alertName));
    expect([...names].sort()).toEqual(["high", "low", "noReadings"]);
    const settings = person.device.alertSettings.map((setting) => setting.alertName);
    for (const lacking of ["urgentLow", "urgentLowSoon", "rise", "fall"])
      expect(settings).not.toContain(lacking);
  });

  test("User6 on the G6 calibrates; its first reading comes two hours after a new sensor", () => {
    const person = named("User6");
    expect(person.device.transmitterGeneration).toBe("g6");
    expect(person.calibrations(ENDS_AT - 100 * DAY_MS, ENDS_AT).length).toBeGreaterThan(10);
    const egvs = lastDays(person, 100);
    const gaps = egvs.slice(1).map((egv, i) => egv.systemTime - (egvs[i]?.systemTime ?? 0));
    expect(gaps.filter((gap) => gap >= 2 * HOUR_MS).length).toBeGreaterThanOrEqual(9);
  });

  test("User4's receiver sends no offsets and uploads ten days at a time", () => {
    const person = named("User4");
    expect(person.device).toMatchObject({ displayDevice: "receiver", sendsOffsets: false, displayApp: null });
    const egvs = lastDays(person, 100);
    const uploads = Map.groupBy(egvs, (egv) => person.uploadedAt(egv.systemTime));
    expect(uploads.size).toBeGreaterThanOrEqual(10);
    expect(uploads.size).toBeLessThanOrEqual(12);
    for (const [uploadedAt, lump] of uploads)
      expect(uploadedAt).toBeGreaterThan(lump.at(-1)?.systemTime ?? 0);
    expect(named("User7").uploadedAt(ENDS_AT)).toBe(ENDS_AT);
  });
});

describe("the stories are in the readings", () => {
  const mean = (egvs: readonly { value: number }[]) =>
    egvs.reduce((sum, egv) => sum + egv.value, 0) / egvs.length;
  const between = (person: SimulatedPerson, from: number, to: number) =>
    lastDays(person, 90).filter((egv) => localHour(egv) >= from && localHour(egv) < to);

  test("Steady is nine tenths in range", () => {
    expect(
      share(lastDays(named("Steady"), 90), (egv) => egv.value >= 70 && egv.value <= 180),
    ).toBeGreaterThan(0.85);
  });

  test("NightLows is low between two and five far more often than by day", () => {
    const low = (egv: { value: number }) => egv.value < 70;
    const nights = share(between(named("NightLows"), 2, 5), low);
    expect(nights).toBeGreaterThan(0.1);
    expect(nights).toBeGreaterThan(3 * share(between(named("NightLows"), 9, 22), low));
  });

  test("PostMealHighs is higher in the daytime than at night", () => {
    const person = named("PostMealHighs");
    const high = (egv: { value: number }) => egv.value > 180;
    expect(share(between(person, 12, 22), high)).toBeGreaterThan(2 * share(between(person, 1, 6), high));
  });

  test("DawnRise climbs before breakfast", () => {
    const person = named("DawnRise");
    expect(mean(between(person, 6, 7))).toBeGreaterThan(mean(between(person, 1, 3)) + 25);
  });

  test("Traveller's offset jumps at least six times a year, beyond clock changes", () => {
    const offsets = lastDays(named("Traveller"), 365).map((egv) => egv.displayOffsetMinutes);
    const jumps = offsets.filter((offset, i) => i > 0 && Math.abs(offset - (offsets[i - 1] ?? 0)) > 60);
    expect(jumps.length).toBeGreaterThanOrEqual(6);
  });

  test.each([
    ["spring", "2026-03-08", 23, -300, -240],
    ["autumn", "2025-11-02", 25, -240, -300],
  ])("ClockChange wears the sensor through the %s night", (_, date, hours, before, after) => {
    const person = named("ClockChange");
    const midnight = Date.parse(`${date}T00:00:00Z`) - before * MINUTE_MS;
    const day = person.egvs(midnight, midnight + hours * HOUR_MS);
    expect(day.length).toBeGreaterThanOrEqual(hours * 12 - 1);
    expect(day[0]?.displayOffsetMinutes).toBe(before);
    expect(day.at(-1)?.displayOffsetMinutes).toBe(after);
  });

  test("SparseWearer wears it about half the time, the steady ones nearly always", () => {
    const worn = (name: string) => lastDays(named(name), 300).length / (300 * 288);
    expect(worn("SparseWearer")).toBeGreaterThan(0.35);
    expect(worn("SparseWearer")).toBeLessThan(0.65);
    expect(worn("Steady")).toBeGreaterThan(0.96);
  });

  test("SensorGaps has a gap of an hour or more every few days", () => {
    const egvs = lastDays(named("SensorGaps"), 90);
    const gaps = egvs.filter((egv, i) => i > 0 && egv.systemTime - (egvs[i - 1]?.systemTime ?? 0) > HOUR_MS);
    expect(gaps.length).toBeGreaterThan(30);
  });

  test("CompressionLows falls and recovers by more than 2 mg/dL per minute in the night", () => {
    const steep = (name: string) =>
      between(named(name), 0.5, 6).filter((egv) => egv.trend === "singleUp" || egv.trend === "doubleUp")
        .length;
    expect(steep("CompressionLows")).toBeGreaterThan(4 * steep("Steady"));
  });

  test("Pregnant is tightly kept", () => {
    expect(
      share(lastDays(named("Pregnant"), 90), (egv) => egv.value >= 63 && egv.value <= 140),
    ).toBeGreaterThan(0.7);
  });

  test("NewlyDiagnosed has eleven days, ThreeYears three years", () => {
    expect(ENDS_AT - named("NewlyDiagnosed").historyStart).toBe(11 * DAY_MS);
    expect(ENDS_AT - named("ThreeYears").historyStart).toBeGreaterThanOrEqual(3 * 365 * DAY_MS);
    const first = named("ThreeYears").egvs(0, ENDS_AT - 1_090 * DAY_MS);
    expect(first.length).toBeGreaterThan(500);
  });
});
