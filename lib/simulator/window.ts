import { DAY_MS, type Instant } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { parseWireInstant } from "@/lib/simulator/wire-time";

/** Half-open on `systemTime`. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** dexcom-api.md 5.1: "per Dexcom documentation" in Tidepool's client. */
export const V3_WINDOW_DAYS_MAX = 30;
/** Unverified (dexcom-api.md 5.1). */
export const V2_WINDOW_DAYS_MAX = 90;

/** The window of a data call, or the sentence of its 400 answer. */
export function parseWindow(query: URLSearchParams, windowDaysMax: number): Result<Window, string> {
  const from = readDate(query, "startDate");
  if (!from.ok) return from;
  const to = readDate(query, "endDate");
  if (!to.ok) return to;
  if (from.value >= to.value) return err("Invalid date range: startDate must be before endDate");
  if (to.value - from.value > windowDaysMax * DAY_MS) {
    return err(`Invalid date range: the window must not exceed ${windowDaysMax} days`);
  }
  return ok({ from: from.value, to: to.value });
}

function readDate(query: URLSearchParams, name: string): Result<Instant, string> {
  const text = query.get(name);
  if (text === null || text === "") return err(`Invalid date range: ${name} is required`);
  const at = parseWireInstant(text);
  return at === null
    ? err(`Invalid date range: ${name} is not a date of the form YYYY-MM-DDTHH:mm:ss`)
    : ok(at);
}
