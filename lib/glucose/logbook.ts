import { type Instant, MINUTE_MS } from "@/lib/clock";
import { type LocalDate, localDateOf } from "./local-time";
import { AFTER_MINUTES, type EntryGlucose, glucoseAround } from "./logbook-glucose";
import type { GlucoseEvent } from "./reading";
import type { Timeline } from "./timeline";

/** What stands in a logbook: what Dexcom shares, and what the person wrote down here. */
export const LOGBOOK_KINDS = [
  "carbs",
  "insulin",
  "exercise",
  "health",
  "bloodGlucose",
  "notes",
  "unknown",
  "ownNote",
  "visit",
] as const;
export type LogbookKind = (typeof LOGBOOK_KINDS)[number];

/** A note or visit of the person's own, at the moment at which their clock showed its time. */
export interface OwnEntry {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  readonly kind: "ownNote" | "visit";
  readonly text: string;
}

export interface LogbookEntry {
  readonly id: string;
  readonly kind: LogbookKind;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  /** On the person's own clock. */
  readonly date: LocalDate;
  /** What was entered in the Dexcom app; null for the person's own notes and visits. */
  readonly event: GlucoseEvent | null;
  /** The text of a note or visit; null where there is none. */
  readonly text: string | null;
  /** Null for a visit. */
  readonly glucose: EntryGlucose | null;
  /** Other entries of carbs, insulin or exercise in the two hours after this one. */
  readonly othersBetween: number;
}

/** The sums of what was entered on a day: nothing that was not entered is in them. */
export interface DayTotals {
  readonly carbsGrams: number;
  readonly insulinUnits: number;
  readonly fastActingUnits: number;
  readonly longActingUnits: number;
}

const MOVING = new Set(["carbs", "insulin", "exercise"]);

/**
 * Every entry with the glucose around it, newest first; what was entered at the same time keeps its order. `timeline`
 * holds the readings that figures use and reaches beyond the dates of the entries.
 */
export function logbookEntries(
  events: readonly GlucoseEvent[],
  own: readonly OwnEntry[],
  timeline: Pick<Timeline, "readings" | "checkedFrom" | "checkedThrough">,
): LogbookEntry[] {
  const moving = events
    .filter(({ type }) => MOVING.has(type))
    .map(({ systemTime }) => systemTime)
    .sort((a, b) => a - b);
  const othersBetween = (at: Instant) =>
    countUpTo(moving, at + AFTER_MINUTES * MINUTE_MS) - countUpTo(moving, at);
  const placed = ({ systemTime, displayOffsetMinutes }: Omit<OwnEntry, "text" | "kind" | "recordId">) => ({
    systemTime,
    displayOffsetMinutes,
    date: localDateOf(systemTime, displayOffsetMinutes),
    othersBetween: othersBetween(systemTime),
  });
  return [
    ...events.map(
      (event): LogbookEntry => ({
        ...placed(event),
        id: event.recordId,
        kind: event.type,
        event,
        text: event.type === "notes" && typeof event.value === "string" ? event.value : null,
        glucose: glucoseAround(timeline, event.systemTime),
      }),
    ),
    ...own.map(
      (entry): LogbookEntry => ({
        ...placed(entry),
        id: entry.recordId,
        kind: entry.kind,
        event: null,
        text: entry.text,
        glucose: entry.kind === "visit" ? null : glucoseAround(timeline, entry.systemTime),
      }),
    ),
  ].sort((a, b) => b.systemTime - a.systemTime);
}

/** How many of some ascending times are not after an instant. */
function countUpTo(times: readonly Instant[], instant: Instant): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Null where neither carbs nor insulin were entered. */
export function dayTotals(entries: readonly Pick<LogbookEntry, "event">[]): DayTotals | null {
  const sum = (type: GlucoseEvent["type"], subType?: string) =>
    entries.reduce((total, { event }) => {
      const counts = event?.type === type && (subType === undefined || event.subType === subType);
      return counts && typeof event.value === "number" ? total + event.value : total;
    }, 0);
  const totals = {
    carbsGrams: sum("carbs"),
    insulinUnits: sum("insulin"),
    fastActingUnits: sum("insulin", "fastActing"),
    longActingUnits: sum("insulin", "longActing"),
  };
  return totals.carbsGrams === 0 && totals.insulinUnits === 0 ? null : totals;
}
