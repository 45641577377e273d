import { type GlucoseUnit, MG_DL_PER_MMOL_L } from "@/lib/format/unit";

/** `low` and `high` are the sensor's own words for a value out of its range. */
export type GlucoseCell = number | "low" | "high" | "missing" | "not-positive" | "text";

const NUMBER = /^[+-]?(?:\d{1,9}(?:[.,]\d{0,20})?|[.,]\d{1,20})(?:e[+-]?\d{1,2})?$/i;
const MISSING = /^(?:-+|na|n\/a|nan|null|none|\.)?$/i;
const LOW = /^(?:low|lo|niedrig|bajo|bas)$/i;
const HIGH = /^(?:high|hi|hoch|alto|haut)$/i;
const BEYOND = /^([<>])\s*(\d{1,3}(?:[.,]\d{1,2})?)$/;

/** Where sensors stop to give numbers; "< 70" is a statement about a reading, not a reading. */
const LOWEST_MG_DL = 40;
const HIGHEST_MG_DL = 400;

/**
 * Reads a glucose value as files write it: a number above zero with a decimal point or a decimal comma, or the words
 * (English, German, Spanish, French) and signs ("<40", ">22.2") for a value out of the sensor's range.
 */
export function readGlucoseCell(text: string, unit: GlucoseUnit): GlucoseCell {
  if (NUMBER.test(text)) {
    const value = Number(text.replace(",", "."));
    return value > 0 ? value : "not-positive";
  }
  if (MISSING.test(text)) return "missing";
  if (LOW.test(text)) return "low";
  if (HIGH.test(text)) return "high";
  const [, sign, bound = ""] = BEYOND.exec(text) ?? [];
  if (sign === undefined) return "text";
  // Rounded, because 22.2 mmol/L and 400 mg/dL are one and the same bound.
  const mgDl = Math.round(Number(bound.replace(",", ".")) * (unit === "mmol/L" ? MG_DL_PER_MMOL_L : 1));
  if (sign === "<") return mgDl <= LOWEST_MG_DL ? "low" : "text";
  return mgDl >= HIGHEST_MG_DL ? "high" : "text";
}
