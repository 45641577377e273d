import { describe, expect, it } from "vitest";
import { fixedClock, MINUTE_MS } from "@/lib/clock";
import { ListMemory } from "./list-memory";

const START = Date.parse("2026-03-01T00:00:00Z");
const rows = (...patients: string[]) =>
  new Map(patients.map((patient) => [patient, { version: "1", patient }]));

function memory() {
  const clock = fixedClock(START);
  return { clock, lists: new ListMemory<string>(clock) };
}

describe("the rows of lists in memory", () => {
  it("are those of the last list of just this clinic", () => {
    const { lists } = memory();
    lists.keep("north", rows("anna", "ben"));
    lists.keep("south", rows("cleo"));
    lists.keep("north", rows("ben"));
    expect(lists.find("north")).toEqual(rows("ben"));
    expect(lists.find("south")).toEqual(rows("cleo"));
    expect(lists.find("west").size).toBe(0);
  });

  it("are gone ten minutes after the list, also while others are read", () => {
    const { clock, lists } = memory();
    lists.keep("north", rows("anna"));
    clock.set(START + 10 * MINUTE_MS - 1);
    expect(lists.find("north").size).toBe(1);
    clock.set(START + 10 * MINUTE_MS);
    expect(lists.find("north").size).toBe(0);
    lists.keep("south", rows("cleo"));
    expect(lists.size).toBe(1);
  });

  it("are of twenty clinics at most; the oldest go", () => {
    const { lists } = memory();
    for (let i = 0; i < 21; i += 1) lists.keep(`clinic-${i}`, rows("anna"));
    expect(lists.size).toBe(20);
    expect(lists.find("clinic-0").size).toBe(0);
    expect(lists.find("clinic-20").size).toBe(1);
  });
});
