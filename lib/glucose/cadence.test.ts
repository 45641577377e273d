import { describe, expect, it } from "vitest";
import { cadenceMinutes, StepCounts } from "./cadence";
import { buildSeries } from "./series";
import { egv, stream, withGap } from "./testing/readings";

const from = "2026-03-01T00:00:00Z";
const to = "2026-03-02T00:00:00Z";

function commonest(stepsMs: readonly number[], stepsMin: number): number | null {
  const steps = new StepCounts();
  for (const step of stepsMs) steps.add(step);
  return steps.commonestMinutes(stepsMin);
}

describe("the cadence", () => {
  it.each([1, 5, 15])("of %i minutes is read from the stream", (everyMinutes) => {
    expect(cadenceMinutes(buildSeries(stream(from, to, (at) => at % 97, { everyMinutes })))).toBe(
      everyMinutes,
    );
  });

  it("is not fooled by gaps, single losses or jitter", () => {
    const jittered = withGap(stream(from, to, 120), "2026-03-01T02:00:00Z", "2026-03-01T11:00:00Z")
      .filter((_, i) => i % 4 !== 3)
      .map((reading, i) => ({ ...reading, systemTime: reading.systemTime + (i % 5) * 7_000 }));
    expect(cadenceMinutes(buildSeries(jittered))).toBe(5);
  });

  it("is that of the scheduled readings where scans stand between them", () => {
    const scheduled = stream(from, to, 120, { everyMinutes: 15 });
    const scans = scheduled
      .slice(0, 40)
      .map(({ systemTime }, i) => egv(systemTime + ((i % 9) + 4) * 60_000, 130));
    expect(cadenceMinutes(buildSeries([...scheduled, ...scans]))).toBe(15);
  });

  it("looks at each sensor alone: two that overlap do not make one that speaks twice as often", () => {
    const first = stream(from, to, 120, { transmitterId: "a" });
    const second = stream("2026-03-01T00:02:00Z", to, 125, { transmitterId: "b" });
    expect(cadenceMinutes(buildSeries([...first, ...second]))).toBe(5);
  });

  it("is five minutes where one reading cannot tell, and null without readings", () => {
    expect(cadenceMinutes(buildSeries([egv(from, 100)]))).toBe(5);
    expect(cadenceMinutes(buildSeries([egv(from, 100), egv(to, 100)]))).toBe(5);
    expect(cadenceMinutes(buildSeries([]))).toBeNull();
  });

  it("leaves out second copies a few seconds apart", () => {
    const steps = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 40_000 : 260_000));
    expect(commonest(steps, 12)).toBe(4);
    expect(commonest([60_000, 60_000, 60_000, 60_000, 300_000], 1)).toBe(1);
  });

  it("is not guessed from fewer steps than asked for", () => {
    expect(commonest([300_000, 300_000], 3)).toBeNull();
  });
});
