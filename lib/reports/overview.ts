import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness, KeyFigures } from "@/lib/glucose/figures";
import { keyFigures } from "@/lib/glucose/key-figures";
import type { Period } from "@/lib/glucose/period";
import type { EgvSeries } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { type DaySparkline, daySparklines } from "@/lib/glucose/sparkline";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

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
  const input = await loadPeriodInput(access, period, freshness, options);
  return { summary: keyFigures(input), sparklines: daySparklines(input) };
}
