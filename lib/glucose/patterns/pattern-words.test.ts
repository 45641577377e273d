import { describe, expect, it } from "vitest";
import { sentencesOf } from "./english.test-support";
import { findPatterns } from "./find-patterns";
import { PATTERN_IDS, type PatternResult } from "./pattern";
import { daysOf, inputOf } from "./people.test-support";

function resultsOf(days: number): PatternResult[] {
  // Low on every other night, high at noon, higher on weekends: rules of every kind are found.
  const readings = daysOf(days, (day, minute) => {
    if (minute >= 120 && minute < 180 && day % 2 === 0) return 60;
    if (minute >= 720 && minute < 840) return 200 + day / 10;
    return 120 + (day % 7 >= 5 ? 30 : 0) + day / 10;
  });
  const { found, notFound, tooLittleData } = findPatterns(inputOf(readings, days));
  return [...found, ...notFound, ...tooLittleData];
}

const judged = resultsOf(28);
const unjudged = resultsOf(3);
const numbersIn = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((n) => n.replace(",", ".")).toSorted();

describe("what is said about a pattern", () => {
  it("covers every rule in both states", () => {
    expect(judged.map(({ id }) => id).toSorted()).toEqual(PATTERN_IDS.toSorted());
    expect(judged.every(({ state }) => state !== "too-little-data")).toBe(true);
    expect(unjudged.every(({ state }) => state === "too-little-data")).toBe(true);
  });

  it.each(judged.map((result) => [result.id, result] as const))("%s has all its sentences", (_, result) => {
    for (const locale of ["en-US", "es-MX"]) {
      const { missing, ...texts } = sentencesOf(result, "mmol/L", locale);
      expect(missing).toBe("");
      expect(Object.values(texts).filter((text) => text.trim() === "")).toEqual([]);
      expect(Object.values(texts).join(" ")).not.toMatch(/NaN|undefined|null|[{}#]|mg\/dL/);
    }
  });

  it.each([...judged, ...unjudged].map((result) => [`${result.id}, ${result.state}`, result] as const))(
    "%s names the same numbers in Spanish as in English",
    (_, result) => {
      const english = sentencesOf(result, "mg/dL", "en-GB");
      const spanish = sentencesOf(result, "mg/dL", "es-ES");
      for (const part of ["title", "rule", "finding", "missing"] as const)
        expect(numbersIn(spanish[part])).toEqual(numbersIn(english[part]));
    },
  );

  it("is counted in the reader's own grammar", () => {
    const [nights] = unjudged;
    expect(nights && sentencesOf(nights).missing).toBe("7 nights with 70 % of their readings; there are 3.");
    expect(nights && sentencesOf(nights, "mg/dL", "es-MX").missing).toBe(
      "7 noches con 70 % de sus lecturas; hay 3.",
    );
    const one = resultsOf(1)[0];
    expect(one && sentencesOf(one).missing).toBe("7 nights with 70 % of their readings; there is 1.");
  });
});
