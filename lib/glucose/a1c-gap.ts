import { keyFigures } from "./key-figures";
import { addDays, type LocalDate } from "./local-time";
import { sliceByLocalDates } from "./series";
import type { Verdict } from "./verdict";
import type { SummaryInput } from "./workings";

/** GMI over the days that end with a date: percent and mmol/mol, null where nothing can be computed. */
export interface GmiBefore {
  readonly days: number;
  readonly percent: number | null;
  readonly mmolMol: number | null;
  readonly verdict: Verdict;
}

/** A laboratory A1c with the GMI of the days before it. */
export interface A1cPair<Lab> {
  readonly lab: Lab;
  /** 90 days, as long as an A1c looks back. */
  readonly gmi: GmiBefore;
  /** The 14 days that most reports show. */
  readonly gmiOf14: GmiBefore;
  /** GMI of 90 days minus A1c, percentage points; null where the GMI is withheld. */
  readonly gap: number | null;
}

/** How far the GMI of one person has been from the laboratory, over all pairs that have a gap. Percentage points. */
export interface PersonalGap {
  readonly pairs: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

const LOOK_BACK_DAYS = 90;
const SHORT_DAYS = 14;
/** One pair says nothing about what is usual. Our rule. */
const PAIRS_MIN = 2;

/** The days before the first of these that are needed for its pair. */
export function firstDateBehind(date: LocalDate): LocalDate {
  return addDays(date, 1 - LOOK_BACK_DAYS);
}

/**
 * Puts the GMI of the 90 and of the 14 days that end with the blood test beside each laboratory value, in the order
 * given. `input` reaches back far enough for all of them; its period is not used.
 */
export function a1cPairs<Lab extends { readonly date: LocalDate; readonly a1cPercent: number }>(
  labs: readonly Lab[],
  input: SummaryInput,
): A1cPair<Lab>[] {
  return labs.map((lab) => {
    const gmi = gmiBefore(lab.date, LOOK_BACK_DAYS, input);
    const shown = gmi.verdict.status === "insufficient" ? null : gmi.percent;
    return {
      lab,
      gmi,
      gmiOf14: gmiBefore(lab.date, SHORT_DAYS, input),
      gap: shown === null ? null : shown - lab.a1cPercent,
    };
  });
}

function gmiBefore(date: LocalDate, days: number, input: SummaryInput): GmiBefore {
  const period = { from: addDays(date, 1 - days), to: date, days };
  // A day more on either side, as periods are loaded: what lies further away only costs time.
  const around = { from: addDays(period.from, -1), to: addDays(period.to, 1) };
  const series = sliceByLocalDates(input.series, around);
  const { gmi, gmiMmolMol, sufficiency } = keyFigures({ ...input, series, period });
  return { days, percent: gmi, mmolMol: gmiMmolMol, verdict: sufficiency.gmi };
}

/** The middle and the ends of a person's gaps; null below two. The median of an even number is the mean of the middle two. */
export function personalGap(pairs: readonly Pick<A1cPair<unknown>, "gap">[]): PersonalGap | null {
  const gaps = pairs.flatMap(({ gap }) => (gap === null ? [] : [gap])).sort((a, b) => a - b);
  const [lowest, highest] = [gaps[0], gaps.at(-1)];
  if (gaps.length < PAIRS_MIN || lowest === undefined || highest === undefined) return null;
  const upper = gaps[Math.floor(gaps.length / 2)] ?? highest;
  const lower = gaps[Math.ceil(gaps.length / 2) - 1] ?? lowest;
  return { pairs: gaps.length, median: (lower + upper) / 2, lowest, highest };
}
