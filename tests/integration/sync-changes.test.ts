import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { dataReach, syncLog } from "@/lib/connections/data";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import type { Person } from "@/tests/integration/records-support";
import {
  createSyncWorld,
  expectSameRecords,
  type SyncWorld,
  storedOf,
  truthOf,
} from "@/tests/integration/sync-support";

const NOW = Date.UTC(2026, 8, 1, 14, 7, 31);
const START = NOW - 50 * DAY_MS;

const NAMES = ["late", "lump", "edits", "egvs", "older", "far", "reordered", "ahead", "back"];

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld({
    people: NAMES.map((name) => fakePerson({ name, historyStart: START })),
    now: NOW,
    quirks: { reordered: { order: "shuffled" } },
  });
});

afterAll(() => world.close());

async function expectTruth(name: string, person: Person): Promise<void> {
  const from = START - DAY_MS;
  expectSameRecords(await storedOf(world.db, person.access, from), truthOf(world, name, from));
}

function later(ms: number): void {
  world.clock.set(world.clock.now() + ms);
}

async function importOf(name: string): Promise<Person> {
  const person = await world.connect(name);
  expect(await world.sync(person)).toBe("complete");
  return person;
}

const control = () => world.simulator.control;

describe("what changes upstream after an import", () => {
  it("is not called a first import for somebody whose history is here already", async () => {
    const person = await importOf("back");
    await world.sync(person, {}, "first");
    await world.sync(person, {}, "manual");
    const runs = await syncLog(person.access, { db: world.db });
    expect(runs.map(({ trigger }) => trigger).toSorted()).toEqual(["first", "manual", "scheduled"]);
  });

  it("arrives with the next run: new readings and a phone's late ones", async () => {
    const held = control().uploadLate("late", {
      kinds: ["egvs", "events", "calibrations", "alerts"],
      from: NOW - 30 * HOUR_MS,
      to: NOW - 4 * HOUR_MS,
    });
    const person = await importOf("late");
    await expectTruth("late", person);
    control().releaseLateUpload("late", held);
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth("late", person);
  });

  it("arrives although its timestamps lie weeks before the last run, as a receiver's upload does", async () => {
    const held = control().uploadLate("lump", {
      kinds: ["egvs", "events", "calibrations", "alerts"],
      from: NOW - 40 * DAY_MS,
      to: NOW - 20 * DAY_MS,
    });
    const person = await importOf("lump");
    later(HOUR_MS);
    control().releaseLateUpload("lump", held);
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth("lump", person);
  });

  it("is added at the old end when history appears there", async () => {
    const held = control().uploadLate("older", { kinds: ["egvs"], from: START, to: NOW - 25 * DAY_MS });
    const person = await importOf("older");
    later(HOUR_MS);
    control().releaseLateUpload("older", held);
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth("older", person);
  });

  it("follows events that are added, edited, moved to another day and deleted, long ago too", async () => {
    const person = await importOf("edits");
    const [first, second, third] = truthOf(world, "edits", NOW - 2 * DAY_MS).events;
    const old = truthOf(world, "edits", NOW - 30 * DAY_MS).events[0];
    if (!first || !second || !third || !old) throw new Error("the person has events");
    control().updateEvent("edits", String(first.recordId), { value: "A short walk" });
    control().deleteEvent("edits", String(second.recordId));
    control().deleteEvent("edits", String(old.recordId));
    control().updateEvent("edits", String(third.recordId), {
      systemTime: new Date(third.systemTime - DAY_MS).toISOString(),
    });
    control().addEvent("edits", {
      systemTime: new Date(NOW - 9 * HOUR_MS).toISOString(),
      eventType: "carbs",
      value: 12,
      unit: "grams",
    });
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth("edits", person);
    const [run] = await syncLog(person.access, { db: world.db });
    expect(run).toMatchObject({ outcome: "complete", changed: 2, removed: 2 });
  });

  it("replaces a changed reading and keeps one that is merely absent", async () => {
    const person = await importOf("egvs");
    const before = truthOf(world, "egvs", NOW - DAY_MS).egvs;
    const [changed, absent] = [before[10], before[20]];
    if (!changed || !absent) throw new Error("the person has readings");
    control().changeEgv("egvs", { systemTime: new Date(changed.systemTime).toISOString(), value: 401 });
    control().hide("egvs", {
      kinds: ["egvs"],
      from: absent.systemTime,
      to: absent.systemTime + SECOND_MS,
    });
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    const { egvs } = await storedOf(world.db, person.access, NOW - DAY_MS);
    const at = (systemTime: number) => egvs.find((egv) => egv.systemTime === systemTime);
    expect(at(changed.systemTime)).toMatchObject({ value: 401, status: "high" });
    expect(at(absent.systemTime)).toMatchObject({ value: absent.value });
  });

  it("is found by the weekly deep check even when nothing announced it", async () => {
    const hidden = control().hide("far", {
      kinds: ["egvs", "events", "calibrations", "alerts"],
      from: NOW - 15 * DAY_MS,
      to: NOW - 12 * DAY_MS,
    });
    const person = await importOf("far");
    control().show("far", hidden);
    later(HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    const from = NOW - 15 * DAY_MS;
    expect((await storedOf(world.db, person.access, from)).egvs).not.toEqual(
      truthOf(world, "far", from).egvs,
    );
    for (let days = 0; days < 7; days += 1) {
      later(DAY_MS);
      expect(await world.sync(person)).toBe("complete");
    }
    await expectTruth("far", person);
  });
});

describe("the delay", () => {
  it("holds even when the upstream sends newer data, and the withheld ones come when they are old enough", async () => {
    const person = await importOf("ahead");
    const until = world.clock.now() - 180 * MINUTE_MS;
    const reach = await dataReach(person.access, { db: world.db });
    expect(reach.dataThrough).toBeLessThanOrEqual(until);
    const { egvs } = await storedOf(world.db, person.access, until - DAY_MS);
    expect(egvs.at(-1)?.systemTime).toBeLessThanOrEqual(until);
    later(3 * HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth("ahead", person);
  });

  it("does not depend on the order of an answer", async () => {
    await expectTruth("reordered", await importOf("reordered"));
  });
});
