import { describe, expect, it } from "vitest";
import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { stream, withGap } from "../testing/readings";
import { applyExclusions } from "./apply-exclusions";
import { suspectedCompressionLows } from "./compression-lows";

const STEADY = [110, 110, 110, 110, 110, 110, 110, 110];
/** 40 min at 110, 20 min of pressure, 15 min back at 110. */
const PRESSED = [...STEADY, 60, 48, 45, 50, 100, 110, 110];

/** The values one after the other, every five minutes unless said. */
function trace(
  from: string,
  values: readonly number[],
  more: { everyMinutes?: number; offset?: number | ((at: Instant) => number); transmitterId?: string } = {},
): Egv[] {
  const start = Date.parse(from);
  const step = (more.everyMinutes ?? 5) * MINUTE_MS;
  return stream(start, start + values.length * step, (at) => values[(at - start) / step] ?? 0, more);
}

const spansOf = (readings: readonly Egv[], night?: { fromMinute: number; toMinute: number }) =>
  suspectedCompressionLows(buildSeries(readings), night === undefined ? {} : { night }).map(({ from, to }) =>
    [from, to].map((at) => new Date(at).toISOString().slice(11, 16)).join("–"),
  );

describe("a sudden low at night that ends as suddenly", () => {
  it("is suspected from the first reading that pressure lowered to the first one back", () => {
    // From 02:00: 02:00–02:35 at 110, low 02:40–02:55, 100 at 03:00. 80 % of 110 is 88.
    expect(suspectedCompressionLows(buildSeries(trace("2026-03-01T02:00:00Z", PRESSED)))).toEqual([
      {
        kind: "compression-low",
        from: Date.parse("2026-03-01T02:40:00Z"),
        to: Date.parse("2026-03-01T03:00:00Z"),
        transmitterId: null,
        reason: "Suspected compression low",
        markedBy: null,
      },
    ]);
    // On the way down and up at 80: below 88, so lowered too. 110 to 60 within 10 min.
    const slower = [...STEADY, 80, 60, 48, 45, 50, 80, 110];
    expect(spansOf(trace("2026-03-01T02:00:00Z", slower))).toEqual(["02:40–03:10"]);
  });

  it("keeps the reading at its end, which is back at the level before", () => {
    const series = buildSeries(trace("2026-03-01T02:00:00Z", PRESSED));
    const { kept, readings } = applyExclusions(series, suspectedCompressionLows(series));
    expect(readings).toBe(4);
    expect(Math.min(...kept.value)).toBe(100);
  });

  it("is suspected with values below the sensor's range, and with a reading missing", () => {
    const readings = trace("2026-03-01T02:00:00Z", PRESSED);
    const belowRange = readings.map((one) => (one.value === 45 ? { ...one, status: "low" as const } : one));
    expect(spansOf(belowRange)).toEqual(["02:40–03:00"]);
    expect(spansOf(withGap(readings, "2026-03-01T02:45:00Z", "2026-03-01T02:46:00Z"))).toEqual([
      "02:40–03:00",
    ]);
  });

  it("is suspected whatever the seconds of the sensor's clock", () => {
    // 5 min 2 s apart: two steps are 10 min 4 s, six are 30 min 12 s.
    const jittered = trace("2026-03-01T02:00:00Z", PRESSED).map((one, i) => ({
      ...one,
      systemTime: one.systemTime + i * 2 * SECOND_MS,
    }));
    expect(spansOf(jittered)).toHaveLength(1);
  });

  it("is seen every minute too", () => {
    const perMinute = PRESSED.flatMap((value) => Array.from({ length: 5 }, () => value));
    expect(spansOf(trace("2026-03-01T02:00:00Z", perMinute, { everyMinutes: 1 }))).toEqual(["02:40–03:00"]);
  });
});

describe("not suspected is a low", () => {
  const at = (values: readonly number[]) => spansOf(trace("2026-03-01T02:00:00Z", values));

  it("that came slowly", () => {
    // 1 mg/dL per minute, then as sudden a rise as pressure leaves behind: 10 within 10 min is not 20.
    expect(at([120, 115, 110, 105, 100, 95, 90, 85, 80, 75, 69, 65, 62, 100, 110])).toEqual([]);
  });

  it("that fell fast but for longer than pressure takes", () => {
    // 2 mg/dL per minute from 130 to 60: 20 within 10 min, but half an hour before it was at 120, far from 80.
    expect(at([130, 120, 110, 100, 90, 80, 70, 60, 55, 80, 90])).toEqual([]);
  });

  it("that does not end, ends slowly, or ends elsewhere", () => {
    expect(at([...STEADY, 60, 48, 45, 50])).toEqual([]);
    // 10 within any 15 min.
    expect(at([...STEADY, 60, 50, 60, 62, 65, 68, 70, 72, 75, 78])).toEqual([]);
    // 85 is below 80 % of 110, 140 above 120 %.
    expect(at([...STEADY, 60, 48, 45, 50, 80, 84, 85])).toEqual([]);
    expect(at([...STEADY, 60, 48, 45, 50, 100, 120, 140])).toEqual([]);
    expect(at([...STEADY, 60, 48, 45, 50, 88])).toEqual(["02:40–03:00"]);
    expect(at([...STEADY, 60, 48, 45, 50, 100, 120, 132])).toEqual(["02:40–03:00"]);
  });

  it("of more than an hour", () => {
    const low = (readings: number) => Array.from({ length: readings }, () => 50);
    // Back at 70 or above after as many steps of 5 min as there are low readings.
    expect(at([...STEADY, ...low(12), 100, 110])).toEqual(["02:40–03:40"]);
    expect(at([...STEADY, ...low(13), 100, 110])).toEqual([]);
  });

  it("that is shallow: 70 is not low, and 19 mg/dL are no fall", () => {
    expect(at([...STEADY, 70, 70, 70, 110, 110])).toEqual([]);
    const at80 = [80, 80, 80, 80, 80, 80, 80];
    expect(at([...at80, 61, 61, 80, 80])).toEqual([]);
    expect(at([...at80, 60, 60, 80, 80])).toEqual(["02:35–02:45"]);
  });

  it("in the half hour after another, or after anything but a steady level", () => {
    expect(at([...PRESSED, 60, 48, 100, 110])).toEqual(["02:40–03:00"]);
    expect(at([150, 150, 110, 110, 110, 110, 110, 60, 48, 100, 110])).toEqual([]);
  });
});

