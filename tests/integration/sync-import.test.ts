import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { connectionView, dataReach } from "@/lib/connections/data";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { defaultCast } from "@/lib/simulator/people/cast";
import {
  createSyncWorld,
  expectSameRecords,
  type SyncWorld,
  storedOf,
  truthOf,
} from "@/tests/integration/sync-support";

const NOW = Date.UTC(2026, 8, 1, 14, 7, 31);
const START = NOW - 50 * DAY_MS;

let world: SyncWorld;

beforeAll(async () => {
  const people = defaultCast({ endsAt: NOW }).map((person) => ({
    ...person,
    historyStart: Math.max(person.historyStart, START),
  }));
  world = await createSyncWorld({
    people: [...people, fakePerson({ name: "Regular", historyStart: START })],
    now: NOW,
  });
});

afterAll(() => world.close());

describe("a first import", () => {
  it.each(["Regular", "User7", "User6", "User8", "User4"])(
    "of %s is the upstream's truth, record by record",
    async (name) => {
      const person = await world.connect(name);
      expect(await world.sync(person)).toBe("complete");
      const truth = truthOf(world, name, START - DAY_MS);
      const stored = await storedOf(world.db, person.access, START - DAY_MS);
      expectSameRecords(stored, truth);
      const reach = await dataReach(person.access, { db: world.db });
      expect(reach.checkedThrough).toBe(NOW - 3 * HOUR_MS);
      expect(reach.dataThrough).toBe(truth.egvs.at(-1)?.systemTime);
      const view = await connectionView(person.access, { db: world.db, clock: world.clock });
      expect(view).toMatchObject({
        status: "active",
        lastOutcome: "complete",
        progress: null,
        syncing: false,
      });
    },
  );
});
