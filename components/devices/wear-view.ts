import type { SensorSession, SessionKind } from "@/lib/glucose/sensor-sessions";
import type { WearGap, WornDay } from "@/lib/glucose/wear";

/** A session with the number that it has in table and drawing: each kind counts for itself, from 1. */
export interface NumberedSession extends SensorSession {
  readonly number: number;
}

export function numbered(sessions: readonly SensorSession[]): NumberedSession[] {
  const counted = new Map<SessionKind, number>();
  return sessions.map((session) => {
    const number = (counted.get(session.kind) ?? 0) + 1;
    counted.set(session.kind, number);
    return { ...session, number };
  });
}

/** What the drawing gets: numbers and instants, no more. */
export interface WearView {
  readonly days: readonly Pick<WornDay, "date" | "from" | "to" | "observed" | "expected" | "activePercent">[];
  readonly sessions: readonly Pick<
    NumberedSession,
    "kind" | "number" | "startedAt" | "firstReadingAt" | "lastReadingAt"
  >[];
  /** Ascending. */
  readonly gaps: readonly Pick<WearGap, "from" | "to" | "minutes" | "displayOffsetMinutes">[];
}

export function wearView({
  days,
  sessions,
  gaps,
}: {
  readonly days: readonly WornDay[];
  readonly sessions: readonly NumberedSession[];
  readonly gaps: readonly WearGap[];
}): WearView {
  return {
    days: days.map(({ date, from, to, observed, expected, activePercent }) => ({
      date,
      from,
      to,
      observed,
      expected,
      activePercent,
    })),
    sessions: sessions.map(({ kind, number, startedAt, firstReadingAt, lastReadingAt }) => ({
      kind,
      number,
      startedAt,
      firstReadingAt,
      lastReadingAt,
    })),
    gaps: gaps
      .map(({ from, to, minutes, displayOffsetMinutes }) => ({ from, to, minutes, displayOffsetMinutes }))
      .sort((a, b) => a.from - b.from),
  };
}
