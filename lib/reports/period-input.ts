import type { TransactionOptions } from "@/lib/db/context";
import { columnsBetween, type EgvColumns } from "@/lib/glucose/egv-columns";
import type { Exclusion } from "@/lib/glucose/exclusions/exclusion";
import type { Freshness } from "@/lib/glucose/figures";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import { seriesOfColumns } from "@/lib/glucose/series";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readHandExclusions } from "@/lib/journal/data";
import { readEgvColumns, type Span } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";

type HandExclusions = Awaited<ReturnType<typeof readHandExclusions>>;

/** Everything that the figures of a period rest on. Each view about a period begins with it. */
export async function loadPeriodInput(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<SummaryInput> {
  const [columns, marked] = await load(access, [period], options);
  return inputFrom({ columns, marked, period, freshness });
}

/** The same for two periods in one go. Each gets its own readings only, so that its figures are those it has alone. */
export async function loadPeriodInputs(
  access: PatientAccess,
  [one, other]: readonly [Period, Period],
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<[SummaryInput, SummaryInput]> {
  const [columns, marked] = await load(access, [one, other], options);
  return [
    inputFrom({ columns, marked, period: one, freshness }),
    inputFrom({ columns, marked, period: other, freshness }),
  ];
}

function load(access: PatientAccess, periods: readonly Period[], options: TransactionOptions) {
  return Promise.all([
    readEgvColumns(access, periods.map(instantsToLoad), options),
    readHandExclusions(access, options),
  ]);
}

function inputFrom({
  columns,
  marked,
  period,
  freshness,
}: {
  /** Of this and maybe other periods. */
  readonly columns: EgvColumns;
  readonly marked: HandExclusions;
  readonly period: Period;
  readonly freshness: Freshness;
}): SummaryInput {
  const span = instantsToLoad(period);
  return {
    series: seriesOfColumns(columnsBetween(columns, span)),
    period,
    freshness,
    exclusions: exclusionsWithin(marked, span),
  };
}

/** What the person left out among the readings of a span, as the engine wants it. */
function exclusionsWithin(marked: HandExclusions, span: Span): Exclusion[] {
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
