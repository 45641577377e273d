import { formatHour } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { STANDARD_MARKS } from "./glucose-axis";
import type { PlotAxis } from "./plot";
import { DAY_MINUTES } from "./profile-rows";

/** Below this a drawing over 24 hours has smaller margins and half as many hours. `profile-sketch.module.css` says it too. */
export const NARROW_PX = 560;

/** From midnight to midnight, labelled every third hour, every sixth in a narrow drawing. */
export function hoursAxis(width: number, locale: string): PlotAxis {
  const everyHours = width < NARROW_PX ? 6 : 3;
  return {
    domain: [0, DAY_MINUTES],
    ticks: Array.from({ length: 24 / everyHours + 1 }, (_, i) => {
      const minute = i * everyHours * 60;
      return { value: minute, label: formatHour(minute, { locale }) };
    }),
  };
}

/** Glucose in mg/dL, labelled in the reader's unit at the values that the ranges mark. */
export function glucoseAxis(
  domain: readonly [number, number],
  { unit, locale }: { readonly unit: GlucoseUnit; readonly locale: string },
  { ticks } = STANDARD_MARKS,
): PlotAxis {
  return {
    domain,
    ticks: ticks.map((value) => ({ value, label: formatGlucose(value, unit, locale) })),
  };
}
