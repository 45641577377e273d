import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { distributionOf } from "../distribution";
import { mean } from "../metrics/mean";
import { median } from "../metrics/quantile";
import { buildSeries } from "../series";
import { stream } from "../testing/readings";
import { applyExclusions } from "./apply-exclusions";
import type { Exclusion } from "./exclusion";

const START = Date.parse("2026-03-01T00:00:00Z");
const day = buildSeries(stream(START, "2026-03-02T00:00:00Z", 120));

function span(from: string, to: string, more: Partial<Exclusion> = {}): Exclusion {
  const at = (time: string) => Date.parse(`2026-03-01T${time}:00Z`);
  return {
    kind: "by-hand",
    from: at(from),
    to: at(to),
    transmitterId: null,
    reason: "the sensor was loose",
    markedBy: "person-1",
    ...more,
  };
}

const timesOf = ({ systemTime }: { systemTime: Float64Array }) =>
  [...systemTime].map((at) => new Date(at).toISOString().slice(11, 16));

describe("exclusions", () => {
  it("leave out the reading at their start and keep the one at their end", () => {
    const { kept, readings } = applyExclusions(day, [span("06:00", "06:10")]);
    expect(readings).toBe(2);
    expect(timesOf(kept)).not.toContain("06:00");
    expect(timesOf(kept)).not.toContain("06:05");
    expect(timesOf(kept)).toContain("05:55");
    expect(timesOf(kept)).toContain("06:10");
  });

  it("count a reading in two of them once, for the first by time", () => {
    // 06:00–07:00 holds 12 readings, 06:30–08:00 holds 18, of which 6 are out already; 06:45–06:50 has nothing left.
    const later = span("06:30", "08:00", { kind: "sensor-start", markedBy: null });
    const within = span("06:45", "06:50");
    const { excluded, readings } = applyExclusions(day, [within, later, span("06:00", "07:00")]);
    expect(excluded).toEqual([
      { ...span("06:00", "07:00"), readings: 12 },
      { ...later, readings: 12 },
    ]);
    expect(readings).toBe(24);
  });

  it("of the very same span share it the same way in either order", () => {
    const byHand = span("06:00", "07:00");
    const byRule = span("06:00", "07:00", { kind: "compression-low", markedBy: null });
    const { excluded } = applyExclusions(day, [byHand, byRule]);
    expect(excluded).toHaveLength(1);
    expect(applyExclusions(day, [byRule, byHand]).excluded).toEqual(excluded);
  });

  it("that meet no reading, are empty or are reversed leave the very same series and are not listed", () => {
    const idle = [
      span("06:01", "06:04"),
      span("07:00", "07:00"),
      span("09:00", "08:00"),
      span("00:00", "23:59", { transmitterId: "never worn" }),
      { ...span("06:00", "07:00"), from: Number.NaN },
    ];
    expect(applyExclusions(day, idle)).toEqual({ kept: day, excluded: [], readings: 0 });
    expect(applyExclusions(day, idle).kept).toBe(day);
    expect(applyExclusions(day, []).kept).toBe(day);
    const nothing = buildSeries([]);
    expect(applyExclusions(nothing, [span("06:00", "07:00")]).kept).toBe(nothing);
  });

  it("of one sensor leave the readings of another alone", () => {
    const older = stream(START, START + 6 * HOUR_MS, 100, { transmitterId: "older" });
    const newer = stream(START + 2 * MINUTE_MS, START + 6 * HOUR_MS, 200, { transmitterId: "newer" });
    const { kept, readings } = applyExclusions(buildSeries([...older, ...newer]), [
      span("01:00", "02:00", { transmitterId: "newer" }),
    ]);
    expect(readings).toBe(12);
    expect([...kept.value].filter((value) => value === 100)).toHaveLength(older.length);
  });

  it("may cover everything and reach beyond it", () => {
    const { kept, readings } = applyExclusions(day, [
      span("00:00", "00:00", { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }),
    ]);
    expect(kept.length).toBe(0);
    expect(readings).toBe(288);
  });
});

describe("figures", () => {
  const uneven = buildSeries(stream(START, START + 24 * HOUR_MS, (at) => 100 + ((at / MINUTE_MS) % 70)));
  const figures = (exclusions: readonly Exclusion[]) => {
    const distribution = distributionOf(applyExclusions(uneven, exclusions).kept.value);
    return { mean: mean(distribution), median: median(distribution), readings: distribution.total };
  };

  it("change with an exclusion and are the very same again without it", () => {
    const before = figures([]);
    const without = figures([span("06:00", "07:00")]);
    expect(without.readings).toBe(before.readings - 12);
    expect(without.mean).not.toBe(before.mean);
    expect(figures([])).toEqual(before);
  });
});

describe("whatever the exclusions", () => {
  const sensors = buildSeries([
    ...stream(START, START + 10 * HOUR_MS, (at) => 80 + ((at / MINUTE_MS) % 90), { transmitterId: "older" }),
    ...stream(START + 5.03 * HOUR_MS, START + 16 * HOUR_MS, 150, { transmitterId: "newer" }),
  ]);
  const exclusions = fc.array(
    fc
      .record({
        from: fc.integer({ min: -60, max: 1_000 }),
        minutes: fc.integer({ min: -10, max: 300 }),
        kind: fc.constantFrom("sensor-start", "compression-low", "by-hand"),
        transmitterId: fc.constantFrom(null, "older", "newer", "never worn"),
        reason: fc.constantFrom("first", "second"),
      })
      .map(
        ({ from, minutes, ...more }): Exclusion => ({
          ...more,
          from: START + from * MINUTE_MS,
          to: START + (from + minutes) * MINUTE_MS,
          markedBy: null,
        }),
      ),
    { maxLength: 12 },
  );
  const seeded = { seed: 11, numRuns: 200 };
  const isOut = (all: readonly Exclusion[], at: number, transmitterId: string | null | undefined) =>
    all.some(
      (one) =>
        at >= one.from && at < one.to && (one.transmitterId === null || one.transmitterId === transmitterId),
    );

  it("kept and excluded make up all readings, and only what lies outside every one is kept", () => {
    fc.assert(
      fc.property(exclusions, (all) => {
        const { kept, excluded, readings } = applyExclusions(sensors, all);
        expect(kept.length + readings).toBe(sensors.length);
        expect(excluded.reduce((sum, one) => sum + one.readings, 0)).toBe(readings);
        const expected = [...sensors.systemTime].filter(
          (at, i) => !isOut(all, at, sensors.transmitters[sensors.transmitter[i] ?? 0]),
        );
        expect([...kept.systemTime]).toEqual(expected);
      }),
      seeded,
    );
  });

  it("their order changes nothing, giving them twice changes nothing, and applying them again changes nothing", () => {
    const shuffled = exclusions.chain((all) =>
      fc
        .shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
        .map((other) => ({ all, other })),
    );
    fc.assert(
      fc.property(shuffled, ({ all, other }) => {
        const applied = applyExclusions(sensors, all);
        expect(applyExclusions(sensors, other)).toEqual(applied);
        expect(applyExclusions(sensors, [...all, ...other])).toEqual(applied);
        const again = applyExclusions(applied.kept, all);
        expect(again.kept).toBe(applied.kept);
        expect(again.excluded).toEqual([]);
      }),
      seeded,
    );
  });
});
