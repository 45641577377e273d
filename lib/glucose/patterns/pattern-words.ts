import type { Words } from "@/lib/i18n/translate";
import { findingText, methodText, missingText } from "./finding-words";
import type { Pattern, PatternResult, TooLittleData } from "./pattern";
import type { QuantityWriting } from "./quantity-writing";
import { ruleText, ruleTitle } from "./rule-words";

/** The sentences about a rule and what it found. They name no cause and give no advice. */
export interface PatternWords {
  /** A heading: "Glucose below 70 mg/dL at night". */
  readonly title: (result: PatternResult) => string;
  /** The whole rule with its numbers. */
  readonly rule: (result: PatternResult) => string;
  /** What was counted or measured: "On 6 of 14 nights." */
  readonly finding: (pattern: Pattern) => string;
  /** What "by chance" means to this rule, or why it is not tested. */
  readonly method: (pattern: Pattern) => string;
  /** What a rule lacks, with what is there. */
  readonly missing: (result: TooLittleData) => string;
}

/** The one place where results of rules become text, in the language of `words` and with quantities as `write` has them. */
export function patternWords(words: Words, write: QuantityWriting): PatternWords {
  return {
    title: (result) => ruleTitle(result, words, write),
    rule: (result) => ruleText(result, words, write),
    finding: (pattern) => findingText(pattern, words, write),
    method: (pattern) => methodText(pattern, words),
    missing: (result) => missingText(result, words, write),
  };
}
