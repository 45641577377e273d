import { formatNumber } from "@/lib/format/number";
import { GAP_CADENCES } from "@/lib/glucose/cadence";

/** From how many minutes on a pause is a gap, as it is written: "12.5". */
export function gapMinutes(cadenceMinutes: number, locale: string): string {
  const minutes = cadenceMinutes * GAP_CADENCES;
  return formatNumber(minutes, Number.isInteger(minutes) ? 0 : 1, locale);
}
