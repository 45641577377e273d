import type { Instant } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { DexcomError } from "./errors";
import { HISTORY_START, readInstant } from "./record-times";
import { issueReason } from "./records";
import { dataRangeAnswer } from "./schemas";

/** First and last record of a kind, both inclusive; one record alone gives the same instant twice. */
export interface RecordSpan {
  readonly start: Instant;
  readonly end: Instant;
}

/** What there is to fetch; null where there is nothing yet. Alerts and devices have no range. */
export interface DataRange {
  readonly userId: string;
  readonly egvs: RecordSpan | null;
  readonly events: RecordSpan | null;
  readonly calibrations: RecordSpan | null;
}

/**
 * Reads a dataRange answer and cuts it to what may be known: never beyond `limit` (now − delay), never before the
 * history of this API. A block that is there but cannot be read fails the whole answer, because "no data" would be a
 * wrong answer.
 */
export function readDataRange(json: unknown, limit: Instant): Result<DataRange, DexcomError> {
  const malformed = (detail: string) => err(new DexcomError("malformed", { status: 200, detail }));
  const parsed = dataRangeAnswer.safeParse(json);
  if (!parsed.success) return malformed(issueReason(parsed.error));
  const { userId, egvs, events, calibrations } = parsed.data;
  const spans: (RecordSpan | null)[] = [];
  for (const block of [egvs, events, calibrations]) {
    const span = block ? spanOf(block, limit) : null;
    if (span === undefined) return malformed("range:unreadable");
    spans.push(span);
  }
  const [egvSpan = null, eventSpan = null, calibrationSpan = null] = spans;
  return ok({ userId, egvs: egvSpan, events: eventSpan, calibrations: calibrationSpan });
}

function spanOf(block: { start: string; end: string }, limit: Instant): RecordSpan | null | undefined {
  const start = readInstant(block.start);
  const end = readInstant(block.end);
  if (start === null || end === null || start > end) return undefined;
  const span = { start: Math.max(start, HISTORY_START), end: Math.min(end, limit) };
  return span.start <= span.end ? span : null;
}
