import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatBandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";

/** How the quantities in a sentence about a pattern are written: a page, the API and the catalogue each have their way. */
export interface QuantityWriting {
  /** A concentration, or a difference of two, given in mg/dL; with its unit. */
  readonly glucose: (mgDl: number) => string;
  /** A clock time, minutes after midnight; 1,440 is the day's end. */
  readonly clock: (minuteOfDay: number) => string;
  /** A number from 0 to 100, with its sign. */
  readonly percent: (percent: number) => string;
}

/** As a reader wants it: their unit, their clock, whole percentages that never say 0 where something is there. */
export function quantitiesFor(unit: GlucoseUnit, locale: string): QuantityWriting {
  return {
    glucose: (mgDl) => formatGlucoseWithUnit(mgDl, unit, locale),
    clock: (minuteOfDay) => formatMinuteOfDay(minuteOfDay, { locale }),
    percent: (exact) => {
      const percent = Math.round(exact);
      return formatBandPercent({ percent, underOne: percent === 0 && exact > 0 });
    },
  };
}
