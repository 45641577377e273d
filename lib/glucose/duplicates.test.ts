import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutDuplicates } from "./duplicates";
import type { Egv } from "./reading";
import { egv, stream } from "./testing/readings";

const SENSOR_A = "a".repeat(64);
const SENSOR_B = "b".repeat(64);
const noon = Date.parse("2026-03-01T12:00:00Z");
const after = (seconds: number) => noon + seconds * 1_000;
const reading = (seconds: number, value: number, more: Partial<Egv> & { offset?: number } = {}) =>
  egv(after(seconds), value, more);

describe("with transmitter and ticks", () => {
  const ticks = (transmitterTicks: number, transmitterId = SENSOR_A) => ({ transmitterId, transmitterTicks });

  it("a phone and a receiver that report the same five minutes are one reading: the phone's, which has an offset", () => {
    const receiver = reading(-20, 118, { ...ticks(412_380), displayDevice: "receiver", offset: 60 });
    const phone = reading(3, 118, { ...ticks(412_380), displayDevice: "android", offset: 60 });
    expect(withoutDuplicates([receiver, phone])).toEqual([phone]);
    expect(withoutDuplicates([phone, receiver])).toEqual([phone]);
  });

  it("ticks within half the cadence are one reading, the edge included, whatever the clocks of the devices say", () => {
    expect(
      withoutDuplicates([reading(0, 118, ticks(1_000)), reading(3_600, 118, ticks(1_150))]),
    ).toHaveLength(1);
    expect(withoutDuplicates([reading(0, 118, ticks(1_000)), reading(10, 118, ticks(1_151))])).toHaveLength(
      2,
    );
  });

  it("half the cadence is half of what the sensor itself shows", () => {
    const everyMinute = stream(noon, noon + 3_600_000, 118, { everyMinutes: 1, transmitterId: SENSOR_A });
    expect(withoutDuplicates(everyMinute)).toHaveLength(60);
  });

  it("equal ticks of two transmitters are two readings, even at one time and with one value", () => {
    const both = [reading(0, 118, ticks(1_000, SENSOR_A)), reading(0, 118, ticks(1_000, SENSOR_B))];
    expect(withoutDuplicates(both)).toHaveLength(2);
  });

  it("neighbours stay two readings although their value is the same", () => {
    expect(withoutDuplicates([reading(0, 118, ticks(1_000)), reading(50, 118, ticks(1_300))])).toHaveLength(
      2,
    );
  });

  it("a counter that stands still does not swallow days of readings", () => {
    const stuck = [0, 1, 2].map((day) => reading(day * 86_400, 118, ticks(77)));
    expect(withoutDuplicates(stuck)).toHaveLength(3);
  });
});

describe("without ids", () => {
  it.each([
    ["no transmitter", { transmitterId: null, transmitterTicks: 1_000 }],
    ["an empty transmitter", { transmitterId: "", transmitterTicks: 1_000 }],
    ["no ticks", { transmitterId: SENSOR_A, transmitterTicks: null }],
    ["ticks of 0", { transmitterId: SENSOR_A, transmitterTicks: 0 }],
  ])("(%s) times within 60 s and an equal value are one reading", (_, ids) => {
    expect(withoutDuplicates([reading(0, 118, ids), reading(60, 118, ids)])).toHaveLength(1);
    expect(withoutDuplicates([reading(0, 118, ids), reading(61, 118, ids)])).toHaveLength(2);
    expect(withoutDuplicates([reading(0, 118, ids), reading(0, 119, ids)])).toHaveLength(2);
  });

  it("a copy that lost its ids is still one reading with the original, which stays", () => {
    const original = reading(0, 118, { transmitterId: SENSOR_A, transmitterTicks: 1_000 });
    expect(withoutDuplicates([reading(-30, 118), original])).toEqual([original]);
  });

  it("a sensor that speaks every minute keeps its equal neighbours", () => {
    expect(withoutDuplicates(stream(noon, noon + 3_600_000, 118, { everyMinutes: 1 }))).toHaveLength(60);
  });

  it("copies of a whole day 40 s apart are found although they disturb the cadence", () => {
    const phone = stream(noon, noon + 86_400_000, (at) => 100 + ((at / 300_000) % 50));
    const receiver = phone.map((one) => ({
      ...one,
      systemTime: one.systemTime - 40_000,
      displayDevice: "receiver",
    }));
    expect(withoutDuplicates([...receiver, ...phone])).toEqual(phone);
  });
});

describe("always", () => {
  const anyReading = fc
    .record({
      seconds: fc.integer({ min: 0, max: 1_200 }),
      value: fc.integer({ min: 100, max: 102 }),
      transmitterId: fc.constantFrom(SENSOR_A, SENSOR_B, "", null),
      transmitterTicks: fc.constantFrom(null, 0, 300, 420, 600, 900),
      displayDevice: fc.constantFrom("iOS", "receiver"),
    })
    .map(({ seconds, value, ...ids }) => reading(seconds, value, ids));
  const anyReadings = fc.array(anyReading, { maxLength: 25 });

  it("the order of arrival changes nothing", () => {
    const shuffled = anyReadings.chain((readings) =>
      fc.tuple(fc.constant(readings), fc.shuffledSubarray(readings, { minLength: readings.length })),
    );
    fc.assert(
      fc.property(shuffled, ([readings, other]) => {
        expect(withoutDuplicates(other)).toEqual(withoutDuplicates(readings));
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it("exact copies change nothing", () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        expect(withoutDuplicates([...readings, ...readings])).toEqual(withoutDuplicates(readings));
        expect(withoutDuplicates([...readings, ...structuredClone(readings)])).toEqual(
          withoutDuplicates(readings),
        );
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it("the result ascends and every reading of it came in", () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        const kept = withoutDuplicates(readings);
        kept.forEach((one, i) => {
          expect(readings).toContain(one);
          expect(one.systemTime).toBeGreaterThanOrEqual(kept[i - 1]?.systemTime ?? 0);
        });
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
