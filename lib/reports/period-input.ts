import type { TransactionOptions } from "@/lib/db/context";
import { columnsBetween } from "@/lib/glucose/egv-columns";
import type { Exclusion } from "@/lib/glucose/exclusions/exclusion";
import type { Freshness } from "@/lib/glucose/figures";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import { seriesOfColumns } from "@/lib/glucose/series";
import type { SummaryInput } from "@/lib/glucose/workings";
import type { HandExclusion } from "@/lib/journal/schema";
import type { Span } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { readStoredReadings, type StoredReadings } from "./data";

/** Everything that the figures of a period rest on. Each view about a period begins with it. */
export async function loadPeriodInput(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<SummaryInput> {
  return inputFrom(await readStoredReadings(access, [instantsToLoad(period)], options), period, freshness);
}

/** The same for two periods in one go. Each gets its own readings only, so that its figures are those it has alone. */
export async function loadPeriodInputs(
  access: PatientAccess,
  [one, other]: readonly [Period, Period],
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<[SummaryInput, SummaryInput]> {
  const stored = await readStoredReadings(access, [one, other].map(instantsToLoad), options);
  return [inputFrom(stored, one, freshness), inputFrom(stored, other, freshness)];
}

function inputFrom({ columns, marked }: StoredReadings, period: Period, freshness: Freshness): SummaryInput {
  const span = instantsToLoad(period);
  return {
    series: seriesOfColumns(columnsBetween(columns, span)),
    period,
    freshness,
    exclusions: exclusionsWithin(marked, span),
  };
}

/** What the person left out among the readings of a span, as the engine wants it. */
function exclusionsWithin(marked: readonly HandExclusion[], span: Span): Exclusion[] {
  return marked
    .filter(({ from, to }) => from < span.to && to > span.from)
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
