import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";

/** A glucose value in mg/dL, then in mmol/L. */
function inBothUnits(mgDl: number): string {
  return `${formatGlucoseWithUnit(mgDl, "mg/dL")} (${formatGlucoseWithUnit(mgDl, "mmol/L")})`;
}

type RulePart =
  | string
  | { readonly mgDl: number }
  | { readonly minuteOfDay: number }
  | { readonly date: string }
  | { readonly percent: number };

/** A rule that the engine gives in parts, as one text in both units and with 24 hours. */
export function ruleInBothUnits(parts: readonly RulePart[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      if ("mgDl" in part) return inBothUnits(part.mgDl);
      if ("minuteOfDay" in part) return formatMinuteOfDay(part.minuteOfDay, { locale: "en-GB" });
      return "date" in part ? part.date : `${part.percent} %`;
    })
    .join("");
}
