import type { Instant } from "@/lib/clock";
import { type RetrospectiveWindow, withholdNewerThan } from "@/lib/glucose/delay";
import type { Quarantined } from "./records";

/** One answer, ascending by system time, with everything that was not passed on accounted for. */
export interface RecordPage<T> {
  /** 64 hex digits: who this is about, per Dexcom account and client. */
  readonly userId: string;
  readonly records: readonly T[];
  readonly quarantined: readonly Quarantined[];
  /** Newer than now − delay although nobody asked for them: dropped, they come again when they are old enough. */
  readonly withheld: number;
  /** Before or after the window that was asked for: dropped. */
  readonly outside: number;
  /** The newest record that was passed on, null when there is none. */
  readonly dataThrough: Instant | null;
}

/**
 * Keeps what belongs to the window and is old enough. Quarantined records are held to the same rule where their time
 * can be read: a reading that nobody understands is still a reading.
 */
export function withinWindow<T extends { readonly systemTime: Instant }>(
  answer: {
    readonly userId: string;
    readonly records: readonly T[];
    readonly quarantined: readonly Quarantined[];
  },
  window: RetrospectiveWindow,
  limit: Instant,
): RecordPage<T> {
  const old = withholdNewerThan(answer.records, limit);
  const records = old.kept
    .filter(({ systemTime }) => inWindow(systemTime, window))
    .toSorted((a, b) => a.systemTime - b.systemTime);
  const oldUnread = answer.quarantined.filter(({ systemTime }) => systemTime === null || systemTime <= limit);
  const quarantined = oldUnread.filter(
    ({ systemTime }) => systemTime === null || inWindow(systemTime, window),
  );
  return {
    userId: answer.userId,
    records,
    quarantined,
    withheld: old.withheld + answer.quarantined.length - oldUnread.length,
    outside: old.kept.length - records.length + oldUnread.length - quarantined.length,
    dataThrough: records.at(-1)?.systemTime ?? null,
  };
}

function inWindow(systemTime: Instant, window: RetrospectiveWindow): boolean {
  return systemTime >= window.from && systemTime < window.to;
}
