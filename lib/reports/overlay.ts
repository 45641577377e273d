import type { TransactionOptions } from "@/lib/db/context";
import { type DayTrace, dayTraces } from "@/lib/glucose/day-traces";
import type { Freshness } from "@/lib/glucose/figures";
import { heldAgainst } from "@/lib/glucose/held-against";
import type { Period } from "@/lib/glucose/period";
import type { Weekday } from "@/lib/glucose/profile";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { ALL_WEEKDAYS } from "@/lib/glucose/weekday-sets";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** More lines than these hide one another, and the browser would have to draw them all: the newest are kept. */
export const TRACES_MAX = 90;

/** What Overlay shows: the dates of some weekdays, each as a line from midnight to midnight. */
export interface Overlay {
  /** Ascending, from the first date with readings on; later ones without readings keep their place. */
  readonly days: readonly DayTrace[];
  readonly cadenceMinutes: number;
  /** Dates of the period with readings on each weekday, from Monday to Sunday, whatever was chosen. */
  readonly datesByWeekday: readonly number[];
  /** Dates of these weekdays before those that are drawn. */
  readonly daysLeftOut: number;
  /** Readings of the whole period, and those that the person left out. */
  readonly observed: number;
  readonly excluded: number;
}

interface OverlayRequest {
  readonly period: Period;
  readonly freshness: Freshness;
  readonly weekdays: readonly Weekday[];
  /** Those of the days' time in range. */
  readonly ranges?: RangeSetChoice;
}

export async function overlayOf(
  access: PatientAccess,
  { period, freshness, weekdays, ranges }: OverlayRequest,
  options: TransactionOptions = {},
): Promise<Overlay> {
  return overlayFrom(await loadPeriodInput(access, period, freshness, options), weekdays, ranges);
}

/** The same from what was read. Pure. */
export function overlayFrom(
  input: SummaryInput,
  weekdays: readonly Weekday[],
  ranges: RangeSetChoice = "standard",
): Overlay {
  const workings = heldAgainst(workingsOf(input), RANGE_SETS[ranges]);
  const days = dayTraces(workings);
  const worn = days.filter(({ count }) => count > 0);
  const chosen = days.filter((day) => weekdays.some((weekday) => weekday === day.weekday));
  const first = chosen.findIndex(({ count }) => count > 0);
  const sinceFirst = first < 0 ? [] : chosen.slice(first);
  const { observed, excluded } = workings.covered.coverage;
  return {
    days: sinceFirst.slice(-TRACES_MAX),
    cadenceMinutes: workings.cadenceMinutes,
    datesByWeekday: ALL_WEEKDAYS.map((weekday) => worn.filter((day) => day.weekday === weekday).length),
    daysLeftOut: Math.max(0, sinceFirst.length - TRACES_MAX),
    observed,
    excluded,
  };
}
