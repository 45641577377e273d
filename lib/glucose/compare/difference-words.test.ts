import { expect, it } from "vitest";
import type { Difference } from "./compare-periods";
import { FIGURES_TO_COMPARE } from "./compared-figures";
import { differenceWords } from "./difference-words";
import { FIGURE_NAMES } from "./figure-names";
import { POOLED_FIGURES } from "./pooled-figures";

const meanLower: Difference = {
  figure: "mean",
  unit: "mg/dL",
  before: 162,
  after: 150,
  difference: -12,
  status: { before: "sufficient", after: "sufficient" },
  bothSufficient: true,
  representative: true,
  interval: { low: -20, high: -4 },
  noIntervalReason: null,
  judgement: "beyond-usual",
};

it("a difference beyond the usual is said with its interval and its direction once", () => {
  expect(differenceWords(meanLower, "mg/dL")).toBe(
    "Average glucose was 12 mg/dL lower in the second period; 95 % of resampled differences lie between 20 and 4 mg/dL lower: more than your usual day-to-day variation.",
  );
});

it("the same in mmol/L is converted, with one decimal", () => {
  // 12, 20 and 4 divided by 18.01559.
  expect(differenceWords(meanLower, "mmol/L")).toBe(
    "Average glucose was 0.7 mmol/L lower in the second period; 95 % of resampled differences lie between 1.1 and 0.2 mmol/L lower: more than your usual day-to-day variation.",
  );
});

it("an interval across 0 says both directions", () => {
  const within: Difference = {
    ...meanLower,
    figure: "timeInRanges.target",
    unit: "%",
    difference: 2.34,
    interval: { low: -3.1, high: 8 },
    judgement: "within-usual",
  };
  expect(differenceWords(within, "mg/dL")).toBe(
    "Time in range was 2.3 percentage points higher in the second period; 95 % of resampled differences lie between 3.1 percentage points lower and 8.0 percentage points higher: within your usual day-to-day variation.",
  );
});

it.each([
  [{ low: 4, high: 20 }, "between 4 and 20 mg/dL higher"],
  [{ low: -5, high: 0.2 }, "between 5 and 0 mg/dL lower"],
  [{ low: 0, high: 7 }, "between 0 and 7 mg/dL higher"],
  [{ low: 50, high: 50 }, "at 50 mg/dL higher"],
  [{ low: -0.1, high: 0.1 }, "at 0 mg/dL"],
])("the interval %o lies %s", (interval, words) => {
  expect(differenceWords({ ...meanLower, interval }, "mg/dL")).toContain(`differences lie ${words}:`);
});

it("a difference that rounds to 0 is about the same", () => {
  expect(differenceWords({ ...meanLower, difference: -0.4 }, "mg/dL")).toMatch(
    /^Average glucose was about the same in the second period;/,
  );
});

it("a figure without interval says so", () => {
  const none = { ...meanLower, interval: null, judgement: "no-interval" } as const;
  expect(differenceWords({ ...none, figure: "median", noIntervalReason: "figure" }, "mg/dL")).toBe(
    "Median glucose was 12 mg/dL lower in the second period; no interval for this figure.",
  );
  expect(differenceWords({ ...none, noIntervalReason: "days" }, "mg/dL")).toContain(
    "; no interval, because it takes 7 days with readings in each period.",
  );
});

it.each([
  ["insufficient", "sufficient", "the first period has"],
  ["caution", "insufficient", "the second period has"],
  ["insufficient", "insufficient", "both periods have"],
] as const)("with %s and %s data it is said that %s too little", (before, after, who) => {
  const withheld: Difference = {
    ...meanLower,
    status: { before, after },
    bothSufficient: false,
    representative: false,
    interval: null,
    judgement: "not-comparable",
  };
  expect(differenceWords(withheld, "mg/dL")).toBe(
    `Average glucose is not comparable: ${who} too little data.`,
  );
});

it("a period that has no episode has no length of one, which is not too little data", () => {
  const noEpisodes: Difference = {
    ...meanLower,
    figure: "episodes.hypo.level1.meanMinutes",
    unit: "min",
    before: null,
    difference: null,
    interval: null,
    judgement: "not-comparable",
  };
  expect(differenceWords(noEpisodes, "mg/dL")).toBe(
    "Average length of low episodes is not comparable: there is no value for the first period.",
  );
});

it.each([
  ["caution", "sufficient", "the first period"],
  ["sufficient", "caution", "the second period"],
  ["caution", "caution", "both periods"],
] as const)("with %s and %s data %s may not be representative", (before, after, who) => {
  expect(
    differenceWords({ ...meanLower, status: { before, after }, representative: false }, "mg/dL"),
  ).toMatch(new RegExp(`variation \\(${who} may not be representative\\)\\.$`));
});

it.each([
  ["sdRoc", "mg/dL per minute", "was 12.00 mg/dL per minute lower", "was 0.666 mmol/L per minute lower"],
  ["mag", "mg/dL per hour", "was 12 mg/dL per hour lower", "was 0.7 mmol/L per hour lower"],
  ["gri.value", "", "was 12.00 lower", "was 12.00 lower"],
  ["episodes.hypo.level1.perWeek", "per week", "was 12.0 per week lower", "was 12.0 per week lower"],
] as const)("%s has its own unit", (figure, unit, inMgDl, inMmolL) => {
  const difference = { ...meanLower, figure, unit };
  expect(differenceWords(difference, "mg/dL")).toContain(inMgDl);
  expect(differenceWords(difference, "mmol/L")).toContain(inMmolL);
});

it("a square is converted twice", () => {
  // 3,000 / 18.01559² = 9.24.
  const lability: Difference = {
    ...meanLower,
    figure: "lability",
    unit: "(mg/dL)² per hour",
    difference: 3_000,
  };
  expect(differenceWords(lability, "mmol/L")).toMatch(
    /^Lability index was 9\.2 \(mmol\/L\)² per hour higher /,
  );
});

it("no two figures of one unit share a name", () => {
  const names = FIGURES_TO_COMPARE.map(({ figure, unit }) => `${FIGURE_NAMES[figure]} ${unit}`);
  expect(new Set(names).size).toBe(names.length);
});

it("no sentence praises, blames or names a cause", () => {
  for (const figure of POOLED_FIGURES) {
    expect(differenceWords({ ...meanLower, figure }, "mg/dL")).not.toMatch(
      /better|worse|improve|good|bad|because|should|fail|control|succe/i,
    );
  }
});
