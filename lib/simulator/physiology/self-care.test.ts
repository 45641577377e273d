import { expect, test } from "vitest";
import { type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";
import {
  correctionDose,
  mealDose,
  wantsCorrection,
  wantsTreatment,
} from "@/lib/simulator/physiology/self-care";

const body: Physiology = {
  ...TYPE_1,
  seed: 1,
  gramsPerUnit: 10,
  dropPerUnit: 50,
  bolusTarget: 110,
  doseStep: 0.5,
  correctsAbove: 200,
  treatsBelow: 70,
};
const calm = { glucose: 110, rate: 0, insulinOnBoard: 0, afterglow: 0 };
const meal = { kind: "bolus", minute: 0, grams: 60, dosingFactor: 1 } as const;

test("a meal at target gets its carbohydrate by the ratio", () => {
  expect(mealDose(body, meal, calm)).toBe(6);
});

test("more when high, less when low, less with insulin still working", () => {
  expect(mealDose(body, meal, { ...calm, glucose: 210 })).toBe(7.5);
  expect(mealDose(body, meal, { ...calm, glucose: 60 })).toBe(5.5);
  expect(mealDose(body, meal, { ...calm, glucose: 210, insulinOnBoard: 2 })).toBe(6.5);
});

test("less after exercise", () => {
  expect(mealDose(body, meal, { ...calm, afterglow: 0.2 })).toBe(5);
});

test("doses fall on the steps of the pen, and none is smaller than a step", () => {
  const pen = { ...body, doseStep: 1 };
  expect(mealDose(pen, { ...meal, grams: 44 }, calm)).toBe(4);
  expect(mealDose(pen, { ...meal, grams: 4 }, calm)).toBe(0);
});

test("a correction counts the insulin that is still working", () => {
  const high = { ...calm, glucose: 260 };
  expect(wantsCorrection(body, high)).toBe(true);
  expect(correctionDose(body, high)).toBe(2.5);
  expect(correctionDose(body, { ...high, insulinOnBoard: 3 })).toBe(0);
});

test("no correction while falling fast, nor without mealtime insulin", () => {
  expect(wantsCorrection(body, { ...calm, glucose: 260, rate: -2 })).toBe(false);
  expect(wantsCorrection({ ...body, doseStep: 0 }, { ...calm, glucose: 260 })).toBe(false);
});

test("a low is treated, and one that is coming fast as well", () => {
  expect(wantsTreatment(body, { ...calm, glucose: 69 })).toBe(true);
  expect(wantsTreatment(body, { ...calm, glucose: 75 })).toBe(false);
  expect(wantsTreatment(body, { ...calm, glucose: 75, rate: -2 })).toBe(true);
});
