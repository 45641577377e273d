import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { G6_SENSOR, G7_SENSOR } from "@/lib/simulator/people/devices";
import {
  ALWAYS_WORN,
  type SensorSession,
  sessionsOf,
  spellAt,
  spellOf,
} from "@/lib/simulator/people/sensor-sessions";

const lattice = { name: "Someone", seed: 11, standardOffsetMinutes: -300 };
const START = Date.UTC(2026, 0, 1);

function sessions(kind = G7_SENSOR, habits = ALWAYS_WORN, count = 120): SensorSession[] {
  const first = spellAt(lattice, START).index;
  return Array.from({ length: count }, (_, i) =>
    sessionsOf(lattice, kind, habits, spellOf(lattice, first + i)),
  ).flat();
}

test("every instant lies in exactly one spell", () => {
  for (let at = START; at < START + 400 * DAY_MS; at += 7 * HOUR_MS) {
    const spell = spellAt(lattice, at);
    expect(at).toBeGreaterThanOrEqual(spell.from);
    expect(at).toBeLessThan(spell.to);
    expect(spellOf(lattice, spell.index + 1).from).toBe(spell.to);
  }
});

test("sensors go in while people are awake", () => {
  for (const { inserted } of sessions(G7_SENSOR, { ...ALWAYS_WORN, failures: 0 })) {
    const hour = ((inserted - 5 * HOUR_MS) % DAY_MS) / HOUR_MS;
    expect(hour).toBeGreaterThanOrEqual(12);
    expect(hour).toBeLessThan(23);
  }
});

describe.each([
  ["G7", G7_SENSOR, 30],
  ["G6", G6_SENSOR, 120],
] as const)("%s", (_, kind, warmUp) => {
  const worn = sessions(kind, { ...ALWAYS_WORN, failures: 0.3 });

  test("warms up before its first reading, and readings keep the transmitter's beat", () => {
    for (const session of worn) {
      const waited = session.firstReading - session.inserted;
      expect(waited).toBeGreaterThanOrEqual(warmUp * MINUTE_MS);
      expect(waited).toBeLessThan((warmUp + 5) * MINUTE_MS);
      expect((session.firstReading - session.transmitterStart - 130_000) % (5 * MINUTE_MS)).toBe(0);
    }
  });

  test("never outlives its session and never overlaps the next", () => {
    for (const [i, session] of worn.entries()) {
      expect(session.ends - session.inserted).toBeLessThanOrEqual(kind.sessionDaysMax * DAY_MS);
      expect(worn[i + 1]?.inserted ?? Number.POSITIVE_INFINITY).toBeGreaterThan(session.ends);
    }
  });
});

test("a G7 sensor is its own transmitter, a G6 transmitter serves nine sensors for at most 91 days", () => {
  const g7 = sessions(G7_SENSOR);
  expect(new Set(g7.map((session) => session.transmitterId)).size).toBe(g7.length);
  const g6 = sessions(G6_SENSOR, { ...ALWAYS_WORN, failures: 0 });
  const perId = Map.groupBy(g6, (session) => session.transmitterId);
  expect(Math.max(...[...perId.values()].map((group) => group.length))).toBe(9);
  for (const group of perId.values()) {
    const spans = group.map((session) => session.ends - session.transmitterStart);
    expect(Math.max(...spans)).toBeLessThan(91 * DAY_MS);
  }
});

test("transmitter ids are 64 lower-case hex digits", () => {
  for (const { transmitterId } of sessions()) expect(transmitterId).toMatch(/^[0-9a-f]{64}$/);
});

test("a sensor that fails is replaced within hours; one taken off early is not", () => {
  const spell = spellAt(lattice, START);
  const failing = sessionsOf(lattice, G7_SENSOR, { failures: 1, sparesSpells: 0, endsEarly: 0 }, spell);
  expect(failing).toHaveLength(2);
  const [first, second] = failing;
  expect((second?.inserted ?? 0) - (first?.ends ?? 0)).toBeLessThan(9 * HOUR_MS);
  expect(sessionsOf(lattice, G7_SENSOR, { failures: 0, sparesSpells: 0, endsEarly: 1 }, spell)).toHaveLength(
    1,
  );
  expect(sessionsOf(lattice, G7_SENSOR, { failures: 0, sparesSpells: 1, endsEarly: 0 }, spell)).toEqual([]);
});
