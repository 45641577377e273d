import type { TransactionOptions } from "@/lib/db/context";
import { compareSides, type Difference, sideOf } from "@/lib/glucose/compare/compare-periods";
import { dayStatisticsOf } from "@/lib/glucose/compare/day-statistics";
import type { Freshness, Summary } from "@/lib/glucose/figures";
import { type LowEpisodesByClock, lowEpisodesByClock } from "@/lib/glucose/low-episodes-by-clock";
import { type Period, periodBefore } from "@/lib/glucose/period";
import { type DaySparkline, daySparklines } from "@/lib/glucose/sparkline";
import { summaryOf } from "@/lib/glucose/summary";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** What Overview shows: the period's figures, what stands out, and a small curve for each of its days. */
export interface Overview {
  readonly summary: Summary;
  readonly sparklines: readonly DaySparkline[];
  readonly facts: OverviewFacts;
}

/** What the sentences at the top rest on. */
export interface OverviewFacts {
  /** Time in range against the equally long period before, in percentage points. */
  readonly change: { readonly before: Period; readonly difference: Difference };
  readonly lows: LowEpisodesByClock;
}

export async function overviewOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Overview> {
  const before = periodBefore(period);
  const [input, inputBefore] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    loadPeriodInput(access, before, freshness, options),
  ]);
  return overviewFrom(input, inputBefore);
}

/** The same from what the figures of both periods rest on. Pure. */
export function overviewFrom(input: SummaryInput, inputBefore: SummaryInput): Overview {
  const workings = workingsOf(input);
  const summary = summaryOf(workings);
  const statistics = dayStatisticsOf({ ...workings, episodes: summary.episodes });
  const { figures } = compareSides({ before: sideOf(inputBefore), after: { summary, statistics } });
  const difference = figures.find(({ figure }) => figure === "timeInRanges.target");
  if (!difference) throw new Error("Time in range is not among the figures that periods are compared by");
  const { readings, days } = workings.covered;
  return {
    summary,
    sparklines: daySparklines(input),
    facts: {
      change: { before: inputBefore.period, difference },
      lows: lowEpisodesByClock(readings, summary.episodes.hypo.level1.list, days.firstDay),
    },
  };
}
