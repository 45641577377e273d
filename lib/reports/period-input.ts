import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness } from "@/lib/glucose/figures";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import type { SummaryInput } from "@/lib/glucose/workings";
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

/** Everything that the figures of a period rest on. Each view about a period begins with it. */
export async function loadPeriodInput(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<SummaryInput> {
  return { series: await loadSeries(access, period, options), period, freshness };
}
