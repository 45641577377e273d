import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";

/**
 * Own clock-change rules instead of the machine's time-zone table, so that every machine gives the same answer. Holds
 * for the rules in force since 2007 (US) and 1996 (EU); checked against Intl by a test.
 */
export interface Zone {
  readonly name: string;
  readonly standardOffsetMinutes: number;
  readonly summerTime: "us" | "eu" | null;
}

export const NEW_YORK: Zone = { name: "America/New_York", standardOffsetMinutes: -300, summerTime: "us" };
export const CHICAGO: Zone = { name: "America/Chicago", standardOffsetMinutes: -360, summerTime: "us" };
export const LOS_ANGELES: Zone = {
  name: "America/Los_Angeles",
  standardOffsetMinutes: -480,
  summerTime: "us",
};
export const LONDON: Zone = { name: "Europe/London", standardOffsetMinutes: 0, summerTime: "eu" };
export const TOKYO: Zone = { name: "Asia/Tokyo", standardOffsetMinutes: 540, summerTime: null };
export const KOLKATA: Zone = { name: "Asia/Kolkata", standardOffsetMinutes: 330, summerTime: null };

interface Year {
  readonly from: Instant;
  readonly to: Instant;
  readonly summerFrom: Instant;
  readonly summerTo: Instant;
}

/** The zone's wall clock minus UTC, in minutes, as a function of time. Remembers the year it was last asked about. */
export function zoneOffset(zone: Zone): (at: Instant) => number {
  const { standardOffsetMinutes, summerTime } = zone;
  if (summerTime === null) return () => standardOffsetMinutes;
  let year: Year | undefined;
  return (at) => {
    if (!year || at < year.from || at >= year.to) year = yearOf(zone, new Date(at).getUTCFullYear());
    return standardOffsetMinutes + (at >= year.summerFrom && at < year.summerTo ? 60 : 0);
  };
}

function yearOf(zone: Zone, year: number): Year {
  const own = zone.standardOffsetMinutes * MINUTE_MS;
  const bounds = { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) };
  // US zones change at 02:00 on their own clock, the EU all at once at 01:00 UTC.
  if (zone.summerTime === "us") {
    const summerTo = sundayFrom(year, 10, 1) + HOUR_MS - own;
    return { ...bounds, summerFrom: sundayFrom(year, 2, 8) + 2 * HOUR_MS - own, summerTo };
  }
  return {
    ...bounds,
    summerFrom: sundayFrom(year, 2, 25) + HOUR_MS,
    summerTo: sundayFrom(year, 9, 25) + HOUR_MS,
  };
}

/** The first Sunday on or after a day of a month (0-based), at 00:00 UTC. */
function sundayFrom(year: number, month: number, day: number): Instant {
  const first = new Date(Date.UTC(year, month, day));
  return first.getTime() + ((7 - first.getUTCDay()) % 7) * DAY_MS;
}
