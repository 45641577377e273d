import { describe, expect, it } from "vitest";
import { barsPath, instantScale, labelledDays, lanesOf, MARGIN } from "./wear-layout";

it("the first instant lies at the left edge, the last at the right, and nothing beyond them", () => {
  const day = { date: "2026-05-01", observed: 0, expected: 0, activePercent: 0 } as const;
  const place = instantScale(
    {
      days: [
        { ...day, from: 100, to: 200 },
        { ...day, from: 200, to: 300 },
      ],
    },
    500,
  );
  expect(place(100)).toBe(MARGIN.left);
  expect(place(300)).toBe(500 - MARGIN.right);
  expect(place(200)).toBe((place(100) + place(300)) / 2);
  expect([place(0), place(999)]).toEqual([place(100), place(300)]);
});

it("sensors worn at the same time lie in two lanes, others in one", () => {
  const worn = (firstReadingAt: number, lastReadingAt: number) => ({ firstReadingAt, lastReadingAt });
  expect(lanesOf([worn(0, 10), worn(10, 20), worn(25, 30)])).toEqual([0, 0, 0]);
  expect(lanesOf([worn(0, 10), worn(8, 20), worn(11, 30)])).toEqual([0, 1, 0]);
});

describe("dates under the drawing", () => {
  it.each([
    [7, 500],
    [14, 300],
    [30, 1_000],
    [90, 240],
    [365, 900],
    [3_653, 300],
  ])("of %i days in %i pixels begin with the first and keep 64 pixels each", (days, width) => {
    const labelled = labelledDays(days, width);
    expect(labelled[0]).toBe(0);
    expect(labelled.length).toBeLessThanOrEqual(Math.max(1, Math.floor(width / 64)));
    expect(labelled.every((index) => index < days)).toBe(true);
  });
});

describe("bars", () => {
  const strip = { top: 10, height: 100 };

  it("are as high as the share of readings, and absent without any", () => {
    expect(barsPath([{ left: 0, right: 10, percent: 25 }], strip)).toBe("M0.5 110V85H9.5V110Z");
    expect(barsPath([{ left: 0, right: 10, percent: 0 }], strip)).toBe("");
  });

  it("touch where a day is narrower than the distance is worth", () => {
    expect(barsPath([{ left: 0, right: 1, percent: 100 }], strip)).toBe("M0 110V10H1V110Z");
  });
});
