import { eventWords } from "@/components/charts/event-words";
import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { DayTotals, LogbookEntry } from "@/lib/glucose/logbook";
import type { Words } from "@/lib/i18n/translate";

/** What was entered: "Insulin 4.5 units, fast-acting", "Note: “walk”", "Visit: Dr Sanz". */
export function entryWords({ event, kind, text }: LogbookEntry, unit: GlucoseUnit, words: Words): string {
  const { t } = words;
  if (event !== null) return eventWords(event, unit, words);
  if (kind === "visit") return text ? t("logbook.visitWith", { text }) : t("logbook.visit");
  return t("logbook.note", { text: text ?? "" });
}

/**
 * The difference of two readings with its sign: "+34", "−1.2", "0". It is that of the numbers as they are written, or
 * 10.5 and 13.4 mmol/L would be 2.8 apart.
 */
export function changeWords(
  { before, after }: { readonly before: number; readonly after: number },
  unit: GlucoseUnit,
  { locale }: Words,
): string {
  const decimals = unit === "mmol/L" ? 1 : 0;
  const written = (mgDl: number) => Number(inUnit(mgDl, unit).toFixed(decimals));
  const change = written(after) - written(before);
  const size = formatNumber(Math.abs(change), decimals, locale);
  if (size === formatNumber(0, decimals, locale)) return size;
  return `${change > 0 ? "+" : "−"}${size}`;
}

/** "Entered: 145 g carbs · 23.5 units of insulin (14 fast-acting, 9.5 long-acting)". */
export function totalsWords(totals: DayTotals | null, { t, locale }: Words): string {
  const amount = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
  if (totals === null) return `${t("logbook.totals.entered")}: ${t("logbook.totals.none")}`;
  const { carbsGrams, insulinUnits, fastActingUnits, longActingUnits } = totals;
  const parts: string[] = [];
  if (carbsGrams > 0) parts.push(t("logbook.totals.carbs", { amount: amount(carbsGrams) }));
  if (insulinUnits > 0)
    parts.push(
      fastActingUnits > 0 && longActingUnits > 0
        ? t("logbook.totals.insulinParts", {
            amount: amount(insulinUnits),
            fast: amount(fastActingUnits),
            long: amount(longActingUnits),
          })
        : t("logbook.totals.insulin", { amount: amount(insulinUnits) }),
    );
  return `${t("logbook.totals.entered")}: ${parts.join(" · ")}`;
}
