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
export const DENVER: Zone = { name: "America/Denver", standardOffsetMinutes: -420, summerTime: "us" };
export const LOS_ANGELES: Zone = {
  name: "America/Los_Angeles",
  standardOffsetMinutes: -480,
  summerTime: "us",
};
export const LONDON: Zone = { name: "Europe/London", standardOffsetMinutes: 0, summerTime: "eu" };
export const TOKYO: Zone = { name: "Asia/Tokyo", standardOffsetMinutes: 540, summerTime: null };
export const KOLKATA: Zone = { name: "Asia/Kolkata", standardOffsetMinutes: 330, summerTime: null };

/** Wall clock minus UTC in minutes. */
export function zoneOffsetMinutes(zone: Zone, at: Instant): number {
  if (zone.summerTime === null) return zone.standardOffsetMinutes;
  const { starts, ends } = summerTime(zone, new Date(at).getUTCFullYear());
  return zone.standardOffsetMinutes + (at >= starts && at < ends ? 60 : 0);
}

const known = new Map<string, { starts: Instant; ends: Instant }>();

function summerTime(zone: Zone, year: number): { starts: Instant; ends: Instant } {
  const key = `${zone.name} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const standard = zone.standardOffsetMinutes * MINUTE_MS;
  const change =
    zone.summerTime === "us"
      ? {
          starts: sunday(year, 2, 8) + 2 * HOUR_MS - standard,
          ends: sunday(year, 10, 1) + HOUR_MS - standard,
        }
      : { starts: sunday(year, 2, 25) + HOUR_MS, ends: sunday(year, 9, 25) + HOUR_MS };
  known.set(key, change);
  return change;
}

/** The first Sunday on or after a day of a month (0-based), at 00:00. */
function sunday(year: number, month: number, day: number): number {
  const first = new Date(Date.UTC(year, month, day));
  return first.getTime() + ((7 - first.getUTCDay()) % 7) * DAY_MS;
}
