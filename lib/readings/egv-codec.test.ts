import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOrderedAndDistinct, withoutDuplicates } from "@/lib/glucose/duplicates";
import { columnsBetween, egvsOf } from "@/lib/glucose/egv-columns";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries, seriesOfColumns } from "@/lib/glucose/series";
import { decodeEgvDays, encodeEgvs } from "./egv-codec";

const START = Date.UTC(2026, 2, 1);
const SPAN = { from: START, to: START + 2 * 86_400_000 };
const SENSORS = ["11".repeat(32), "22".repeat(32)] as const;

/** A sensor's readings every five minutes, and after ten days the next sensor's. */
function stream(count: number, changeAt = 200): Egv[] {
  return Array.from({ length: count }, (_, i) => ({
    systemTime: START + i * 300_000,
    displayOffsetMinutes: i < 100 ? -480 : -420,
    value: i % 50 === 0 ? 30 : 100 + (i % 37),
    status: i % 50 === 0 ? "low" : i % 61 === 0 ? "high" : null,
    trend: i % 7 === 0 ? null : "flat",
    trendRate: i % 5 === 0 ? null : -0.3,
    transmitterId: SENSORS[i < changeAt ? 0 : 1] ?? null,
    transmitterTicks: (i < changeAt ? 600_000 : 3_600) + i * 300,
    displayDevice: i % 90 === 0 ? "receiver" : "iOS",
    transmitterGeneration: "g7",
  }));
}

const columnsOf = (...days: Egv[][]) => columnsBetween(decodeEgvDays(days.map(encodeEgvs)), SPAN);

describe("EGVs in columns", () => {
  it("joined from several blocks say what the records said, within the span only", () => {
    const egvs = stream(600);
    const columns = columnsOf(egvs.slice(0, 288), egvs.slice(288));
    expect(egvsOf(columns)).toEqual(egvs.filter(({ systemTime }) => systemTime < SPAN.to));
  });

  it("are cut to a span wherever its readings stand", () => {
    const egvs = stream(600);
    const late = egvs.splice(590, 1);
    const disordered = [...egvs.slice(0, 100), ...late, ...egvs.slice(100)];
    const within = disordered.filter(({ systemTime }) => systemTime < SPAN.to);
    expect(within).not.toHaveLength(disordered.length);
    expect(egvsOf(columnsOf(disordered))).toEqual(within);
    expect(egvsOf(columnsBetween(columnsOf(egvs), { from: SPAN.to, to: SPAN.to + 1 }))).toEqual([]);
  });

  it("of an undisturbed stream need no objects on the way to a series, and lead to the same one", () => {
    const columns = columnsOf(stream(500));
    expect(isOrderedAndDistinct(columns)).toBe(true);
    expect(seriesOfColumns(columns)).toEqual(buildSeries(stream(500)));
  });

  it("lead to the same series whatever is lost, doubled or out of order", () => {
    const spoilt = fc.array(
      fc.record({
        at: fc.nat(249),
        kind: fc.constantFrom("double", "copy", "no ids", "empty id", "no ticks", "stuck", "move"),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spoilt, (changes) => {
        const egvs = stream(250, 120);
        for (const { at, kind } of changes) {
          const one = egvs[at % egvs.length];
          const previous = egvs[Math.max(0, (at % egvs.length) - 1)];
          if (!one || !previous) continue;
          const index = at % egvs.length;
          if (kind === "double") egvs.splice(index, 0, one);
          else if (kind === "copy")
            egvs.splice(index + 1, 0, {
              ...one,
              systemTime: one.systemTime + 7_000,
              displayDevice: "receiver",
            });
          else if (kind === "no ids") egvs[index] = { ...one, transmitterId: null, transmitterTicks: null };
          else if (kind === "empty id") egvs[index] = { ...one, transmitterId: "" };
          else if (kind === "no ticks") egvs[index] = { ...one, transmitterTicks: null };
          else if (kind === "stuck") egvs[index] = { ...one, transmitterTicks: previous.transmitterTicks };
          else egvs.reverse();
        }
        const columns = columnsOf(egvs);
        expect(seriesOfColumns(columns)).toEqual(buildSeries(egvs));
        if (isOrderedAndDistinct(columns)) expect(withoutDuplicates(egvs)).toEqual(egvs);
      }),
      { seed: 21, numRuns: 150 },
    );
  });
});
