import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness, KeyFigures } from "@/lib/glucose/figures";
import { keyFigures } from "@/lib/glucose/key-figures";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { type DaySparkline, daySparklines } from "@/lib/glucose/sparkline";
import { readEgvs } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";

/** The readings behind a period of local dates, as the engine wants them. */
export async function loadSeries(
  access: PatientAccess,
  period: Pick<Period, "from" | "to">,
  options: TransactionOptions = {},
): Promise<EgvSeries> {
  return buildSeries(await readEgvs(access, instantsToLoad(period), options));
}

/** What Overview shows: the period's key figures and a small curve for each of its days. */
export interface Overview {
  readonly summary: KeyFigures;
  readonly sparklines: readonly DaySparkline[];
}

export async function overviewOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Overview> {
  const series = await loadSeries(access, period, options);
  const input = { series, period, freshness };
  return { summary: keyFigures(input), sparklines: daySparklines(input) };
}
