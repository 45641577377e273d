import { MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import type { CoveredPeriod } from "./coverage";
import { dailyExtremes, daySummaries } from "./day-summary";
import type { DaySummary } from "./figures";
import { minuteOfDay, weekday } from "./local-time";
import type { Workings } from "./workings";

/**
 * An unbroken run of readings on the 24-hour axis, compact: value i stands `i` cadences after `fromMinute`. Whole
 * mg/dL, 39 and 401 for LOW and HIGH; null where a reading is missing in a pause that is too short to be a gap.
 */
export interface TraceRun {
  /** Minutes after midnight that the clock on the wall showed. */
  readonly fromMinute: number;
  readonly values: readonly (number | null)[];
}

/** One date, laid over others by its wall clock, with the figures that stand beside it. */
export interface DayTrace extends DaySummary {
  /** ISO: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** mg/dL; null without readings. */
  readonly lowest: number | null;
  readonly highest: number | null;
  /** In the order in which they were worn. Two lie over each other where the clock went back. */
  readonly runs: readonly TraceRun[];
}

/**
 * Every date of a period as a trace, ascending, also those without readings. A gap of more than 2.5 cadences begins
 * another run, and so does every step of the clock: a line never connects two readings that were not neighbours.
 */
export function dayTraces({
  covered,
  cadenceMinutes,
  bounds,
}: Pick<Workings, "covered" | "cadenceMinutes" | "bounds">): DayTrace[] {
  const runs = runsByDay(covered, cadenceMinutes);
  const { lowest, highest } = dailyExtremes(covered);
  return daySummaries(covered, cadenceMinutes, bounds).map((summary, day) => ({
    ...summary,
    weekday: weekday(summary.date),
    lowest: orNull(lowest[day]),
    highest: orNull(highest[day]),
    runs: runs[day] ?? [],
  }));
}

interface OpenRun {
  readonly fromMinute: number;
  readonly values: (number | null)[];
}

function runsByDay({ readings, days }: CoveredPeriod, cadenceMinutes: number): OpenRun[][] {
  const { systemTime, displayOffsetMinutes, value } = readings;
  const cadenceMs = cadenceMinutes * MINUTE_MS;
  const byDay = Array.from({ length: days.days }, (): OpenRun[] => []);
  let run: OpenRun | null = null;
  let startedAt = 0;
  for (let i = 0; i < readings.length; i += 1) {
    const time = systemTime[i] ?? 0;
    const offset = displayOffsetMinutes[i] ?? 0;
    const isNeighbour =
      days.dayOf[i] === days.dayOf[i - 1] &&
      offset === displayOffsetMinutes[i - 1] &&
      time - (systemTime[i - 1] ?? 0) <= GAP_CADENCES * cadenceMs;
    const slot: number = run === null || !isNeighbour ? 0 : slotAfter(run, (time - startedAt) / cadenceMs);
    if (run === null || slot === 0) {
      run = { fromMinute: minuteOfDay(time, offset), values: [] };
      byDay[days.dayOf[i] ?? 0]?.push(run);
      startedAt = time;
    }
    while (run.values.length < slot) run.values.push(null);
    run.values.push(Math.round(value[i] ?? 0));
  }
  return byDay;
}

/**
 * The slot of a reading that comes `cadences` after its run began: the nearest one that is free, so that no reading is
 * lost when the sensor jitters; 0, for another run, when the nearest free one would misplace it by a cadence or more.
 */
function slotAfter({ values }: OpenRun, cadences: number): number {
  const slot = Math.max(Math.round(cadences), values.length);
  return slot - cadences < 1 ? slot : 0;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
