import { expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { GOOD_SIGNAL, signalLoss } from "@/lib/simulator/people/signal-loss";

const START = Date.UTC(2026, 0, 1);
const beats = Array.from({ length: 60 * 288 }, (_, i) => START + i * 5 * MINUTE_MS);
const share = (lost: (at: number) => boolean) => beats.filter(lost).length / beats.length;

test("a good signal loses about one reading in a hundred, a bad one many, none at all when told so", () => {
  const good = share(signalLoss(1, GOOD_SIGNAL));
  expect(good).toBeGreaterThan(0.002);
  expect(good).toBeLessThan(0.03);
  expect(share(signalLoss(1, { longPerDay: 1.1, shortShare: 0.03 }))).toBeGreaterThan(0.06);
  expect(share(signalLoss(1, { longPerDay: 0, shortShare: 0 }))).toBe(0);
});

test("short losses alone come to the share asked for", () => {
  const lost = share(signalLoss(1, { longPerDay: 0, shortShare: 0.02 }));
  expect(Math.abs(lost - 0.02)).toBeLessThan(0.004);
});

test("a loss that passes midnight is whole, in any order of asking", () => {
  const habits = { longPerDay: 3, shortShare: 0.01 };
  const forwards = beats.map(signalLoss(1, habits));
  const lost = signalLoss(1, habits);
  lost(START + 40 * DAY_MS);
  expect(beats.toReversed().map(lost).toReversed()).toEqual(forwards);
});
