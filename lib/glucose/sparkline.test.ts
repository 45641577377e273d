import { describe, expect, it } from "vitest";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { daySparklines } from "./sparkline";
import { datesFrom, egv, longAfter, stream, withGap } from "./testing/readings";
import { workingsOf } from "./workings";

const of = (readings: readonly Egv[], days = 1) =>
  daySparklines(
    workingsOf({
      series: buildSeries(readings),
      period: datesFrom("2026-03-01", days),
      freshness: longAfter,
    }),
  );
const first = (readings: readonly Egv[]) => {
  const [sparkline] = of(readings);
  if (sparkline === undefined) throw new Error("A period of one date has one day");
  return sparkline;
};
const day = stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", (at) => 100 + ((at / 300_000) % 4));

describe("a day as a thumbnail", () => {
  it("keeps the lowest and the highest of every 20 minutes in the order of time", () => {
    const { lines, lengthMinutes } = first(day);
    expect(lengthMinutes).toBe(1_440);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toHaveLength(144);
    expect(lines[0]?.slice(0, 4)).toEqual([
      [0, 100],
      [15, 103],
      [20, 100],
      [35, 103],
    ]);
  });

  it("says from when on nothing is available yet, on the last day only", () => {
    const [before, last] = daySparklines(
      workingsOf({
        series: buildSeries(day),
        period: datesFrom("2026-02-28", 2),
        freshness: { ...longAfter, availableUntil: Date.parse("2026-03-01T21:00:00Z") },
      }),
    );
    expect([before?.awaitedFromMinutes, last?.awaitedFromMinutes]).toEqual([null, 1_260]);
  });

  it("draws only the dates that are named", () => {
    const workings = workingsOf({
      series: buildSeries(day),
      period: datesFrom("2026-02-28", 3),
      freshness: longAfter,
    });
    const all = daySparklines(workings);
    expect(all.map(({ date }) => date)).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
    expect(daySparklines(workings, new Set(["2026-03-01" as const]))).toEqual([all[1]]);
  });

  it("breaks where readings were left out of the figures", () => {
    const [curve] = daySparklines(
      workingsOf({
        series: buildSeries(day),
        period: datesFrom("2026-03-01", 1),
        freshness: longAfter,
        exclusions: [
          {
            kind: "by-hand",
            from: Date.parse("2026-03-01T10:00:00Z"),
            to: Date.parse("2026-03-01T12:00:00Z"),
            transmitterId: null,
            reason: "sensor-fault",
            markedBy: "owner",
          },
        ],
      }),
    );
    expect(curve?.lines).toHaveLength(2);
    const minutes = curve?.lines.flat().map(([at]) => at) ?? [];
    expect(minutes.filter((at) => at >= 600 && at < 720)).toEqual([]);
  });

  it("keeps a fall a fall", () => {
    const falling = stream(
      "2026-03-01T00:00:00Z",
      "2026-03-01T00:20:00Z",
      (at) => 200 - (at % 86_400_000) / 100_000,
    );
    expect(first(falling).lines).toEqual([
      [
        [0, 200],
        [15, 191],
      ],
    ]);
  });

  it("never loses a short low", () => {
    const { lines } = first([...day.filter((_, i) => i !== 130), egv("2026-03-01T10:50:00Z", 45)]);
    expect(lines.flat().map(([, value]) => value)).toContain(45);
  });

  it("breaks where the line breaks, also inside 20 minutes", () => {
    const { lines } = first(withGap(day, "2026-03-01T06:05:00Z", "2026-03-01T06:20:00Z"));
    expect(lines).toHaveLength(2);
    expect(lines[0]?.at(-1)?.[0]).toBe(360);
    expect(lines[1]?.[0]?.[0]).toBe(380);
  });

  it("is there for every date, without lines where there are no readings", () => {
    expect(of(day, 3).map(({ date, lines }) => [date, lines.length])).toEqual([
      ["2026-03-01", 1],
      ["2026-03-02", 0],
      ["2026-03-03", 0],
    ]);
    expect(of([])).toEqual([
      { date: "2026-03-01", lengthMinutes: 1_440, awaitedFromMinutes: null, lines: [] },
    ]);
  });

  it("is as long as the day was", () => {
    const offset = (at: number) => (at < Date.parse("2026-03-01T07:00:00Z") ? -300 : -240);
    const spring = stream("2026-02-27T00:00:00Z", "2026-03-04T00:00:00Z", 120, { offset });
    expect(of(spring, 2).map(({ lengthMinutes }) => lengthMinutes)).toEqual([1_380, 1_440]);
  });
});
