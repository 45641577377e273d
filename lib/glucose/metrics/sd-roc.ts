import type { GlucoseGrid } from "../grid";
import { sdOfDifferences } from "./conga";

const LAG_MINUTES = 15;

/**
 * SD of the rate of change, in mg/dL per minute: the sample SD (n − 1) of the differences over 15 min, divided by their
 * minutes. On steps that do not divide 15 min the lag is the nearest whole number of steps, at least one. Null below
 * two pairs. Clarke and Kovatchev 2009, doi 10.1089/dia.2008.0138.
 */
export function sdRoc({ values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">): number | null {
  const lagSlots = Math.max(1, Math.round(LAG_MINUTES / stepMinutes));
  const sd = sdOfDifferences(values, lagSlots);
  return sd === null ? null : sd / (lagSlots * stepMinutes);
}
