import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import type { Bound, Bounded } from "@/lib/worklist/bounds";

/** What a column is called where its numbers are asked for: "Days since newest", of which the table says how long ago. */
export function boundedName(column: Bounded, { t }: Words): string {
  return t(column === "newest" ? "worklist.bounds.newest" : `worklist.columns.${column}`);
}

/** What a number of a column counts: "%", "mg/dL", "points"; empty where the column's name says it. */
export function boundedUnit(column: Bounded, count: number, unit: GlucoseUnit, { t }: Words): string {
  if (column === "average") return unit;
  if (column === "change") return t("worklist.bounds.points", { count });
  return column === "newest" || column === "episodes" ? "" : "%";
}

/** An end of a bound as the number that a reader of this unit types, of at most two decimals. */
export function typedEnd(column: Bounded, end: number, unit: GlucoseUnit): number {
  return Number((column === "average" ? inUnit(end, unit) : end).toFixed(2));
}

/** A bound as it is read: "GMI ≥ 8 %", "Change ≤ −10 points", "Average 120 to 180 mg/dL". */
export function boundInWords({ column, from, to }: Bound, unit: GlucoseUnit, words: Words): string {
  const name = boundedName(column, words);
  const amount = (end: number) => written(typedEnd(column, end, unit), words.locale);
  const withUnit = (end: number) => `${amount(end)} ${boundedUnit(column, end, unit, words)}`.trimEnd();
  if (from !== null && to !== null)
    return from === to
      ? `${name} = ${withUnit(to)}`
      : words.t("worklist.bounds.between", { name, from: amount(from), to: withUnit(to) });
  if (from !== null) return `${name} ≥ ${withUnit(from)}`;
  return to === null ? name : `${name} ≤ ${withUnit(to)}`;
}

/** With as many decimals as it has. */
function written(number: number, locale: string): string {
  const decimals = String(number).split(".")[1]?.length ?? 0;
  return formatNumber(number, decimals, locale).replace("-", "−");
}
