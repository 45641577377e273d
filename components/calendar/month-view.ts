import type { Coverage, DaySummary, KeyFigures } from "@/lib/glucose/figures";
import type { Period } from "@/lib/glucose/period";

/** A month as the calendar draws it: its days, and its own time in range with the verdict on it. */
export interface CalendarMonthView {
  readonly period: Period;
  readonly days: readonly DaySummary[];
  readonly bands: KeyFigures["bands"];
  readonly verdict: KeyFigures["sufficiency"]["timeInRanges"];
  readonly coverage: Pick<Coverage, "observed" | "activePercent">;
}
