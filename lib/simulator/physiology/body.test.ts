import { expect, test } from "vitest";
import { Body } from "@/lib/simulator/physiology/body";
import { type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";

const physiology: Physiology = { ...TYPE_1, seed: 1, settlesAt: 120, risePerGram: 4, dropPerUnit: 40 };

function after(minutes: number, act: (body: Body) => void): Body {
  const body = new Body(physiology, 5);
  act(body);
  for (let i = 0; i < minutes / 5; i++) body.step(120, 1, 0);
  return body;
}

test("at rest glucose stays where it settles", () => {
  expect(after(600, () => {}).glucose).toBeCloseTo(120, 9);
});

test("carbohydrate raises glucose, insulin lowers it", () => {
  expect(after(60, (body) => body.eatFast(20)).glucose).toBeGreaterThan(150);
  expect(after(120, (body) => body.inject(1.5)).glucose).toBeLessThan(100);
});

test("food and the fitting dose leave glucose where it was, after a bump", () => {
  const meal = { kind: "meal", minute: 0, name: "lunch", grams: 40, peakMinutes: 25, slowShare: 0 } as const;
  const act = (body: Body) => {
    body.eatMeal(meal);
    body.inject(4);
  };
  expect(after(60, act).glucose).toBeGreaterThan(135);
  expect(Math.abs(after(420, act).glucose - 120)).toBeLessThan(20);
});

test("exercise lowers glucose, more when harder, and goes on working for hours", () => {
  const light = after(60, (body) => body.exercise(45, "light"));
  const heavy = after(60, (body) => body.exercise(45, "heavy"));
  expect(light.glucose).toBeLessThan(115);
  expect(heavy.glucose).toBeLessThan(light.glucose);
  expect(after(240, (body) => body.exercise(45, "medium")).afterglow).toBeGreaterThan(0.05);
});

test("the tissue follows the blood late", () => {
  const rising = after(25, (body) => body.eatFast(25));
  expect(rising.tissueGlucose).toBeLessThan(rising.glucose - 5);
});

test("glucose never falls below what a body survives", () => {
  expect(after(300, (body) => body.inject(40)).glucose).toBeGreaterThanOrEqual(22);
});
