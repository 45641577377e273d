import { expect, test } from "vitest";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import { FIGURES_TO_COMPARE } from "@/lib/glucose/compare/compared-figures";
import { groupFigures } from "./figure-groups";

const all = FIGURES_TO_COMPARE.map(
  ({ figure, unit }): Difference => ({
    figure,
    unit,
    before: 1,
    after: 2,
    difference: 1,
    status: { before: "sufficient", after: "sufficient" },
    bothSufficient: true,
    representative: true,
    interval: null,
    noIntervalReason: "figure",
    judgement: "no-interval",
  }),
);
const namesOf = (figures: readonly Difference[]) => figures.map(({ figure }) => figure);

test("every figure of the engine stands in exactly one place", () => {
  const { bands, main, others } = groupFigures(all);
  const shown = namesOf([...bands, ...main, ...others.flatMap(({ figures }) => figures)]);
  expect(shown.toSorted()).toEqual(namesOf(all).toSorted());
});

test("the bands stand as in the bars, very high on top", () => {
  expect(namesOf(groupFigures(all).bands)).toEqual([
    "timeInRanges.veryHigh",
    "timeInRanges.high",
    "timeInRanges.target",
    "timeInRanges.low",
    "timeInRanges.veryLow",
  ]);
});

test("the sentence at the top speaks of what is read first, and of nothing twice", () => {
  const { lead, bands, main } = groupFigures(all);
  expect(namesOf([...bands, ...main])).toEqual(expect.arrayContaining(namesOf(lead)));
  for (const follows of ["gmi", "sd"]) expect(namesOf(lead)).not.toContain(follows);
});

test("only what has no better place is called variability over time", () => {
  const rest = groupFigures(all).others.find(({ name }) => name === "dynamics");
  const kinds = new Set(rest?.figures.map(({ figure }) => figure.split(".")[0]));
  expect([...kinds]).toEqual([
    "aucHourly",
    "modd",
    "conga",
    "mag",
    "gvp",
    "sdRoc",
    "lability",
    "sdSubtypes",
    "cvMean",
    "cvSd",
    "mage",
  ]);
});
