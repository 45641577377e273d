import { describe, expect, it } from "vitest";
import { fixedClock, MINUTE_MS } from "@/lib/clock";
import { ListMemory } from "./list-memory";

const START = Date.parse("2026-03-01T00:00:00Z");

function memory() {
  const clock = fixedClock(START);
  return { clock, lists: new ListMemory<readonly string[]>(clock) };
}

describe("the lists in memory", () => {
  it("are the last one of just this clinic", () => {
    const { lists } = memory();
    lists.keep("north", ["anna", "ben"]);
    lists.keep("south", ["cleo"]);
    lists.keep("north", ["ben"]);
    expect(lists.find("north")).toEqual(["ben"]);
    expect(lists.find("south")).toEqual(["cleo"]);
    expect(lists.find("west")).toBeNull();
  });

  it("are gone ten minutes after they were read, also while others are", () => {
    const { clock, lists } = memory();
    lists.keep("north", ["anna"]);
    clock.set(START + 10 * MINUTE_MS - 1);
    expect(lists.find("north")).not.toBeNull();
    clock.set(START + 10 * MINUTE_MS);
    expect(lists.find("north")).toBeNull();
    lists.keep("south", ["cleo"]);
    expect(lists.size).toBe(1);
  });

  it("are of twenty clinics at most; the oldest go", () => {
    const { lists } = memory();
    for (let i = 0; i < 21; i += 1) lists.keep(`clinic-${i}`, ["anna"]);
    expect(lists.size).toBe(20);
    expect(lists.find("clinic-0")).toBeNull();
    expect(lists.find("clinic-20")).not.toBeNull();
  });
});
