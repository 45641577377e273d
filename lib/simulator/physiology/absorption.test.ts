import { expect, test } from "vitest";
import { Chain, Gut } from "@/lib/simulator/physiology/absorption";

test("all that goes in comes out, once", () => {
  const chain = new Chain([40, 40, 30], 5);
  chain.add(6);
  let out = 0;
  for (let i = 0; i < 500; i++) out += chain.step();
  expect(out).toBeCloseTo(6, 9);
  expect(chain.onBoard).toBeCloseTo(0, 9);
});

test("what is inside and what has left make up the dose at every moment", () => {
  const chain = new Chain([42, 42, 34], 5);
  chain.add(4);
  let out = 0;
  for (let i = 0; i < 60; i++) {
    out += chain.step();
    expect(out + chain.onBoard).toBeCloseTo(4, 9);
  }
});

test("insulin works most strongly between one and two hours and is gone after six", () => {
  const chain = new Chain([42, 42, 34], 5);
  chain.add(1);
  const flow = Array.from({ length: 73 }, () => chain.step());
  const peakMinutes = flow.indexOf(Math.max(...flow)) * 5;
  expect(peakMinutes).toBeGreaterThanOrEqual(60);
  expect(peakMinutes).toBeLessThanOrEqual(120);
  expect(chain.onBoard).toBeLessThan(0.05);
});

test("fast sugar is absorbed before a slow meal eaten at the same time", () => {
  const half = (peakMinutes: number) => {
    const gut = new Gut(5);
    gut.eat(20, peakMinutes);
    let absorbed = 0;
    let minutes = 0;
    while (absorbed < 10) {
      absorbed += gut.step();
      minutes += 5;
    }
    return minutes;
  };
  expect(half(13)).toBeLessThan(half(40));
});

test("two meals are absorbed as the sum of both", () => {
  const gut = new Gut(5);
  gut.eat(50, 30);
  gut.eat(20, 15);
  let absorbed = 0;
  for (let i = 0; i < 400; i++) absorbed += gut.step();
  expect(absorbed).toBeGreaterThan(69.97);
  expect(absorbed).toBeLessThanOrEqual(70);
});
