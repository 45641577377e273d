import type { BinMinutes } from "@/lib/glucose/agp";
import { PROFILE_COMPARES, PROFILE_DAYS, type ProfileChoice } from "@/lib/glucose/profile-choice";
import { err, ok, type Result } from "@/lib/result";
import { optionFromQuery, type PageQuery } from "./period-query";

const BINS = ["60", "15", "5"] as const;
const BIN_MINUTES: Readonly<Record<(typeof BINS)[number], BinMinutes>> = { "60": 60, "15": 15, "5": 5 };

/**
 * `?smooth=`, `?bins=`, `?weekdays=` and `?compare=`, or a sentence for a value that is not known and for two that
 * contradict each other: finer bins are never smoothed, and weekdays over weekends are no choice of weekdays.
 */
export function profileOptions(query: PageQuery): Result<ProfileChoice, string> {
  const bins = optionFromQuery(query, "bins", { known: BINS, standard: "60" });
  if (!bins.ok) return bins;
  const binMinutes = BIN_MINUTES[bins.value];
  const smooth = optionFromQuery(query, "smooth", {
    known: ["on", "off"],
    standard: binMinutes === 60 ? "on" : "off",
  });
  if (!smooth.ok) return smooth;
  const weekdays = optionFromQuery(query, "weekdays", { known: PROFILE_DAYS, standard: "all" });
  if (!weekdays.ok) return weekdays;
  const compare = optionFromQuery(query, "compare", { known: PROFILE_COMPARES, standard: "none" });
  if (!compare.ok) return compare;
  if (smooth.value === "on" && binMinutes !== 60) return err("Only hourly bins are smoothed.");
  if (compare.value === "weekend" && weekdays.value !== "all")
    return err("Weekdays over weekends are drawn from all days.");
  return ok({
    binMinutes,
    smooth: smooth.value === "on",
    weekdays: weekdays.value,
    compare: compare.value,
  });
}

/** The same for an address: what is standard goes without saying. */
export function profileQueryOf({
  binMinutes,
  smooth,
  weekdays,
  compare,
}: ProfileChoice): Record<string, string> {
  return {
    ...(binMinutes === 60 ? (smooth ? {} : { smooth: "off" }) : { bins: String(binMinutes) }),
    ...(weekdays === "all" ? {} : { weekdays }),
    ...(compare === "none" ? {} : { compare }),
  };
}
