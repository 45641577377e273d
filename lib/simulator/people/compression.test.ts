import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { compression } from "@/lib/simulator/people/compression";

const START = Date.UTC(2026, 0, 1);
const offsetAt = () => -300;
const minutes = Array.from({ length: 100 * 1440 }, (_, i) => START + i * MINUTE_MS);

test("nobody presses on the sensor by day", () => {
  const factor = compression(1, 1, offsetAt);
  const pressed = minutes.filter((at) => {
    const hour = ((((at - 5 * HOUR_MS) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;
    return hour > 9 && factor(at) !== 1;
  });
  expect(pressed).toEqual([]);
});

test("the share of nights is as asked, and pressed readings are a fifth to three fifths too low at the worst", () => {
  const factor = compression(1, 0.4, offsetAt);
  const worst = Array.from({ length: 100 }, (_, day) =>
    Math.min(...minutes.slice(day * 1440, (day + 1) * 1440).map(factor)),
  );
  const nights = worst.filter((depth) => depth < 1);
  expect(nights.length).toBeGreaterThan(30);
  expect(nights.length).toBeLessThan(70);
  for (const depth of nights) expect(depth).toBeGreaterThan(0.3);
});

test("the reading sinks within half an hour, without a jump from minute to minute", () => {
  const factor = compression(1, 1, offsetAt);
  const values = minutes.map(factor);
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
  expect(steps.filter((step) => step >= 0.12)).toEqual([]);
});

test("people who never press have true nights", () => {
  expect(new Set(minutes.map(compression(1, 0, offsetAt)))).toEqual(new Set([1]));
});
