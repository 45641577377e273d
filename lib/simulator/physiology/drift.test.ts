import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { drift } from "@/lib/simulator/physiology/drift";

const START = Date.UTC(2026, 0, 1);
const minutes = Array.from({ length: 200_000 }, (_, i) => START + i * MINUTE_MS);

test("drift has mean 0 and SD 1", () => {
  const at = drift(3, "test", HOUR_MS);
  const values = minutes.map(at);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(Math.sqrt(variance)).toBeCloseTo(1, 1);
});

test("drift has no jumps and no corners", () => {
  const at = drift(3, "test", HOUR_MS);
  const values = minutes.slice(0, 20_000).map(at);
  for (let i = 2; i < values.length; i++) {
    const [a, b, c] = [values[i - 2] ?? 0, values[i - 1] ?? 0, values[i] ?? 0];
    expect(Math.abs(c - b)).toBeLessThan(0.08);
    expect(Math.abs(c - 2 * b + a)).toBeLessThan(0.004);
  }
});

test("drift gives the same answer in any order of asking", () => {
  const forwards = drift(3, "test", HOUR_MS);
  const backwards = drift(3, "test", HOUR_MS);
  const some = minutes.slice(0, 500);
  const asked = some.map(forwards);
  const askedBack = some.toReversed().map(backwards).toReversed();
  expect(askedBack).toEqual(asked);
});

test("two streams of one seed are strangers", () => {
  const [one, other] = [drift(3, "one", HOUR_MS), drift(3, "other", HOUR_MS)];
  const product = minutes.reduce((sum, at) => sum + one(at) * other(at), 0) / minutes.length;
  expect(Math.abs(product)).toBeLessThan(0.06);
});
