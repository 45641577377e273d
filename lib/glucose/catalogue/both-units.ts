import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import type { Words } from "@/lib/i18n/translate";
import { type PatternWords, patternWords } from "../patterns/pattern-words";

/** A glucose value in mg/dL, then in mmol/L. */
export function glucoseInBothUnits(mgDl: number, locale?: string): string {
  return `${formatGlucoseWithUnit(mgDl, "mg/dL", locale)} (${formatGlucoseWithUnit(mgDl, "mmol/L", locale)})`;
}

/** The sentences of a pattern with glucose in both units and, in every language, with 24 hours. */
export function patternsInBothUnits(words: Words): PatternWords {
  return patternWords(words, {
    glucose: (mgDl) => glucoseInBothUnits(mgDl, words.locale),
    clock: (minuteOfDay) => formatMinuteOfDay(minuteOfDay, { locale: "en-GB" }),
    percent: (percent) => `${percent} %`,
  });
}
