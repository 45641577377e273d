import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, type Instant } from "@/lib/clock";
import { FAKE_START, fakePerson } from "@/lib/simulator/fake-person.test-support";
import { DayCache } from "@/lib/simulator/upstream/day-cache";

function counting(recordsMax?: number) {
  const calls: [Instant, Instant][] = [];
  const cache = new DayCache((person, from, to) => {
    calls.push([from, to]);
    return person.egvs(from, to);
  }, recordsMax);
  return { cache, calls };
}

const person = fakePerson();

test("any window gives what the person gives, whatever was asked before and however small the cache", () => {
  const caches = [counting().cache, counting(1_000).cache, counting(1).cache];
  const at = fc.integer({ min: FAKE_START - DAY_MS, max: FAKE_START + 40 * DAY_MS });
  fc.assert(
    fc.property(at, fc.integer({ min: 0, max: 10 * DAY_MS }), (from, length) => {
      const wanted = person.egvs(from, from + length).map((egv) => egv.systemTime);
      for (const cache of caches) {
        const got = cache.read(person, from, from + length).map(({ record }) => record.systemTime);
        expect(got).toEqual(wanted);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("a day is generated once, and a run of days in one go", () => {
  const { cache, calls } = counting();
  const read = (fromDay: number, toDay: number) =>
    cache.read(person, FAKE_START + fromDay * DAY_MS, FAKE_START + toDay * DAY_MS);
  read(0, 10);
  read(0, 10);
  read(5, 12);
  expect(calls.map(([from, to]) => [(from - FAKE_START) / DAY_MS, (to - FAKE_START) / DAY_MS])).toEqual([
    [0, 10],
    [10, 12],
  ]);
});

test("the days used last stay", () => {
  const { cache, calls } = counting(3 * 289);
  const read = (day: number) =>
    cache.read(person, FAKE_START + day * DAY_MS, FAKE_START + (day + 1) * DAY_MS);
  for (const day of [0, 1, 2, 0, 3, 0]) read(day);
  expect(calls).toHaveLength(4);
  read(1);
  expect(calls).toHaveLength(5);
});

test("people do not share days", () => {
  const { cache } = counting();
  const other = fakePerson({ name: "User4", value: () => 300 });
  const window = [FAKE_START, FAKE_START + DAY_MS] as const;
  cache.read(person, ...window);
  expect(cache.read(other, ...window)[0]?.record.value).toBe(300);
});

test("the last instant of a history still counts", () => {
  const ended = fakePerson({ historyEnd: FAKE_START + 12_000 });
  expect(counting().cache.read(ended, FAKE_START, FAKE_START + DAY_MS)).toHaveLength(1);
});
