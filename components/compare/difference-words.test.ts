import { describe, expect, it } from "vitest";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import { FIGURES_TO_COMPARE } from "@/lib/glucose/compare/compared-figures";
import { wordsFor } from "@/lib/i18n/words";
import { changeWords, doubtWords, intervalWords, judgementWords } from "./difference-words";

const english = wordsFor("en-US");

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

const change = (compared: Difference, unit: "mg/dL" | "mmol/L" = "mg/dL") =>
  changeWords(compared, unit, english);
const interval = (compared: Difference, unit: "mg/dL" | "mmol/L" = "mg/dL") =>
  intervalWords(compared, unit, english);
const judgement = (compared: Difference) => judgementWords(compared, english);

describe("a difference", () => {
  it("has its amount, its unit and its direction, in either unit", () => {
    expect(change(meanLower)).toBe("12 mg/dL lower");
    // 12 divided by 18.01559.
    expect(change(meanLower, "mmol/L")).toBe("0.7 mmol/L lower");
  });

  it("that rounds to 0 is about the same", () => {
    expect(change({ ...meanLower, difference: -0.4 })).toBe("about the same");
  });

  it.each([
    ["sdRoc", "mg/dL per minute", "12.00 mg/dL per minute lower", "0.666 mmol/L per minute lower"],
    ["mag", "mg/dL per hour", "12 mg/dL per hour lower", "0.7 mmol/L per hour lower"],
    ["gri.value", "", "12.00 lower", "12.00 lower"],
    ["timeInRanges.target", "%", "12.0 points lower", "12.0 points lower"],
    ["episodes.hypo.level1.perWeek", "per week", "12.0 per week lower", "12.0 per week lower"],
  ] as const)("of %s has its own unit", (figure, unit, inMgDl, inMmolL) => {
    expect(change({ ...meanLower, figure, unit })).toBe(inMgDl);
    expect(change({ ...meanLower, figure, unit }, "mmol/L")).toBe(inMmolL);
  });

  it("of a square is converted twice", () => {
    // 3,000 / 18.01559² = 9.24.
    const lability = {
      ...meanLower,
      figure: "lability",
      unit: "(mg/dL)² per hour",
      difference: 3_000,
    } as const;
    expect(change(lability, "mmol/L")).toBe("9.2 (mmol/L)² per hour higher");
  });
});

describe("the interval of a difference", () => {
  it.each([
    [{ low: -20, high: -4 }, "4 to 20 lower"],
    [{ low: 4, high: 20 }, "4 to 20 higher"],
    [{ low: -5, high: 0.2 }, "0 to 5 lower"],
    [{ low: 0, high: 7 }, "0 to 7 higher"],
    [{ low: -3, high: 8 }, "3 lower to 8 higher"],
    [{ low: 50, high: 50 }, "50 higher"],
    [{ low: -0.1, high: 0.1 }, "0"],
  ])("%o says each direction once", (bounds, words) => {
    expect(interval({ ...meanLower, interval: bounds })).toBe(words);
  });

  it("is in the reader's unit", () => {
    expect(interval(meanLower, "mmol/L")).toBe("0.2 to 1.1 lower");
  });
});

describe("what a difference means", () => {
  it("is said beside its interval", () => {
    expect(judgement(meanLower)).toBe("More than usual");
    expect(judgement({ ...meanLower, judgement: "within-usual" })).toBe("Within usual");
  });

  it("is not said without an interval, but why there is none", () => {
    const none = { ...meanLower, interval: null, judgement: "no-interval" } as const;
    expect(interval(none)).toBeNull();
    expect(judgement({ ...none, figure: "median", noIntervalReason: "figure" })).toBe(
      "No interval for this figure",
    );
    expect(judgement({ ...none, noIntervalReason: "days" })).toBe(
      "No interval: it takes 7 days with readings on each side",
    );
  });

  it.each([
    ["insufficient", "sufficient", "the earlier days have"],
    ["caution", "insufficient", "the later days have"],
    ["insufficient", "insufficient", "both have"],
  ] as const)("with %s and %s data it is said that %s too little", (before, after, who) => {
    const withheld: Difference = {
      ...meanLower,
      status: { before, after },
      bothSufficient: false,
      representative: false,
      interval: null,
      judgement: "not-comparable",
    };
    expect(judgement(withheld)).toBe(`Not comparable: ${who} too little data`);
    expect(doubtWords(withheld, english)).toBeNull();
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
    expect(judgement(noEpisodes)).toBe("Not comparable: the earlier days have no value");
    expect(change(noEpisodes)).toBeNull();
  });

  it.each([
    ["caution", "sufficient", "The earlier days"],
    ["sufficient", "caution", "The later days"],
    ["caution", "caution", "Both"],
  ] as const)("with %s and %s data %s may not be representative", (before, after, who) => {
    const doubted = { ...meanLower, status: { before, after }, representative: false };
    expect(doubtWords(doubted, english)).toBe(`${who} may not be representative`);
  });
});

it("every figure that is compared has a name in every language", () => {
  for (const locale of ["en-US", "es-MX"])
    for (const { figure } of FIGURES_TO_COMPARE)
      expect(wordsFor(locale).t(`figures.names.${figure}`)).toMatch(/^\p{Lu}|^\d/u);
});