describe("what was not seen is not assumed", () => {
  const readings = trace("2026-03-01T02:00:00Z", PRESSED);
  const without = (from: string, to: string) =>
    spansOf(withGap(readings, `2026-03-01T${from}:00Z`, `2026-03-01T${to}:00Z`));

  it("a gap before, within or after the low leaves it a low", () => {
    expect(without("02:20", "02:30")).toEqual([]);
    expect(without("02:45", "02:55")).toEqual([]);
    expect(without("03:00", "03:10")).toEqual([]);
    // Two steps of 10 min are none.
    expect(without("02:20", "02:25")).toEqual(["02:40–03:00"]);
  });

  it("less than half an hour before it is too little", () => {
    expect(spansOf(readings.slice(2))).toEqual(["02:40–03:00"]);
    expect(spansOf(readings.slice(3))).toEqual([]);
    expect(spansOf([])).toEqual([]);
    expect(spansOf(readings.slice(8))).toEqual([]);
  });

  it("a sensor that reports every 15 min cannot tell", () => {
    expect(spansOf(trace("2026-03-01T00:00:00Z", PRESSED, { everyMinutes: 15 }))).toEqual([]);
  });
});

describe("the night", () => {
  it("is the person's own, and by day nothing is suspected", () => {
    expect(spansOf(trace("2026-03-01T14:00:00Z", PRESSED))).toEqual([]);
    // 02:40 UTC is 21:40 at −05:00; 07:40 UTC is 02:40 there.
    expect(spansOf(trace("2026-03-01T02:00:00Z", PRESSED, { offset: -300 }))).toEqual([]);
    expect(spansOf(trace("2026-03-01T07:00:00Z", PRESSED, { offset: -300 }))).toEqual(["07:40–08:00"]);
    expect(spansOf(trace("2026-03-01T14:00:00Z", PRESSED), { fromMinute: 840, toMinute: 900 })).toEqual([
      "14:40–15:00",
    ]);
  });

  it("holds a low whose first reading lies in it: 00:00 does, 06:00 does not", () => {
    expect(spansOf(trace("2026-03-01T23:20:00Z", PRESSED))).toEqual(["00:00–00:20"]);
    expect(spansOf(trace("2026-03-01T23:15:00Z", PRESSED))).toEqual([]);
    expect(spansOf(trace("2026-03-01T05:15:00Z", PRESSED))).toEqual(["05:55–06:15"]);
    expect(spansOf(trace("2026-03-01T05:20:00Z", PRESSED))).toEqual([]);
  });

  it("may run across midnight, and so may a low", () => {
    const late = { fromMinute: 22 * 60, toMinute: 7 * 60 };
    expect(spansOf(trace("2026-03-01T23:10:00Z", PRESSED), late)).toEqual(["23:50–00:10"]);
    expect(spansOf(trace("2026-03-01T02:00:00Z", PRESSED), late)).toEqual(["02:40–03:00"]);
    expect(spansOf(trace("2026-03-01T14:00:00Z", PRESSED), late)).toEqual([]);
  });

  it("of 25 hours' day has the repeated hour twice, and minutes are real ones", () => {
    // In Berlin the clock went from 03:00 back to 02:00 at 01:00 UTC.
    const berlin = (time: Instant) => (time < Date.parse("2026-10-25T01:00:00Z") ? 120 : 60);
    const over = trace("2026-10-25T00:10:00Z", PRESSED, { offset: berlin });
    expect(spansOf(over)).toEqual(["00:50–01:10"]);
    // 80 min of low, of which the wall clock shows 20.
    const long = [...STEADY, ...Array.from({ length: 16 }, () => 50), 100, 110];
    expect(spansOf(trace("2026-10-25T00:00:00Z", long, { offset: berlin }))).toEqual([]);
  });
});

describe("two sensors side by side", () => {
  it("are looked at one by one: their difference is no fall", () => {
    const one = trace("2026-03-01T02:00:00Z", [...STEADY, ...STEADY, ...STEADY], { transmitterId: "one" });
    const other = trace("2026-03-01T02:45:00Z", [60, 60, 60, 60, 60], { transmitterId: "other" });
    expect(spansOf([...one, ...other])).toEqual([]);
  });

  it("only the pressed one is left out", () => {
    const pressed = trace("2026-03-01T02:00:00Z", PRESSED, { transmitterId: "pressed" });
    const free = trace("2026-03-01T02:02:00Z", [...STEADY, ...STEADY], { transmitterId: "free" });
    const series = buildSeries([...pressed, ...free]);
    const found = suspectedCompressionLows(series);
    expect(found.map(({ transmitterId }) => transmitterId)).toEqual(["pressed"]);
    expect(applyExclusions(series, found).readings).toBe(4);
  });
});
