import { highGlucoseRisk, lowGlucoseRisk } from "./blood-glucose-risk";

/** The extreme readings of each local date in mg/dL, NaN where a date has none; both columns are equally long. */
export interface DailyExtremes {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/**
 * Average daily risk range: over the local dates with readings, the mean of (largest rl + largest rh of the date); null
 * when no date has any. A partly recorded date counts like a whole one.
 *
 * Two readings tell a date's risks: rl only falls and rh only rises with glucose, so that the largest rl is that of the
 * lowest reading and the largest rh that of the highest.
 * Kovatchev 2006, doi 10.2337/dc06-1085.
 */
export function adrr({ lowest, highest }: DailyExtremes): number | null {
  let dates = 0;
  let sum = 0;
  for (let i = 0; i < lowest.length; i += 1) {
    const low = lowest[i] ?? Number.NaN;
    if (Number.isNaN(low)) continue;
    dates += 1;
    sum += lowGlucoseRisk(low) + highGlucoseRisk(highest[i] ?? low);
  }
  return dates === 0 ? null : sum / dates;
}
