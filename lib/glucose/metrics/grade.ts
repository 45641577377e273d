import type { Distribution } from "../distribution";
import { FORMULA_MG_DL_PER_MMOL_L } from "../units";

export interface Grade {
  /** 0–50, the mean over all readings. */
  readonly value: number;
  /** What readings below 70 mg/dL contribute, in percent of all contributions; null where these add up to 0. */
  readonly hypo: number | null;
  /** The same for 70 to 140, both inclusive. */
  readonly eu: number | null;
  /** The same for those above 140. */
  readonly hyper: number | null;
}

const SCORE_MAX = 50;
const HYPO_BELOW_MG_DL = 70;
const HYPER_ABOVE_MG_DL = 140;

/**
 * Glycaemic risk assessment diabetes equation: the mean of min(50, 425 · (log₁₀(log₁₀(x)) + 0.16)²), x in mmol/L as
 * mg/dL / 18; null without readings. Defined above 18 mg/dL; readings are plausible from 20 on.
 *
 * The three shares are of the sum of scores, not of readings, and total 100. Where every score is 0 (all readings at
 * the optimum near 88 mg/dL) there is nothing to share and they are null.
 * Hill 2007, doi 10.1111/j.1464-5491.2007.02119.x.
 */
export function grade({ values, counts, total }: Distribution): Grade | null {
  if (total === 0) return null;
  let hypo = 0;
  let eu = 0;
  let hyper = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const score = (counts[i] ?? 0) * scoreOf(value);
    if (value < HYPO_BELOW_MG_DL) hypo += score;
    else if (value <= HYPER_ABOVE_MG_DL) eu += score;
    else hyper += score;
  }
  const sum = hypo + eu + hyper;
  const share = (part: number) => (sum === 0 ? null : 100 * (part / sum));
  return { value: sum / total, hypo: share(hypo), eu: share(eu), hyper: share(hyper) };
}

function scoreOf(mgDl: number): number {
  const mmolL = mgDl / FORMULA_MG_DL_PER_MMOL_L;
  return Math.min(SCORE_MAX, 425 * (Math.log10(Math.log10(mmolL)) + 0.16) ** 2);
}
