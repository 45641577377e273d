import type { TransactionOptions } from "@/lib/db/context";
import type { Exclusion } from "@/lib/glucose/exclusions/exclusion";
import type { Freshness } from "@/lib/glucose/figures";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readHandExclusions } from "@/lib/journal/data";
import { readEgvs } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";

/** The readings behind a period of local dates, as the engine wants them. */
async function loadSeries(
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
  const [series, exclusions] = await Promise.all([
    loadSeries(access, period, options),
    loadExclusions(access, period, options),
  ]);
  return { series, period, freshness, exclusions };
}

/** What the person left out among the readings of these local dates, as the engine wants it. */
async function loadExclusions(
  access: PatientAccess,
  period: Pick<Period, "from" | "to">,
  options: TransactionOptions = {},
): Promise<Exclusion[]> {
  const loaded = instantsToLoad(period);
  return (await readHandExclusions(access, options))
    .filter(({ from, to }) => from < loaded.to && to > loaded.from)
    .map(({ from, to, reason }) => ({
      kind: "by-hand",
      from,
      to,
      transmitterId: null,
      reason,
      // Only owners may mark (lib/sharing/policy.ts).
      markedBy: "owner",
    }));
}
