import { describe, expect, it } from "vitest";
import { EXCLUSION_RULES, type RulePart } from "./exclusion-rules";

const inWords = (rule: readonly RulePart[]) =>
  rule.map((part) => (typeof part === "string" ? part : `${part.mgDl} mg/dL`)).join("");

describe("the rules in words", () => {
  it("state every number that the compression rule uses, and that it is a suspicion", () => {
    const { name, rule } = EXCLUSION_RULES["compression-low"];
    expect(name).toMatch(/suspected/i);
    const words = inWords(rule);
    for (const said of [
      "after 30 minutes within 20 % of one level",
      "falls by at least 20 mg/dL within 10 minutes to below 70 mg/dL",
      "back at or above it within 60 minutes",
      "rises by at least 20 mg/dL within 15 minutes to within 20 % of the level before",
      "every 15 minutes are too slow to tell",
      "a true low that was treated at once can look the same",
      "Nothing is left out unless somebody asks for it",
    ]) {
      expect(words).toContain(said);
    }
  });

  it("give glucose as values, so that a page can write it in the reader's unit", () => {
    const texts = Object.values(EXCLUSION_RULES).flatMap(({ rule }) =>
      rule.filter((part) => typeof part === "string"),
    );
    expect(texts.join(" ")).not.toMatch(/mg\/dL|mmol/);
  });
});
