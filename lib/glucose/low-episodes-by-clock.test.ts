import { expect, test } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { epochDay } from "./local-time";
import { lowEpisodesByClock } from "./low-episodes-by-clock";
import { buildSeries } from "./series";
import { stream } from "./testing/readings";

const FIRST_DAY = epochDay("2026-11-08");
const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const readings = buildSeries(stream("2026-11-08T00:00:00Z", Date.parse("2026-11-15T00:00:00Z"), () => 100));
const low = (time: string, minutes: number) => ({ start: at(time), minutes });
const byClock = (...episodes: { start: number; minutes: number }[]) =>
  lowEpisodesByClock(readings, episodes, FIRST_DAY);

test("without an episode there is nothing to tell", () => {
  expect(byClock()).toEqual({ dates: 0, episodes: 0, mostlyAt: null });
});

test("two episodes of one date are one date", () => {
  expect(byClock(low("08T03:00", 20), low("08T15:00", 20))).toMatchObject({ dates: 1, episodes: 2 });
});

test("three hours are named when they hold half of the minutes, on three dates", () => {
  const nights = [low("08T02:30", 60), low("09T03:00", 60), low("10T04:00", 60)];
  expect(byClock(...nights).mostlyAt).toEqual({ fromMinute: 120, toMinute: 300 });
  // Exactly half is enough, a minute more elsewhere is not.
  expect(byClock(...nights, low("11T12:00", 90), low("12T20:00", 90)).mostlyAt).not.toBeNull();
  expect(byClock(...nights, low("11T12:00", 90), low("12T20:00", 91)).mostlyAt).toBeNull();
});

test("two dates are too few to speak of a time of day", () => {
  expect(byClock(low("08T02:30", 60), low("09T03:00", 60)).mostlyAt).toBeNull();
});

test("the hours may lie over midnight, and midnight at their end is 24:00", () => {
  const over = [low("08T23:30", 60), low("09T23:45", 60), low("11T00:30", 60)];
  expect(byClock(...over).mostlyAt).toEqual({ fromMinute: 23 * 60, toMinute: 120 });
  const before = [low("08T21:00", 180), low("09T21:00", 180), low("11T21:00", 180)];
  expect(byClock(...before).mostlyAt).toEqual({ fromMinute: 21 * 60, toMinute: 1_440 });
});

test("the clock is the person's own: minutes count where their display showed them", () => {
  const kathmandu = buildSeries(
    stream("2026-11-08T00:00:00Z", at("15T00:00"), () => 100).map((one) => ({
      ...one,
      displayOffsetMinutes: 345,
    })),
  );
  const nights = [low("08T20:15", 60), low("09T20:15", 60), low("10T20:15", 60)];
  const { mostlyAt, dates } = lowEpisodesByClock(kathmandu, nights, FIRST_DAY);
  // 20:15 UTC is 02:00 in Kathmandu; the hour from 02:00 lies in the windows from 00:00, 01:00 and 02:00 alike.
  expect(mostlyAt).toEqual({ fromMinute: 0, toMinute: 180 });
  expect(dates).toBe(3);
  expect(at("08T20:15") + 345 * MINUTE_MS).toBe(Date.parse("2026-11-09T02:00Z"));
});
