import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import {
  CHICAGO,
  KOLKATA,
  LONDON,
  LOS_ANGELES,
  NEW_YORK,
  TOKYO,
  type Zone,
  zoneOffset,
} from "@/lib/simulator/people/zones";

const ZONES = [NEW_YORK, CHICAGO, LOS_ANGELES, LONDON, TOKYO, KOLKATA];

function offsetByIntl(zone: Zone): (at: Instant) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone.name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(
      part["year"] ?? 0,
      (part["month"] ?? 0) - 1,
      part["day"],
      part["hour"],
      part["minute"],
    );
    return (wall - at) / MINUTE_MS;
  };
}

test.each(ZONES)("the rules for $name agree with the time-zone table, day by day", (zone) => {
  const [own, table] = [zoneOffset(zone), offsetByIntl(zone)];
  for (let at = Date.UTC(2014, 0, 1); at < Date.UTC(2036, 0, 1); at += 3 * DAY_MS)
    expect(own(at)).toBe(table(at));
});

test.each([NEW_YORK, LOS_ANGELES, LONDON])("and to the minute around each clock change in $name", (zone) => {
  const [own, table] = [zoneOffset(zone), offsetByIntl(zone)];
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += HOUR_MS) {
    if (own(at) === own(at - HOUR_MS)) continue;
    expect(own(at)).toBe(table(at));
    expect(own(at - MINUTE_MS)).toBe(table(at - MINUTE_MS));
  }
});
