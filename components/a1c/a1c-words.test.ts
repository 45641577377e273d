import { expect, test } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { a1cInBothUnits, gapSentence, signedPoints } from "./a1c-words";

const english = wordsFor("en-US");
const gap = (lowest: number, median: number, highest: number) =>
  gapSentence({ pairs: 3, lowest, median, highest }, english);

test("7.0 % is 53 mmol/mol", () => expect(a1cInBothUnits(7, "en-US")).toBe("7.0 % · 53 mmol/mol"));

test("a gap on one side of the laboratory names that side", () => {
  expect(gap(-0.6, -0.4, -0.3)).toBe(
    "GMI has been 0.3 to 0.6 points below the laboratory A1c (3 pairs; median −0.4).",
  );
  expect(gap(0.1, 0.2, 0.5)).toContain("0.1 to 0.5 points above");
});

test("a gap on both sides names both, and one that rounds away is none", () => {
  expect(gap(-0.2, 0, 0.3)).toContain("between 0.2 points below and 0.3 points above");
  expect(gap(-0.04, 0, 0.04)).toContain("the same as the laboratory A1c");
});

test("no gap is written as +0 or −0", () => {
  expect(signedPoints(-0.04, "en-US")).toBe("0.0");
  expect(signedPoints(0.26, "en-US")).toBe("+0.3");
});
