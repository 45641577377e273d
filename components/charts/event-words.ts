import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { EventType, GlucoseEvent } from "@/lib/glucose/reading";
import type { BrowserWords } from "@/lib/i18n/translate";

/** The kinds within a type of event that have words; others that Dexcom may add are left unsaid. */
const KINDS = [
  "fastActing",
  "longActing",
  "light",
  "medium",
  "heavy",
  "illness",
  "stress",
  "highSymptoms",
  "lowSymptoms",
  "cycle",
  "alcohol",
] as const;

function eventName(type: EventType, { t }: BrowserWords): string {
  return t(`charts.events.${type}`);
}

/** What was entered as a quantity: "4.5 units", "45 g", "“walk”"; null where the type has none. */
export function eventAmount(
  { type, value, unit: eventUnit }: GlucoseEvent,
  unit: GlucoseUnit,
  { t, locale }: BrowserWords,
): string | null {
  if (type === "notes")
    return typeof value === "string" && value !== ""
      ? t("charts.eventAmounts.quoted", { text: value })
      : null;
  if (typeof value !== "number") return null;
  if (type === "bloodGlucose")
    return eventUnit === "mmol/L"
      ? `${formatNumber(value, 1, locale)} mmol/L`
      : formatGlucoseWithUnit(value, unit, locale);
  if (type !== "carbs" && type !== "insulin" && type !== "exercise") return null;
  const amount = formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
  return t(`charts.eventAmounts.${type}`, { amount });
}

/** "Insulin 4.5 units, fast-acting", "Health: stress": what was entered, in the person's own terms. */
export function eventWords(event: GlucoseEvent, unit: GlucoseUnit, words: BrowserWords): string {
  const name = eventName(event.type, words);
  const entered = eventAmount(event, unit, words);
  const known = KINDS.find((one) => one === event.subType);
  const kind = known === undefined ? null : words.t(`charts.eventKinds.${known}`);
  if (entered === null) return kind === null ? name : `${name}: ${kind}`;
  return kind === null ? `${name} ${entered}` : `${name} ${entered}, ${kind}`;
}
