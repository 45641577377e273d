import { createSecretKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/lib/clock";
import { parseLocalDate } from "@/lib/glucose/local-time";
import type { Standing } from "./standing";
import { type StandingByPeriod, type StandingGround, StandingMemory } from "./standing-memory";

const COUNTED = Date.parse("2026-03-01T00:00:00Z");
const LATER = { availableUntil: COUNTED + HOUR_MS };

const newKey = () => ({ id: "anna", key: createSecretKey(Buffer.alloc(32, 1)) });

function dateOf(text: string) {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}

const GROUND: StandingGround = {
  revision: 3,
  format: 1,
  targets: "standard",
  connection: "active",
  displayOffsetMinutes: 60,
  today: dateOf("2026-03-01"),
  sharedFrom: null,
};

const NOTHING: Standing = {
  patientId: "anna",
  flags: [],
  inRange: null,
  change: null,
  mean: null,
  gmi: null,
  cv: null,
  activePercent: null,
  lowEpisodes: null,
  dataThrough: null,
};

const standings = (inRange: number): StandingByPeriod => ({
  1: { ...NOTHING, inRange },
  7: { ...NOTHING, inRange },
  14: { ...NOTHING, inRange },
  30: { ...NOTHING, inRange },
});

const kept = (inRange: number) => ({ countedThrough: COUNTED, standings: standings(inRange) });

describe("what a list reckoned", () => {
  it("is found again on the very ground that it stands on", () => {
    const [memory, key] = [new StandingMemory(), newKey()];
    memory.keep(key, GROUND, kept(70));
    expect(memory.find(key, { ...GROUND }, LATER)).toEqual(standings(70));
  });

  it.each<Partial<StandingGround>>([
    { revision: 4 },
    { format: 2 },
    { targets: "pregnancy" },
    { connection: "broken" },
    { displayOffsetMinutes: 0 },
    { today: dateOf("2026-03-02") },
    { sharedFrom: dateOf("2026-02-01") },
  ])("is never given on another: %o", (other) => {
    const [memory, key] = [new StandingMemory(), newKey()];
    memory.keep(key, GROUND, kept(70));
    expect(memory.find(key, { ...GROUND, ...other }, LATER)).toBeNull();
  });

  it("needs the key that opened it: the same bytes unwrapped anew know nothing", () => {
    const memory = new StandingMemory();
    memory.keep(newKey(), GROUND, kept(70));
    expect(memory.find(newKey(), GROUND, LATER)).toBeNull();
  });

  it("is never given while it counts what is not available yet", () => {
    const [memory, key] = [new StandingMemory(), newKey()];
    memory.keep(key, GROUND, kept(70));
    expect(memory.find(key, GROUND, { availableUntil: COUNTED })).not.toBeNull();
    expect(memory.find(key, GROUND, { availableUntil: COUNTED - 1 })).toBeNull();
  });

  it("stands once for each ground, the newest for each, and for four of them", () => {
    const [memory, key] = [new StandingMemory(), newKey()];
    for (const revision of [1, 2, 3, 4, 5, 5]) memory.keep(key, { ...GROUND, revision }, kept(revision));
    memory.keep(key, { ...GROUND, revision: 5 }, kept(55));
    const found = [1, 2, 3, 4, 5].map(
      (revision) => memory.find(key, { ...GROUND, revision }, LATER)?.[7].inRange ?? null,
    );
    expect(found).toEqual([null, 2, 3, 4, 55]);
  });
});
