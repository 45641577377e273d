import { daysBetween } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import { err, ok, type Result } from "@/lib/result";
import type { ShareLimits } from "@/lib/sharing/policy";
import type { ChosenPeriod } from "./period-query";

/** The part of a period that a share shows: days before its window are not empty, they are none of the viewer's business. */
export function sharedPeriod<Chosen extends Pick<ChosenPeriod, "period">>(
  chosen: Chosen,
  limits: Pick<ShareLimits, "from"> | null,
): Result<Chosen, string> {
  const from = limits?.from ?? null;
  const { period } = chosen;
  if (from === null || period.from >= from) return ok(chosen);
  if (period.to < from) return err("None of these days is shared.");
  return ok({ ...chosen, period: { from, to: period.to, days: daysBetween(from, period.to) + 1 } });
}

/** The same of days that are only looked at beside others; whole where nothing of them is shared: no reader finds any. */
export function sharedPart(period: Period, limits: Pick<ShareLimits, "from"> | null): Period {
  const part = sharedPeriod({ period }, limits);
  return part.ok ? part.value.period : period;
}
