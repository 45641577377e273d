import type { TransactionOptions } from "@/lib/db/context";
import {
  compareTimeInRange,
  type Difference,
  timeInRangeSideOf,
} from "@/lib/glucose/compare/compare-periods";
import type { Freshness, OverviewFigures } from "@/lib/glucose/figures";
import { heldAgainst, keyFiguresAgainst } from "@/lib/glucose/held-against";
import type { LocalDate } from "@/lib/glucose/local-time";
import { type LowEpisodesByClock, lowEpisodesByClock } from "@/lib/glucose/low-episodes-by-clock";
import { type Period, periodBefore } from "@/lib/glucose/period";
import { patternsOf } from "@/lib/glucose/period-patterns";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import {
  type DaySparkline,
  daySparklines,
  PATTERN_CURVES_MAX,
  SMALL_CURVES_MAX,
} from "@/lib/glucose/sparkline";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInputs } from "./period-input";
import { sharedPart } from "./shared-period";

/** What Overview shows: the period's figures, what stands out, and small curves of its days. */
export interface Overview {
  /** Bands, their percentages and those of the days are of the ranges that were asked for; everything else is of none. */
  readonly summary: OverviewFigures;
  readonly sparklines: readonly DaySparkline[];
  readonly facts: OverviewFacts;
}

/** What the sentences at the top rest on. */
export interface OverviewFacts {
  /** Time in the same range against the equally long period before, in percentage points. */
  readonly change: { readonly before: Period; readonly difference: Difference };
  readonly lows: LowEpisodesByClock;
}

export async function overviewOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  { ranges = "standard", ...options }: TransactionOptions & { readonly ranges?: RangeSetChoice } = {},
): Promise<Overview> {
  const [input, inputBefore] = await loadPeriodInputs(
    access,
    [period, sharedPart(periodBefore(period), access.limits)],
    freshness,
    options,
  );
  return overviewFrom(input, inputBefore, ranges);
}

/** The same from what the figures of both periods rest on. Pure. */
export function overviewFrom(
  input: SummaryInput,
  inputBefore: SummaryInput,
  ranges: RangeSetChoice = "standard",
): Overview {
  const set = RANGE_SETS[ranges];
  const workings = workingsOf(input);
  const figures = keyFiguresAgainst(workings, set);
  const summary = {
    ...figures,
    patterns: patternsOf(workings, figures.episodes),
  };
  const { readings, days } = workings.covered;
  return {
    summary,
    sparklines: daySparklines(workings, datesWithCurve(summary)),
    facts: {
      change: {
        before: inputBefore.period,
        difference: compareTimeInRange({
          before: timeInRangeSideOf(heldAgainst(workingsOf(inputBefore), set)),
          after: timeInRangeSideOf(heldAgainst(workings, set)),
        }),
      },
      lows: lowEpisodesByClock(readings, summary.episodes.hypo.level1.list, days.firstDay),
    },
  };
}

/** All dates while each has its curve; of a longer period those by which a pattern is shown. */
function datesWithCurve({ period, patterns }: OverviewFigures): ReadonlySet<LocalDate> | undefined {
  if (period.days <= SMALL_CURVES_MAX) return undefined;
  return new Set(patterns.found.flatMap(({ dates }) => dates.slice(-PATTERN_CURVES_MAX)));
}
