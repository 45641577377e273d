import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { residenceOffset } from "@/lib/simulator/people/residence";
import { CHICAGO, LONDON, NEW_YORK, TOKYO, zoneOffset } from "@/lib/simulator/people/zones";

const START = Date.UTC(2026, 0, 1);
const hours = Array.from({ length: 365 * 24 }, (_, i) => START + i * HOUR_MS);

test("people who stay have the clock of their home", () => {
  const offsetAt = residenceOffset(1, { home: NEW_YORK, destinations: [] });
  expect(hours.map(offsetAt)).toEqual(hours.map(zoneOffset(NEW_YORK)));
});

test("a traveller's clock jumps several times a year and always comes home", () => {
  const offsetAt = residenceOffset(1, { home: CHICAGO, destinations: [LONDON, TOKYO] });
  const home = zoneOffset(CHICAGO);
  const away = hours.filter((at) => offsetAt(at) !== home(at));
  const departures = away.filter((at) => offsetAt(at - HOUR_MS) === home(at - HOUR_MS));
  expect(departures.length).toBeGreaterThanOrEqual(3);
  expect(away.length / hours.length).toBeGreaterThan(0.05);
  expect(away.length / hours.length).toBeLessThan(0.4);
});

test("a journey is the same in any order of asking", () => {
  const residence = { home: CHICAGO, destinations: [LONDON, TOKYO] };
  const [one, other] = [residenceOffset(1, residence), residenceOffset(1, residence)];
  other(START + 300 * DAY_MS);
  expect(hours.toReversed().map(other).toReversed()).toEqual(hours.map(one));
});
