import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { type GlucoseTrace, traceGlucose } from "@/lib/simulator/physiology/glucose-trace";
import { STEP_MINUTES } from "@/lib/simulator/physiology/life";
import { type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";

const body: Physiology = { ...TYPE_1, seed: 4242 };
const offsetAt = () => -300;
const START = Date.UTC(2026, 2, 1);

const at = (trace: GlucoseTrace, when: number) =>
  trace.blood[Math.round((when - trace.start) / (STEP_MINUTES * MINUTE_MS))] ?? Number.NaN;

test("the same period is the same to the last bit", () => {
  const once = traceGlucose(body, offsetAt, START, START + DAY_MS);
  const again = traceGlucose(body, offsetAt, START, START + DAY_MS);
  expect(again.blood).toEqual(once.blood);
  expect(again.intakes).toEqual(once.intakes);
});

test("two days of run-in make the assumed beginning invisible", () => {
  const joins: number[] = [];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), (day) => {
      const from = START + day * DAY_MS;
      const long = traceGlucose(body, offsetAt, from - 3 * DAY_MS, from + HOUR_MS);
      const fresh = traceGlucose(body, offsetAt, from, from + HOUR_MS);
      joins.push(Math.abs(at(long, from) - at(fresh, from)));
    }),
    { seed: 5, numRuns: 60 },
  );
  joins.sort((a, b) => a - b);
  // A decision (a correction, a snack) taken on one side only may leave a trace; sensors are changed at these seams.
  expect(joins[Math.floor(0.9 * joins.length)]).toBeLessThan(1);
  expect(joins.at(-1)).toBeLessThan(40);
});

test("a meal without insulin raises glucose, and a dose alone lowers it", () => {
  const calm: Physiology = { ...body, driftHours: 0, driftDays: 0, unrest: 0, dawnRise: 0, nightFall: 0 };
  const eats: Physiology = { ...calm, doseStep: 0 };
  const trace = traceGlucose(eats, offsetAt, START, START + 20 * DAY_MS);
  const lunches = trace.intakes.filter((intake) => intake.kind === "carbs" && intake.reason === "lunch");
  expect(lunches.length).toBeGreaterThan(15);
  for (const lunch of lunches)
    expect(at(trace, lunch.at + 50 * MINUTE_MS)).toBeGreaterThan(at(trace, lunch.at) + 20);
});

test("intakes are ascending, inside the period and plausible", () => {
  const { intakes } = traceGlucose(body, offsetAt, START, START + 30 * DAY_MS);
  expect(intakes.length).toBeGreaterThan(150);
  for (const [i, intake] of intakes.entries()) {
    expect(intake.at).toBeGreaterThanOrEqual(Math.max(START, intakes[i - 1]?.at ?? START));
    expect(intake.at).toBeLessThan(START + 30 * DAY_MS);
    expect("grams" in intake ? intake.grams : 0).toBeLessThan(200);
    expect("units" in intake ? intake.units : 0).toBeLessThan(30);
  }
});
