import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { contrast, difference } from "./colour-difference.test-support";
import { glucoseTone, glucoseTones, SHARE_STEPS, shareStep } from "./heat-map-tones";

const CSS = readFileSync(path.resolve(import.meta.dirname, "heat-map.module.css"), "utf8");
const STEPS = SHARE_STEPS.map((_, i) => i + 1);

function token(name: string, theme: "light" | "dark"): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(CSS);
  const value = theme === "light" ? found?.[1] : found?.[2];
  if (!value) throw new Error(`No token --${name}`);
  return value;
}

describe("the steps of time in range", () => {
  it.each([
    [0, 1],
    [49, 1],
    [50, 2],
    [69, 2],
    [70, 3],
    [79, 3],
    [80, 4],
    [90, 5],
    [100, 5],
  ])("%d %% is step %d", (percent, step) => expect(shareStep(percent)).toBe(step));

  describe.each(["light", "dark"] as const)("on the %s page", (theme) => {
    test.each(STEPS)("step %d carries its number with at least 4.5 to 1", (step) => {
      expect(
        contrast(token(`share-${step}`, theme), token(`on-share-${step}`, theme)),
      ).toBeGreaterThanOrEqual(4.5);
    });

    test("neighbours look different to everybody, and the steps go one way", () => {
      const page = theme === "light" ? "#ffffff" : "#10151f";
      const away = STEPS.map((step) => contrast(token(`share-${step}`, theme), page));
      expect(away).toEqual(away.toSorted((a, b) => a - b));
      for (const step of STEPS.slice(1))
        for (const sight of ["normal", "protanopia", "deuteranopia", "tritanopia"] as const)
          expect(
            difference(token(`share-${step - 1}`, theme), token(`share-${step}`, theme), sight),
          ).toBeGreaterThanOrEqual(8);
    });
  });
});

describe("the tone of an average", () => {
  const standard = RANGE_SETS.standard.bounds["mg/dL"];
  const pregnancy = RANGE_SETS.pregnancy.bounds["mg/dL"];

  it.each([
    [53.9, "veryLow"],
    [54, "low"],
    [69.9, "low"],
    [70, "tight"],
    [140, "tight"],
    [140.1, "target"],
    [180, "target"],
    [180.1, "high"],
    [250, "high"],
    [250.1, "veryHigh"],
  ])("%d mg/dL is %s", (mgDl, tone) => expect(glucoseTone(mgDl, standard)).toBe(tone));

  // The target ends where the tight range does, so it is not parted; everything above is one band.
  it.each([
    [53.9, "veryLow"],
    [62.9, "low"],
    [63, "target"],
    [140, "target"],
    [140.1, "high"],
    [401, "high"],
  ])("in pregnancy %d mg/dL is %s", (mgDl, tone) => expect(glucoseTone(mgDl, pregnancy)).toBe(tone));

  it("is one of those that the legend has", () => {
    expect(glucoseTones(standard)).toEqual(["veryHigh", "high", "target", "tight", "low", "veryLow"]);
    expect(glucoseTones(pregnancy)).toEqual(["high", "target", "low", "veryLow"]);
    for (const bounds of [standard, pregnancy])
      for (let mgDl = 39; mgDl <= 401; mgDl += 1)
        expect(glucoseTones(bounds)).toContain(glucoseTone(mgDl, bounds));
  });
});
