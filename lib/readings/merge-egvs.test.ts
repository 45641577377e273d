import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Egv } from "@/lib/glucose/reading";
import { mergeEgvs } from "./merge-egvs";

const at = Date.UTC(2026, 2, 1, 12);
const MIDNIGHT = Date.UTC(2026, 2, 2);

const egv = (change: Partial<Egv> = {}): Egv => ({
  systemTime: at,
  displayOffsetMinutes: -480,
  value: 120,
  status: null,
  trend: "flat",
  trendRate: 0,
  transmitterId: "9c".repeat(32),
  transmitterTicks: 5_000,
  displayDevice: "iOS",
  transmitterGeneration: "g7",
  ...change,
});
const after = (minutes: number, change: Partial<Egv> = {}) =>
  egv({ systemTime: at + minutes * 60_000, transmitterTicks: 5_000 + minutes * 60, ...change });
const receiver = { displayDevice: "receiver", displayOffsetMinutes: -465 } as const;
const bare = { transmitterId: null, transmitterTicks: null } as const;
const counts = (added: number, changed: number) => ({ added, changed, removed: 0 });

describe("storing EGVs again", () => {
  it("changes nothing when the answer is the same", () => {
    const stored = [egv(), after(5)];
    const merged = mergeEgvs(stored, stored.toReversed());
    expect(merged.egvs).toEqual(stored);
    expect(merged.counts).toEqual(counts(0, 0));
    expect(merged.touchedDays.size).toBe(0);
  });

  it("replaces a reading whose value changed upstream", () => {
    const merged = mergeEgvs([egv()], [egv({ value: 133 })]);
    expect(merged.egvs).toEqual([egv({ value: 133 })]);
    expect(merged.counts).toEqual(counts(0, 1));
  });

  it("keeps a reading that a later answer does not mention", () => {
    expect(mergeEgvs([egv(), after(5)], [after(10)]).egvs).toEqual([egv(), after(5), after(10)]);
  });

  it("stores a late reading in its place", () => {
    expect(mergeEgvs([egv(), after(10)], [after(5)]).egvs).toEqual([egv(), after(5), after(10)]);
  });
});

describe("a phone and a receiver that report the same five minutes", () => {
  it("are one reading, the phone's, whichever came first", () => {
    const copy = egv({ systemTime: at + 4_000, ...receiver });
    expect(mergeEgvs([egv()], [copy])).toMatchObject({ egvs: [egv()], counts: counts(0, 0) });
    expect(mergeEgvs([copy], [egv()])).toMatchObject({ egvs: [egv()], counts: counts(0, 1) });
    expect(mergeEgvs([], [copy, egv()])).toMatchObject({ egvs: [egv()], counts: counts(1, 0) });
  });

  it("are one also when their ticks differ by less than half the cadence, or their clocks by minutes", () => {
    const copy = egv({ systemTime: at + 7 * 60_000, transmitterTicks: 5_040, ...receiver });
    expect(mergeEgvs([egv(), after(5), after(10)], [copy]).egvs).toEqual([egv(), after(5), after(10)]);
  });

  it("are one across midnight, on the phone's day", () => {
    const phone = egv({ systemTime: MIDNIGHT + 2_000 });
    const copy = egv({ systemTime: MIDNIGHT - 3_000, ...receiver });
    const merged = mergeEgvs([copy], [phone]);
    expect(merged.egvs).toEqual([phone]);
    expect(merged.touchedDays).toEqual(new Set([MIDNIGHT, MIDNIGHT - 86_400_000]));
  });

  it("are one without ids when time and value agree", () => {
    const phone = egv({ ...bare });
    const copy = egv({ ...bare, ...receiver, systemTime: at + 45_000 });
    expect(mergeEgvs([phone], [copy]).egvs).toEqual([phone]);
    expect(mergeEgvs([phone], [{ ...copy, value: 121 }]).egvs).toHaveLength(2);
    expect(mergeEgvs([phone], [{ ...copy, systemTime: at + 61_000 }]).egvs).toHaveLength(2);
  });
});

describe("readings that must stay apart", () => {
  it("are those of two transmitters, however close", () => {
    expect(mergeEgvs([egv()], [egv({ transmitterId: "ab".repeat(32) })]).egvs).toHaveLength(2);
  });

  it("are those of one device that come closer than the cadence", () => {
    expect(mergeEgvs([egv()], [after(1)]).egvs).toHaveLength(2);
  });

  it("are those of a counter that stands still, or begins again with the next session", () => {
    const stuck = [0, 5, 10].map((minutes) => after(minutes, { transmitterTicks: 5_000 }));
    expect(mergeEgvs([], stuck).egvs).toHaveLength(3);
    expect(mergeEgvs([egv()], [egv({ systemTime: at + 10 * 86_400_000 })]).egvs).toHaveLength(2);
  });

  it("are those without ids that lie a minute apart with one value from one device", () => {
    const minutes = [0, 1, 2].map((minute) => after(minute, bare));
    expect(mergeEgvs([], minutes).egvs).toHaveLength(3);
  });
});

describe("a reading without ticks", () => {
  it("is known by its time", () => {
    expect(mergeEgvs([egv(bare)], [egv({ ...bare, value: 99 })])).toMatchObject({
      egvs: [egv({ ...bare, value: 99 })],
      counts: counts(0, 1),
    });
  });
});

describe("any answers in any order", () => {
  const streams = fc.record({
    readings: fc.uniqueArray(fc.nat({ max: 600 }), { minLength: 1, maxLength: 60 }),
    receiverLagSeconds: fc.integer({ min: -60, max: 60 }),
    cuts: fc.array(fc.nat({ max: 120 }), { maxLength: 4 }),
    shuffleSeed: fc.infiniteStream(fc.nat({ max: 1_000_000 })),
  });

  it("end in the same set: every reading once, from the phone, whatever was repeated", () => {
    fc.assert(
      fc.property(streams, ({ readings, receiverLagSeconds, cuts, shuffleSeed }) => {
        const phone = readings.map((n) => after(n * 5, { value: 80 + (n % 200) }));
        const copies = phone.map((one) => ({
          ...one,
          ...receiver,
          systemTime: one.systemTime + receiverLagSeconds * 1_000,
        }));
        const answers = [...phone, ...copies, ...phone]
          .map((one) => [shuffleSeed.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        let stored: readonly Egv[] = [];
        let from = 0;
        for (const cut of [...cuts.sort((a, b) => a - b), answers.length]) {
          stored = mergeEgvs(stored, answers.slice(from, cut)).egvs;
          from = Math.max(from, cut);
        }
        expect(stored).toEqual(phone.toSorted((a, b) => a.systemTime - b.systemTime));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
