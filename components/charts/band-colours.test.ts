import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ciede2000, contrast, difference, SIGHTS } from "./colour-difference.test-support";

const TOKENS = readFileSync(path.resolve(import.meta.dirname, "../ui/tokens.css"), "utf8");
const BANDS = ["very-low", "low", "target", "high", "very-high"] as const;

/** Both values of a token on screens: `light-dark(#…, #…)`. */
function token(name: string): { readonly light: string; readonly dark: string } {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS);
  if (!found?.[1] || !found[2]) throw new Error(`No token --${name} with a light and a dark value`);
  return { light: found[1], dark: found[2] };
}

const pairs = BANDS.flatMap((a, i) => BANDS.slice(i + 1).map((b) => [a, b] as const));

describe.each([
  { theme: "light" as const, differenceMin: 23 },
  { theme: "dark" as const, differenceMin: 17.5 },
])("band colours on the $theme page", ({ theme, differenceMin }) => {
  const colour = (name: string) => token(name)[theme];

  test.each(BANDS)("%s stands out from the page by at least 3 to 1", (band) => {
    expect(contrast(colour(`band-${band}`), colour("page"))).toBeGreaterThanOrEqual(3);
  });

  test.each(SIGHTS)("every two bands look different with %s sight", (sight) => {
    const smallest = Math.min(
      ...pairs.map(([a, b]) => difference(colour(`band-${a}`), colour(`band-${b}`), sight)),
    );
    expect(Math.round(smallest * 10) / 10).toBeGreaterThanOrEqual(differenceMin);
  });

  test.each([
    ["ink", "page"],
    ["ink-muted", "page"],
    ["ink-muted", "surface"],
    ["ink-muted", "raised"],
    ["accent", "page"],
    ["accent", "accent-soft"],
    ["on-accent", "accent"],
    ["danger", "page"],
    ["target-label", "profile-outer"],
    ["target-label", "target-fill"],
  ])("%s is readable on %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["outline", "page"],
    ["profile-median", "profile-inner"],
    ["band-target", "target-fill"],
  ])("%s can be made out against %s", (mark, ground) => {
    expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test("the colour difference agrees with the published test pairs", () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs 1, 7, 17 and 33.
  const rows = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const;
  for (const [a, b, expected] of rows) expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
});
