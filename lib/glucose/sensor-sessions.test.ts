import { describe, expect, it } from "vitest";
import type { Egv } from "./reading";
import { sensorSessions } from "./sensor-sessions";
import { egv, stream, withGap } from "./testing/readings";

const MAY = { from: Date.parse("2026-05-01T00:00:00Z"), to: Date.parse("2026-05-15T00:00:00Z") };
const asked = { within: MAY, cadenceMinutes: 5 };

function g6(readings: readonly Egv[]): Egv[] {
  return readings.map((one) => ({ ...one, transmitterGeneration: "g6" }));
}

describe("a sensor in one piece with its transmitter", () => {
  // The first reading of `stream` comes an hour after its sensor was started.
  const first = stream("2026-04-28T01:00:00Z", "2026-05-08T01:00:00Z", 120, { transmitterId: "a" });
  const second = stream("2026-05-08T02:00:00Z", "2026-05-18T02:00:00Z", 120, { transmitterId: "b" });

  it("is one session, whole also where it begins before and ends after the days asked for", () => {
    const [a, b, ...others] = sensorSessions([...second, ...first], asked);
    expect(others).toEqual([]);
    expect(a).toMatchObject({
      kind: "sensor",
      transmitterId: "a",
      startedAt: Date.parse("2026-04-28T00:00:00Z"),
      warmUpMinutes: 60,
      firstReadingAt: Date.parse("2026-04-28T01:00:00Z"),
      lastReadingAt: Date.parse("2026-05-08T00:55:00Z"),
      observed: 2_880,
      expected: 2_880,
      activePercent: 100,
      isNewest: false,
    });
    expect(b).toMatchObject({ lastReadingAt: Date.parse("2026-05-18T01:55:00Z"), isNewest: true });
  });

  it("stays one session over a pause, which lowers its active share by exactly the missing readings", () => {
    const paused = withGap(first, "2026-05-02T00:00:00Z", "2026-05-03T00:00:00Z");
    expect(sensorSessions(paused, asked)).toMatchObject([
      { observed: 2_592, expected: 2_880, activePercent: 90 },
    ]);
  });

  it("is left out when none of it lies in the days asked for", () => {
    const earlier = stream("2026-04-10T00:00:00Z", "2026-04-20T00:00:00Z", 120, { transmitterId: "c" });
    expect(sensorSessions([...earlier, ...first], asked).map(({ transmitterId }) => transmitterId)).toEqual([
      "a",
    ]);
  });

  it("reported by phone and receiver counts each reading once", () => {
    const twice = [...first, ...first.map((one) => ({ ...one, systemTime: one.systemTime + 20_000 }))];
    expect(sensorSessions(twice, asked)).toMatchObject([{ observed: 2_880, activePercent: 100 }]);
  });
});

describe("a transmitter that serves several sensors", () => {
  it("makes one entry, cut to the days asked for, with no start and no warm-up", () => {
    const readings = g6(stream("2026-04-01T00:00:00Z", "2026-05-20T00:00:00Z", 120, { transmitterId: "t" }));
    expect(sensorSessions(readings, asked)).toMatchObject([
      {
        kind: "transmitter",
        startedAt: null,
        warmUpMinutes: null,
        firstReadingAt: MAY.from,
        lastReadingAt: MAY.to - 5 * 60_000,
        observed: 14 * 288,
      },
    ]);
  });

  it("is not taken apart at a pause as long as a warm-up", () => {
    const readings = withGap(
      g6(stream("2026-05-01T00:00:00Z", "2026-05-10T00:00:00Z", 120, { transmitterId: "t" })),
      "2026-05-05T00:00:00Z",
      "2026-05-05T02:00:00Z",
    );
    expect(sensorSessions(readings, asked)).toHaveLength(1);
  });
});

it("readings without a transmitter are of unknown kind, and the wall clock is that of its own ends", () => {
  const readings = [
    egv("2026-05-02T10:00:00Z", 110, { offset: 120 }),
    egv("2026-05-02T10:05:00Z", 111, { offset: 60 }),
  ];
  expect(sensorSessions(readings, asked)).toMatchObject([
    {
      kind: "unknown",
      transmitterId: null,
      firstOffsetMinutes: 120,
      lastOffsetMinutes: 60,
      observed: 2,
      expected: 2,
    },
  ]);
});

it("without readings there are no sessions", () => {
  expect(sensorSessions([], asked)).toEqual([]);
});
