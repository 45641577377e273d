import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, SECOND_MS } from "@/lib/clock";
import { defaultCast } from "@/lib/simulator/people/cast";
import { trendOfRate } from "@/lib/simulator/people/trend";
import type { SimulatedEgv, SimulatedPerson } from "@/lib/simulator/person";

const ENDS_AT = Date.UTC(2026, 8, 1);
const cast = defaultCast({ endsAt: ENDS_AT });

function named(name: string, people = cast): SimulatedPerson {
  const person = people.find((candidate) => candidate.name === name);
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return person;
}

const KINDS = ["egvs", "events", "calibrations", "alerts"] as const;

function isDexcomLike(egv: SimulatedEgv): boolean {
  const status = egv.value === 39 ? "low" : egv.value === 401 ? "high" : null;
  const trend =
    egv.trendRate === null
      ? egv.trend === "notComputable" || egv.trend === "rateOutOfRange"
      : egv.trend === trendOfRate(egv.trendRate).trend;
  const inRange = Number.isInteger(egv.value) && egv.value >= 39 && egv.value <= 401;
  return inRange && trend && egv.status === status && /^[0-9a-f]{64}$/.test(egv.transmitterId);
}

test("the sandbox's own users come first, and every name is used once", () => {
  const names = cast.map((person) => person.name);
  expect(names.slice(0, 4)).toEqual(["User7", "User8", "User6", "User4"]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      "Steady",
      "NightLows",
      "PostMealHighs",
      "DawnRise",
      "Traveller",
      "ClockChange",
      "SparseWearer",
      "SensorGaps",
      "CompressionLows",
      "Pregnant",
      "NewlyDiagnosed",
      "ThreeYears",
    ]),
  );
});

describe.each(cast.map((person) => [person.name, person] as const))("%s", (name, person) => {
  test("answers any window like the part of a wider one, in any order of asking", () => {
    const window = { min: person.historyStart - 5 * DAY_MS, max: ENDS_AT + 800 * DAY_MS };
    const again = named(name, defaultCast({ endsAt: ENDS_AT }));
    fc.assert(
      fc.property(
        fc.integer(window),
        fc.integer({ min: 0, max: 5 * DAY_MS }),
        fc.integer({ min: 0, max: 12 * DAY_MS }),
        fc.integer({ min: 0, max: 12 * DAY_MS }),
        (from, length, before, after) => {
          const to = from + length;
          for (const kind of KINDS) {
            const wide = person[kind](from - before, to + after);
            const slice = wide.filter((record) => record.systemTime >= from && record.systemTime < to);
            expect(JSON.stringify(again[kind](from, to))).toBe(JSON.stringify(slice));
          }
        },
      ),
      { seed: 17, numRuns: 6 },
    );
  });

  test("sends ascending records with an offset that is the wall clock's", () => {
    for (const kind of KINDS) {
      const records = person[kind](ENDS_AT - 60 * DAY_MS, ENDS_AT);
      const wrong = records.filter(
        (record, i) =>
          record.systemTime < (records[i - 1]?.systemTime ?? 0) ||
          record.systemTime % SECOND_MS !== 0 ||
          record.displayOffsetMinutes !== person.displayOffsetMinutes(record.systemTime),
      );
      expect(wrong).toEqual([]);
    }
  });

  test("sends EGVs as Dexcom does", () => {
    const egvs = person.egvs(ENDS_AT - 60 * DAY_MS, ENDS_AT);
    expect(egvs.length).toBeGreaterThan(3_000);
    expect(egvs.filter((egv) => !isDexcomLike(egv))).toEqual([]);
    for (const sensor of Map.groupBy(egvs, (egv) => egv.transmitterId).values()) {
      const starts = sensor.map((egv) => egv.systemTime - egv.transmitterTicks * SECOND_MS);
      expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(2 * SECOND_MS);
    }
  });

  test("has no two records with one key, and no two days alike", () => {
    for (const kind of ["events", "calibrations", "alerts"] as const) {
      const keys = person[kind](ENDS_AT - 60 * DAY_MS, ENDS_AT).map((record) => record.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    const days = Map.groupBy(person.egvs(ENDS_AT - 60 * DAY_MS, ENDS_AT), (egv) =>
      Math.floor(egv.systemTime / DAY_MS),
    );
    const shapes = [...days.values()].map((day) => day.map((egv) => egv.value).join());
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test("has no record before the history starts", () => {
    for (const kind of KINDS) expect(person[kind](0, person.historyStart)).toEqual([]);
    expect(person.egvs(ENDS_AT, ENDS_AT)).toEqual([]);
    expect(person.egvs(ENDS_AT, ENDS_AT - DAY_MS)).toEqual([]);
  });
});

test("a window without end is refused instead of answered for ever", () => {
  expect(() => named("User7").egvs(ENDS_AT, Number.POSITIVE_INFINITY)).toThrow("need an end");
});

test("nobody's records depend on the end, only two beginnings do", () => {
  const later = defaultCast({ endsAt: ENDS_AT + 20 * DAY_MS });
  for (const person of cast) {
    const other = named(person.name, later);
    const counted = ["NewlyDiagnosed", "ThreeYears"].includes(person.name);
    expect(other.historyStart - person.historyStart).toBe(counted ? 20 * DAY_MS : 0);
    const from = ENDS_AT + 10 * DAY_MS;
    expect(other.egvs(from, from + DAY_MS)).toEqual(person.egvs(from, from + DAY_MS));
  }
});
