import { describe, expect, it, test } from "vitest";
import type { Band, BandShare } from "@/lib/glucose/bands";
import { BAND_GOALS, FIGURE_GOALS, meetsGoal } from "@/lib/glucose/ranges";
import { wordsFor } from "@/lib/i18n/words";
import { goalWords } from "./goal-words";
import { bandGoal, figureGoal } from "./written-goal";

const english = wordsFor("en-US");

/** A band with its exact and its whole percentage; `together` is what its goal is tested on. */
function share(band: Band, exact: number, percent: number, together = exact): BandShare {
  const goal = BAND_GOALS[band];
  return {
    band,
    count: 0,
    share: exact / 100,
    percent,
    underOne: false,
    minutesPerDay: 0,
    goal: { ...goal, met: meetsGoal(together, goal) },
  };
}

const exactOf = (one: BandShare, ...others: BandShare[]) =>
  bandGoal(one, [one, ...others], english)?.exact ?? null;

function figures(figure: "mean" | "gmi" | "cv", value: number, met: boolean | null) {
  const goals = Object.fromEntries(
    Object.entries(FIGURE_GOALS).map(([name, goal]) => [
      name,
      { ...goal, met: name === figure ? met : null },
    ]),
  ) as unknown as Parameters<typeof figureGoal>[1]["goals"];
  return { mean: null, gmi: null, cv: null, goals, [figure]: value };
}

describe("a figure beside its goal", () => {
  it("stands as it is where the rounded number says the same", () => {
    expect(exactOf(share("veryHigh", 3.2, 3))).toBeNull();
    expect(exactOf(share("veryHigh", 5, 5))).toBeNull();
    expect(exactOf(share("target", 69.8, 70))).toBeNull();
  });

  it("has the decimals that its verdict needs where rounding hides it", () => {
    expect(exactOf(share("veryHigh", 4.6, 5))).toBe("4.6 %");
    // 4.99 % is 5.0 % with one decimal, which is not below 5 %.
    expect(exactOf(share("veryHigh", 4.99, 5))).toBe("4.99 %");
    expect(exactOf(share("target", 70.4, 70))).toBe("70.4 %");
  });

  it("is taken together with what counts with it", () => {
    const veryLow = share("veryLow", 0.9, 1);
    expect(exactOf(share("low", 2.8, 3, 3.7), veryLow)).toBe("3.7 %");
    expect(exactOf(share("low", 3.3, 3, 4.2), veryLow)).toBeNull();
  });

  it("follows the decimals that are shown, and the unit", () => {
    const veryHigh = share("veryHigh", 4.6, 5);
    expect(bandGoal(veryHigh, [veryHigh], english, 1)?.exact).toBeNull();
    const mean = figures("mean", 153.7, true);
    expect(figureGoal("mean", mean, { unit: "mg/dL", locale: "en-US" }).exact).toBe("153.7 mg/dL");
    // 8.53 mmol/L is shown as 8.5 and the bound as 8.6.
    expect(figureGoal("mean", mean, { unit: "mmol/L", locale: "en-US" }).exact).toBeNull();
    expect(figureGoal("cv", figures("cv", 36.04, false), { unit: "mg/dL", locale: "es-ES" }).exact).toBe(
      "36,04 %",
    );
  });

  it("is not explained where there is no verdict", () => {
    expect(
      figureGoal("gmi", figures("gmi", 6.99, null), { unit: "mg/dL", locale: "en-US" }).exact,
    ).toBeNull();
  });
});

test("the verdict names the number that it was passed on, in the reader's language", () => {
  const veryHigh = share("veryHigh", 4.6, 5);
  const written = (words = english) => {
    const goal = bandGoal(veryHigh, [veryHigh], words);
    return goal && goalWords(goal, words);
  };
  expect(written()).toBe("Goal below 5 % · met at 4.6 %");
  expect(written(wordsFor("es-ES"))).toBe("Meta: menos de 5 % · alcanzada con 4,6 %");
});
