import { MINUTE_MS } from "@/lib/clock";
import type { TransactionOptions } from "@/lib/db/context";
import { instantOfWallClock } from "@/lib/glucose/day-notes";
import { withholdNewerThan } from "@/lib/glucose/delay";
import { applyExclusions } from "@/lib/glucose/exclusions/apply-exclusions";
import type { Freshness } from "@/lib/glucose/figures";
import { midnight } from "@/lib/glucose/local-time";
import { type LogbookEntry, logbookEntries, type OwnEntry } from "@/lib/glucose/logbook";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { sliceByLocalDates } from "@/lib/glucose/series";
import { timelineOf } from "@/lib/glucose/timeline";
import type { OffsetSpan } from "@/lib/glucose/wall-clock";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readNotes } from "@/lib/journal/data";
import type { Note } from "@/lib/journal/schema";
import { readEvents } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** What was entered in a period, with the glucose around it. */
export interface Logbook {
  /** Newest first. */
  readonly entries: readonly LogbookEntry[];
  /** Readings of the period. */
  readonly readings: number;
}

export async function logbookOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Logbook> {
  const [input, events, notes] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    readEvents(access, instantsToLoad(period), options),
    readNotes(access, options),
  ]);
  return logbookFrom(input, { events, notes });
}

/**
 * The same from what was read. Pure. An entry belongs to the date that its own wall clock showed; glucose that was
 * excluded is not shown beside it. Notes are the person's own, so that they are there at once.
 */
export function logbookFrom(
  { series, period, freshness, exclusions = [] }: SummaryInput,
  { events, notes }: { readonly events: readonly GlucoseEvent[]; readonly notes: readonly Note[] },
): Logbook {
  const kept = exclusions.length === 0 ? series : applyExclusions(series, exclusions).kept;
  const timeline = timelineOf(kept, freshness);
  const { offsets } = timelineOf(series, freshness);
  const own = notes
    .filter(({ date }) => date >= period.from && date <= period.to)
    .map((note) => placed(note, offsets));
  const shared = withholdNewerThan(events, freshness.availableUntil).kept;
  return {
    entries: logbookEntries(shared, own, timeline).filter(
      ({ date }) => date >= period.from && date <= period.to,
    ),
    readings: sliceByLocalDates(timeline.readings, period).length,
  };
}

function placed({ id, kind, text, date, minuteOfDay }: Note, offsets: readonly OffsetSpan[]): OwnEntry {
  const systemTime = instantOfWallClock(offsets, { date, minuteOfDay });
  const shown = midnight(date, 0) + minuteOfDay * MINUTE_MS;
  return {
    recordId: id,
    kind: kind === "visit" ? "visit" : "ownNote",
    text,
    systemTime,
    displayOffsetMinutes: (shown - systemTime) / MINUTE_MS,
  };
}
