import type { TransactionOptions } from "@/lib/db/context";
import {
  type A1cPair,
  a1cPairs,
  firstDateBehind,
  type PersonalGap,
  personalGap,
} from "@/lib/glucose/a1c-gap";
import type { Freshness } from "@/lib/glucose/figures";
import { daysBetween } from "@/lib/glucose/local-time";
import { readLabResults } from "@/lib/journal/data";
import type { LabResult } from "@/lib/journal/schema";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** Laboratory values with the GMI before each, oldest first, and how far the two have been apart. */
export interface A1cHistory {
  readonly pairs: readonly A1cPair<LabResult>[];
  readonly gap: PersonalGap | null;
}

export async function a1cOf(
  access: PatientAccess,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<A1cHistory> {
  const labs = await readLabResults(access, options);
  const [first, last] = [labs[0], labs.at(-1)];
  if (!first || !last) return { pairs: [], gap: null };
  const from = firstDateBehind(first.date);
  const period = { from, to: last.date, days: daysBetween(from, last.date) + 1 };
  const pairs = a1cPairs(labs, await loadPeriodInput(access, period, freshness, options));
  return { pairs, gap: personalGap(pairs) };
}
