import type { Instant } from "@/lib/clock";
import type { AlertRecord } from "./reading";

/** One time that an alert of the person's device called, from its first sound until it was over. */
export interface AlertCall {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
  /** As Dexcom names it; an open set. */
  readonly name: string;
}

/**
 * One call per episode of an alert, ascending by when it began. A device reports every change of state (alarming,
 * snoozed, alarming again, inactive); until it is inactive again that is one call.
 */
export function alertCalls(records: readonly AlertRecord[]): AlertCall[] {
  const active = new Set<string>();
  return records
    .toSorted((a, b) => a.systemTime - b.systemTime)
    .flatMap(({ recordId, systemTime, displayOffsetMinutes, name, state }) => {
      if (state === "inactive") active.delete(name);
      if (state !== "activeAlarming" || active.has(name)) return [];
      active.add(name);
      return { recordId, systemTime, displayOffsetMinutes, name };
    });
}
