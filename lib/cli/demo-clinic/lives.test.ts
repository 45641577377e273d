import { describe, expect, it } from "vitest";
import { changedAt, endedAt } from "@/lib/cli/demo-clinic/lives";
import { DAY_MS } from "@/lib/clock";
import { ordinaryPerson } from "@/lib/simulator/people/ordinary-person";
import { simulatedPerson } from "@/lib/simulator/people/simulated-person";

const AT = Date.UTC(2026, 9, 1, 8);
const living = (settlesAt: number) =>
  simulatedPerson(ordinaryPerson({ name: "One", story: "", body: { settlesAt } }));
const [calm, high] = [living(120), living(220)];
const KINDS = ["egvs", "events", "calibrations", "alerts"] as const;

describe("a life that changed", () => {
  const changed = changedAt(AT, calm, high);

  it.each(KINDS)(
    "has the %s of the one life before that moment and of the other since, each once",
    (kind) => {
      const [from, to] = [AT - 4 * DAY_MS, AT + 4 * DAY_MS];
      expect(changed[kind](from, to)).toEqual([...calm[kind](from, AT), ...high[kind](AT, to)]);
      expect(changed[kind](from, AT)).toEqual(calm[kind](from, AT));
      expect(changed[kind](AT, to)).toEqual(high[kind](AT, to));
      expect(changed.egvs(from, to).length).toBeGreaterThan(2_000);
    },
  );
});

describe("a life without a sensor since a moment", () => {
  const ended = endedAt(AT, calm);

  it.each(KINDS)("has its %s up to that moment and none since", (kind) => {
    expect(ended[kind](AT - 4 * DAY_MS, AT + 4 * DAY_MS)).toEqual(calm[kind](AT - 4 * DAY_MS, AT));
    expect(ended[kind](AT, AT + DAY_MS)).toEqual([]);
    expect(ended.historyEnd).toBe(AT);
    expect(ended.egvs(AT - 4 * DAY_MS, AT).length).toBeGreaterThan(900);
  });
});
