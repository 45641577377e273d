import { HOUR_MS, type Instant } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { displayOffsetMinutes, parseWireTime, systemInstant } from "./timestamps";

/**
 * No record of this API is older: Tidepool starts its imports here as well. What claims to be is a placeholder
 * (`1970-01-01T00:00Z`) or a receiver whose clock was reset.
 */
export const HISTORY_START: Instant = Date.UTC(2015, 0, 1);

/** The system time of a record, if it can be read at all: also used to withhold what could not be understood. */
export function readInstant(text: unknown): Instant | null {
  const time = typeof text === "string" ? parseWireTime(text) : null;
  return time ? systemInstant(time) : null;
}

/**
 * The two times of a record. Times in the future are read like any other (device clocks run ahead); the delay
 * withholds them until they are past.
 */
export function readTimes(record: {
  systemTime: string;
  displayTime: string;
}): Result<{ systemTime: Instant; displayOffsetMinutes: number }, string> {
  const system = parseWireTime(record.systemTime);
  if (!system) return err("systemTime:unreadable");
  const systemTime = systemInstant(system);
  if (systemTime < HISTORY_START) return err("systemTime:before_history");
  const display = parseWireTime(record.displayTime);
  if (!display) return err("displayTime:unreadable");
  // A placeholder; even a receiver with a wrong date set by hand is not decades off.
  if (display.wallClock < HISTORY_START - 24 * HOUR_MS) return err("displayTime:before_history");
  return ok({ systemTime, displayOffsetMinutes: displayOffsetMinutes(system, display) });
}
