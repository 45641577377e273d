import { LOCALE_DEFAULT } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import { wordsFor } from "@/lib/i18n/words";
import type { PatternResult } from "./pattern";
import { patternWords } from "./pattern-words";
import { quantitiesFor } from "./quantity-writing";

/** Every sentence about a result, in English unless told; "" for those that its state does not have. */
export function sentencesOf(
  result: PatternResult,
  unit: GlucoseUnit = "mg/dL",
  locale: string = LOCALE_DEFAULT,
): {
  readonly title: string;
  readonly rule: string;
  readonly finding: string;
  readonly method: string;
  readonly missing: string;
} {
  const say = patternWords(wordsFor(locale), quantitiesFor(unit, locale));
  const isJudged = result.state !== "too-little-data";
  return {
    title: say.title(result),
    rule: say.rule(result),
    finding: isJudged ? say.finding(result) : "",
    method: isJudged ? say.method(result) : "",
    missing: isJudged ? "" : say.missing(result),
  };
}
