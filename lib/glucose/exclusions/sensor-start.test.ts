import { describe, expect, it } from "vitest";
import { HOUR_MS, SECOND_MS } from "@/lib/clock";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { egv, freshAt, stream } from "../testing/readings";
import { timelineOf } from "../timeline";
import { applyExclusions } from "./apply-exclusions";
import { sensorStartExclusions, sensorStartsOf } from "./sensor-start";

// `stream` has a transmitter start one hour before its first reading: ticks of 3,600 there.
const FIRST_READING = Date.parse("2026-03-01T12:00:00Z");
const STARTED = FIRST_READING - HOUR_MS;
const session = stream(FIRST_READING, FIRST_READING + 48 * HOUR_MS, 120, { transmitterId: "a" });
const changed = (readings: readonly Egv[], more: Partial<Egv>) =>
  readings.map((one) => ({ ...one, ...more }));
const unknownOf = (readings: readonly Egv[]) => sensorStartsOf(readings).unknownStarts;

describe("the first hours of a sensor", () => {
  it.each([
    // 12 h from the start are 11 h of readings: 132. 24 h: 23 h of readings: 276.
    [12 as const, 132],
    [24 as const, 276],
  ])("are %i hours from its start, to the second", (hours, readings) => {
    const end = STARTED + hours * HOUR_MS;
    const atTheEnd = [end - SECOND_MS, end].map((at) =>
      egv(at, 90, { transmitterId: "a", transmitterTicks: (at - STARTED) / SECOND_MS }),
    );
    const { starts } = sensorStartsOf(session);
    expect(starts).toEqual([{ transmitterId: "a", at: STARTED }]);
    const exclusions = sensorStartExclusions(starts, hours);
    const applied = applyExclusions(buildSeries(session), exclusions);
    expect(applied.readings).toBe(readings);
    expect(applied.kept.systemTime[0]).toBe(end);
    const [before, at] = atTheEnd.map((one) => applyExclusions(buildSeries([one]), exclusions).readings);
    expect([before, at]).toEqual([1, 0]);
  });

  it("are over when the loaded stretch begins later in the session", () => {
    const later = session.slice(-100);
    const { starts } = sensorStartsOf(later);
    expect(starts).toEqual([{ transmitterId: "a", at: STARTED }]);
    const series = buildSeries(later);
    expect(applyExclusions(series, sensorStartExclusions(starts, 24)).kept).toBe(series);
  });

  it("are left out as far as they were loaded when the stretch begins within them", () => {
    const { starts } = sensorStartsOf(session.slice(120));
    // 132 of the session's readings lie in the first 12 h, 120 of them were not loaded.
    const applied = applyExclusions(buildSeries(session.slice(120)), sensorStartExclusions(starts, 12));
    expect(applied.readings).toBe(12);
  });

  it("concern the new sensor only: one still worn beside it goes on speaking", () => {
    const older = stream(FIRST_READING - 48 * HOUR_MS, FIRST_READING + 6 * HOUR_MS, 100, {
      transmitterId: "old",
    });
    const both = [...older, ...session];
    const { starts } = sensorStartsOf(both);
    expect(starts.map(({ transmitterId }) => transmitterId)).toEqual(["old", "a"]);
    const { kept, excluded } = applyExclusions(buildSeries(both), sensorStartExclusions(starts, 12));
    // Each loses its own first 12 h; the older one's were over long before the newer one began.
    expect(excluded.map(({ transmitterId, readings }) => [transmitterId, readings])).toEqual([
      ["old", 132],
      ["a", 132],
    ]);
    const { readings } = timelineOf(kept, freshAt("2026-03-10T00:00:00Z"));
    const inOverlap = [...readings.value].filter(
      (_, i) =>
        (readings.systemTime[i] ?? 0) >= FIRST_READING &&
        (readings.systemTime[i] ?? 0) < FIRST_READING + 6 * HOUR_MS,
    );
    expect(inOverlap).toEqual(Array.from({ length: 72 }, () => 100));
  });
});

describe("the start of a sensor", () => {
  it.each([5, -5])(
    "is the median over its readings: two of 48 hours with the clock %i hours off move nothing",
    (hours) => {
      const off = session.map((one, i) =>
        i < 24 ? { ...one, systemTime: one.systemTime + hours * HOUR_MS } : one,
      );
      expect(sensorStartsOf(off).starts).toEqual([{ transmitterId: "a", at: STARTED }]);
    },
  );

  it("does not depend on the order of readings or on copies of them", () => {
    const again = [...session].reverse().concat(session.slice(0, 50));
    expect(sensorStartsOf(again)).toEqual(sensorStartsOf(session));
  });

  it.each(["g7", "G7", "g715day", "d1+", "one+", "ONE+"])(
    "is known for %s, sensor and transmitter in one",
    (generation) => {
      expect(sensorStartsOf(changed(session, { transmitterGeneration: generation })).starts).toHaveLength(1);
    },
  );

  it.each([
    ["g5", "transmitter-reused"],
    ["g6", "transmitter-reused"],
    ["g6+", "transmitter-reused"],
    ["g6 pro", "generation-unknown"],
    ["g6Pro", "generation-unknown"],
    ["dexcomPro", "generation-unknown"],
    ["unknown", "generation-unknown"],
    [null, "generation-unknown"],
  ])("is not guessed for %s", (transmitterGeneration, because) => {
    const readings = changed(session, { transmitterGeneration });
    expect(sensorStartsOf(readings)).toEqual({
      starts: [],
      unknownStarts: [{ transmitterId: "a", because }],
    });
  });

  it("is not guessed from a silence as long as a warm-up", () => {
    const afterSilence = stream(FIRST_READING + 50 * HOUR_MS, FIRST_READING + 60 * HOUR_MS, 120);
    const g6 = changed([...session, ...changed(afterSilence, { transmitterId: "a" })], {
      transmitterGeneration: "g6",
    });
    expect(sensorStartsOf(g6).starts).toEqual([]);
  });

  it("is unknown without a transmitter, without ticks, and where they disagree", () => {
    const bare = stream(FIRST_READING, FIRST_READING + HOUR_MS, 120);
    expect(unknownOf(bare)).toEqual([{ transmitterId: null, because: "no-id" }]);
    expect(unknownOf(changed(session, { transmitterId: "" }))).toEqual([
      { transmitterId: null, because: "no-id" },
    ]);
    for (const transmitterTicks of [0, null]) {
      expect(unknownOf(changed(session, { transmitterTicks }))).toEqual([
        { transmitterId: "a", because: "no-ticks" },
      ]);
    }
    // A counter that stands still puts the start anywhere within the 48 h.
    expect(unknownOf(changed(session, { transmitterTicks: 3_600 }))).toEqual([
      { transmitterId: "a", because: "ticks-disagree" },
    ]);
    expect(sensorStartsOf([])).toEqual({ starts: [], unknownStarts: [] });
  });

  it("is known for one sensor and unknown for another side by side", () => {
    const g6 = changed(session, { transmitterId: "b", transmitterGeneration: "g6" });
    const bare = changed(session, { transmitterId: null, transmitterTicks: null });
    expect(sensorStartsOf([...g6, ...session, ...bare])).toEqual({
      starts: [{ transmitterId: "a", at: STARTED }],
      unknownStarts: [
        { transmitterId: null, because: "no-id" },
        { transmitterId: "b", because: "transmitter-reused" },
      ],
    });
  });
});
