import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

/** However long an upstream asks us to wait, an hour later we look again. */
const RETRY_AFTER_MS_MAX = HOUR_MS;

/** Without `Retry-After`, which Dexcom does not document for its limit of 60,000 calls an hour, a minute. */
export const RATE_LIMIT_WAIT_MS = MINUTE_MS;

const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * `Retry-After` in milliseconds: seconds or an HTTP-date (RFC 9110, 10.2.3), at most an hour, 0 for a date that has
 * passed. A date is read against the answer's own `Date` header where it has one, so that a skewed clock on either
 * side does not matter. Null when absent or not valid (a negative number is not).
 */
export function parseRetryAfter(
  header: string | undefined,
  options: { readonly now: Instant; readonly dateHeader?: string | undefined },
): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * SECOND_MS), RETRY_AFTER_MS_MAX);
  const until = httpDate(text);
  if (until === null) return null;
  const sentAt = httpDate(options.dateHeader?.trim() ?? "") ?? options.now;
  return Math.min(Math.max(until - sentAt, 0), RETRY_AFTER_MS_MAX);
}

function httpDate(text: string): Instant | null {
  if (!IMF_FIXDATE.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
