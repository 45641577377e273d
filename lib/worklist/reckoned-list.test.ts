import { describe, expect, it } from "vitest";
import { fixedClock, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import type { ListedPatient } from "./listed-patient";
import { type ListGround, type Reckoned, ReckonedLists } from "./reckoned-list";

const START = Date.parse("2026-03-01T00:00:00Z");
const AVAILABLE = { availableUntil: START - 3 * HOUR_MS };
const GROUND: ListGround = { days: 14, defaultTargets: "standard", dates: "2026-02-28 2026-03-01" };

/** Nobody is in them: which list it is, is all that counts here. */
const newPatients = (): readonly ListedPatient[] => [];
const newList = (): readonly Reckoned[] => [];

function lists() {
  const clock = fixedClock(START);
  return { clock, lists: new ReckonedLists(clock) };
}

const until = START + 5 * MINUTE_MS;

describe("a whole list", () => {
  it("is found again for the very same patients on the same ground", () => {
    const [{ lists: memory }, patients, list] = [lists(), newPatients(), newList()];
    memory.keep(patients, GROUND, { ...AVAILABLE, until, list });
    expect(memory.find(patients, { ...GROUND }, AVAILABLE)).toBe(list);
    expect(memory.find(newPatients(), GROUND, AVAILABLE)).toBeNull();
  });

  it.each<Partial<ListGround>>([
    { days: 7 },
    { defaultTargets: "pregnancy" },
    { dates: "2026-03-01 2026-03-01" },
  ])("is never given on another: %o", (other) => {
    const [{ lists: memory }, patients] = [lists(), newPatients()];
    memory.keep(patients, GROUND, { ...AVAILABLE, until, list: newList() });
    expect(memory.find(patients, { ...GROUND, ...other }, AVAILABLE)).toBeNull();
  });

  it("is gone with the first of its patients' keys", () => {
    const [{ clock, lists: memory }, patients, list] = [lists(), newPatients(), newList()];
    memory.keep(patients, GROUND, { ...AVAILABLE, until, list });
    clock.set(until - 1);
    expect(memory.find(patients, GROUND, AVAILABLE)).toBe(list);
    clock.set(until);
    expect(memory.find(patients, GROUND, AVAILABLE)).toBeNull();
  });

  it("is never given while it counts what is not available yet", () => {
    const [{ lists: memory }, patients] = [lists(), newPatients()];
    memory.keep(patients, GROUND, { ...AVAILABLE, until, list: newList() });
    expect(memory.find(patients, GROUND, { availableUntil: AVAILABLE.availableUntil + 1 })).not.toBeNull();
    expect(memory.find(patients, GROUND, { availableUntil: AVAILABLE.availableUntil - 1 })).toBeNull();
  });

  it("stands once for each ground, the newest for each, and for eight of them", () => {
    const [{ lists: memory }, patients] = [lists(), newPatients()];
    const grounds = Array.from({ length: 9 }, (_, i): ListGround => ({ ...GROUND, dates: `date ${i}` }));
    for (const ground of grounds) memory.keep(patients, ground, { ...AVAILABLE, until, list: newList() });
    const newest = newList();
    memory.keep(patients, { ...GROUND, dates: "date 8" }, { ...AVAILABLE, until, list: newest });
    const found = grounds.map((ground) => memory.find(patients, ground, AVAILABLE) !== null);
    expect(found).toEqual([false, ...Array.from({ length: 8 }, () => true)]);
    expect(memory.find(patients, { ...GROUND, dates: "date 8" }, AVAILABLE)).toBe(newest);
  });
});
