import { expect, test } from "vitest";
import type { Period } from "@/lib/glucose/period";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { compareFrom } from "./compare";

const CHANGE = Date.parse("2026-03-16T00:00:00Z");
const series = buildSeries(
  stream("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", (at) => (at < CHANGE ? 160 : 140)),
);
const inputOf = (period: Period) => ({ series, period, freshness: longAfter });
const [first, second] = [inputOf(datesFrom("2026-03-02", 14)), inputOf(datesFrom("2026-03-16", 14))];

test("the earlier dates come first, whichever of the two periods the page is about", () => {
  const compared = compareFrom(second, first);
  expect(compared).toEqual(compareFrom(first, second));
  expect([compared.before.period.from, compared.after.period.from]).toEqual(["2026-03-02", "2026-03-16"]);
  const mean = compared.comparison.figures.find(({ figure }) => figure === "mean");
  expect(mean).toMatchObject({ before: 160, after: 140, difference: -20, judgement: "beyond-usual" });
});

test.each([
  [datesFrom("2026-03-16", 14), 0],
  [datesFrom("2026-03-15", 14), 1],
  [datesFrom("2026-03-05", 3), 3],
  [datesFrom("2026-03-02", 14), 14],
  [datesFrom("2026-02-20", 11), 1],
])("with %o the first fortnight of March shares %i dates", (other, shared) => {
  expect(compareFrom(first, inputOf(other)).sharedDays).toBe(shared);
});

test("in pregnancy bands are compared as they are there, and everything else as for everybody", () => {
  const standard = compareFrom(first, second);
  expect(compareFrom(first, second, "standard")).toEqual(standard);
  const pregnancy = compareFrom(first, second, "pregnancy");
  const valuesOf = (of: typeof standard, band: string) => {
    const found = of.comparison.figures.find(({ figure }) => figure === band);
    return found && [found.before, found.after, found.difference];
  };
  // Every reading of the first fortnight is 160, of the second 140.
  expect(valuesOf(standard, "timeInRanges.target")).toEqual([100, 100, 0]);
  expect(valuesOf(pregnancy, "timeInRanges.target")).toEqual([0, 100, 100]);
  expect(valuesOf(pregnancy, "night.target")).toEqual([0, 100, 100]);
  expect(valuesOf(pregnancy, "timeInRanges.high")).toEqual([100, 0, -100]);
  expect(pregnancy.before.bands.map(({ band, percent }) => [band, percent])).toEqual([
    ["veryLow", 0],
    ["low", 0],
    ["target", 0],
    ["high", 100],
  ]);
  const isOfBands = /^(timeInRanges|night|day)\.(veryLow|low|target|high|veryHigh)$/;
  const others = ({ comparison }: typeof standard) =>
    comparison.figures.filter(({ figure }) => !isOfBands.test(figure));
  expect(others(pregnancy)).toEqual(others(standard));
  const lacking = ["timeInRanges.veryHigh", "night.veryHigh", "day.veryHigh"];
  expect(pregnancy.comparison.figures.map(({ figure }) => figure)).toEqual(
    standard.comparison.figures.map(({ figure }) => figure).filter((figure) => !lacking.includes(figure)),
  );
});

test("a difference of time in range is judged by the days against the same ranges", () => {
  const ofRange = ({ comparison }: ReturnType<typeof compareFrom>) =>
    comparison.figures.find(({ figure }) => figure === "timeInRanges.target")?.judgement;
  expect(ofRange(compareFrom(first, second))).toBe("within-usual");
  expect(ofRange(compareFrom(first, second, "pregnancy"))).toBe("beyond-usual");
});
