import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { LOCALE_DEFAULT } from "@/lib/format/number";
import { wordsFor } from "@/lib/i18n/words";
import type { RulePart } from "../exclusions/exclusion-rules";
import { patternWords } from "../patterns/pattern-words";

/** A glucose value in mg/dL, then in mmol/L. */
function glucoseInBothUnits(mgDl: number): string {
  return `${formatGlucoseWithUnit(mgDl, "mg/dL")} (${formatGlucoseWithUnit(mgDl, "mmol/L")})`;
}

/** The sentences of a pattern with glucose in both units and with 24 hours. */
export const patternInBothUnits = patternWords(wordsFor(LOCALE_DEFAULT), {
  glucose: glucoseInBothUnits,
  clock: (minuteOfDay) => formatMinuteOfDay(minuteOfDay, { locale: "en-GB" }),
  percent: (percent) => `${percent} %`,
});

/** A rule that comes in parts, as one text in both units. */
export function ruleInBothUnits(parts: readonly RulePart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : glucoseInBothUnits(part.mgDl))).join("");
}
