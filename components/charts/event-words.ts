import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { EventType, GlucoseEvent } from "@/lib/glucose/reading";

const EVENT_NAMES: Readonly<Record<EventType, string>> = {
  carbs: "Carbs",
  insulin: "Insulin",
  exercise: "Exercise",
  health: "Health",
  bloodGlucose: "Meter",
  notes: "Note",
  unknown: "Event",
};

const SUB_TYPES: Readonly<Record<string, string>> = {
  fastActing: "fast-acting",
  longActing: "long-acting",
  light: "light",
  medium: "medium",
  heavy: "heavy",
  illness: "illness",
  stress: "stress",
  highSymptoms: "felt high",
  lowSymptoms: "felt low",
  cycle: "cycle",
  alcohol: "alcohol",
};

const UNITS: Readonly<Partial<Record<EventType, string>>> = { carbs: "g", insulin: "units", exercise: "min" };

function amount(
  { type, value, unit: eventUnit }: GlucoseEvent,
  unit: GlucoseUnit,
  locale: string,
): string | null {
  if (type === "notes") return typeof value === "string" && value !== "" ? `“${value}”` : null;
  if (typeof value !== "number") return null;
  if (type === "bloodGlucose")
    return eventUnit === "mmol/L"
      ? `${formatNumber(value, 1, locale)} mmol/L`
      : formatGlucoseWithUnit(value, unit, locale);
  const words = UNITS[type];
  return words ? `${formatNumber(value, Number.isInteger(value) ? 0 : 1, locale)} ${words}` : null;
}

/** "Insulin 4.5 units, fast-acting", "Health: stress": what was entered, in the person's own terms. */
export function eventWords(event: GlucoseEvent, unit: GlucoseUnit, locale: string): string {
  const name = EVENT_NAMES[event.type];
  const entered = amount(event, unit, locale);
  const kind = SUB_TYPES[event.subType ?? ""] ?? null;
  if (entered === null) return kind === null ? name : `${name}: ${kind}`;
  return kind === null ? `${name} ${entered}` : `${name} ${entered}, ${kind}`;
}
