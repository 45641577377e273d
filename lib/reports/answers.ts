import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { ConnectionView, SyncRunView } from "@/lib/connections/status";
import type { Freshness, Profile, Summary } from "@/lib/glucose/figures";
import type { Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { TREATMENT_NOTICE } from "@/lib/notice";
import {
  type BareSummaryAnswer,
  bareSummaryAnswer,
  type EventsAnswer,
  type PatientAnswer,
  type ProfileAnswer,
  type ReadingsAnswer,
  type SummaryAnswer,
  type SyncAnswer,
} from "./schema";
import { summaryJson, verdictJson } from "./summary-json";

// From domain objects to the JSON of the API. Pure; glucose stays in mg/dL as received.

function isoInstant(at: Instant): string {
  return new Date(at).toISOString();
}

const isoOrNull = (at: Instant | null) => (at === null ? null : isoInstant(at));

/** The wall clock that the person saw, written with its own offset: `2026-11-21T21:05:12.000-08:00`. */
export function isoDisplayTime(at: Instant, offsetMinutes: number): string {
  const local = new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The part of every answer that says how old the data is and what it is not for. */
export function retrospectiveAnswer(freshness: Freshness) {
  return {
    notice: TREATMENT_NOTICE,
    delayMinutes: freshness.delayMinutes,
    availableUntil: isoInstant(freshness.availableUntil),
    checkedThrough: isoOrNull(freshness.checkedThrough),
    dataThrough: isoOrNull(freshness.dataThrough),
  };
}

export function summaryAnswerOf(summary: Summary, freshness: Freshness): SummaryAnswer {
  return { ...retrospectiveAnswer(freshness), ...summaryJson(summary, isoInstant) };
}

/** The shape decides what is left: whatever the full answer gains stays out. */
export function bareSummaryAnswerOf({ coverage, ...summary }: SummaryAnswer): BareSummaryAnswer {
  const { gaps: _, ...counts } = coverage;
  return bareSummaryAnswer.strip().parse({ ...summary, coverage: counts });
}

export function profileAnswerOf(
  profile: Profile,
  period: Summary["period"],
  freshness: Freshness,
): ProfileAnswer {
  return {
    ...retrospectiveAnswer(freshness),
    period,
    unit: "mg/dL",
    binMinutes: profile.binMinutes,
    smoothed: profile.smoothed,
    verdict: verdictJson(profile.verdict),
    points: profile.points.map((point) => ({ ...point })),
  };
}

interface AnsweredSpan {
  readonly from: Instant;
  readonly to: Instant;
}

export function readingsAnswerOf(
  egvs: readonly Egv[],
  span: AnsweredSpan,
  freshness: Freshness,
  source: string,
): ReadingsAnswer {
  return {
    ...retrospectiveAnswer(freshness),
    from: isoInstant(span.from),
    to: isoInstant(span.to),
    unit: "mg/dL",
    readings: egvs.map((egv) => ({
      systemTime: isoInstant(egv.systemTime),
      displayTime: isoDisplayTime(egv.systemTime, egv.displayOffsetMinutes),
      value: egv.value,
      status: egv.status,
      trend: egv.trend,
      source,
    })),
  };
}

export function eventsAnswerOf(
  events: readonly GlucoseEvent[],
  span: AnsweredSpan,
  freshness: Freshness,
  source: string,
): EventsAnswer {
  return {
    ...retrospectiveAnswer(freshness),
    from: isoInstant(span.from),
    to: isoInstant(span.to),
    events: events.map((event) => ({
      id: event.recordId,
      systemTime: isoInstant(event.systemTime),
      displayTime: isoDisplayTime(event.systemTime, event.displayOffsetMinutes),
      type: event.type,
      subType: event.subType,
      value: event.value,
      unit: event.unit,
      source,
    })),
  };
}

export function connectionAnswerOf(connection: ConnectionView): NonNullable<PatientAnswer["connection"]> {
  const { environment, status, syncing, progress } = connection;
  return {
    environment,
    status,
    syncing,
    connectedAt: isoInstant(connection.connectedAt),
    lastSyncAt: isoOrNull(connection.lastSyncAt),
    nextSyncAt: isoOrNull(connection.nextSyncAt),
    progress: progress && { ...progress, fetchingFrom: isoOrNull(progress.fetchingFrom) },
  };
}

export function syncAnswerOf(
  connection: ConnectionView | null,
  runs: readonly SyncRunView[],
  freshness: Freshness,
): SyncAnswer {
  return {
    ...retrospectiveAnswer(freshness),
    connection: connection && connectionAnswerOf(connection),
    runs: runs.map((run) => ({
      trigger: run.trigger,
      startedAt: isoInstant(run.startedAt),
      finishedAt: isoOrNull(run.finishedAt),
      outcome: run.outcome,
      added: run.added,
      changed: run.changed,
      removed: run.removed,
      quarantined: run.quarantined,
      withheld: run.withheld,
    })),
  };
}
