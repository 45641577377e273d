import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { connectionView, dataReach, syncLog } from "@/lib/connections/data";
import { unseal } from "@/lib/crypto/seal";
import { inPatientTransaction } from "@/lib/db/context";
import { patientKey } from "@/lib/patients/keys";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import type { FaultInput } from "@/lib/simulator/faults";
import { quarantineContext } from "@/lib/sync/mutations-quarantine";
import { REFUSAL_WAITS_MS } from "@/lib/sync/outcome";
import type { Person } from "@/tests/integration/records-support";
import {
  createSyncWorld,
  expectSameRecords,
  type SyncWorld,
  storedOf,
  truthOf,
} from "@/tests/integration/sync-support";

const NOW = Date.UTC(2026, 8, 1, 14, 7, 31);
const START = NOW - 24 * DAY_MS;

let world: SyncWorld;
let names = 0;

beforeAll(async () => {
  const people = Array.from({ length: 24 }, (_, index) =>
    fakePerson({ name: `Person${index}`, historyStart: START }),
  );
  world = await createSyncWorld({ people, now: NOW });
});

beforeEach(() => {
  world.simulator.control.clearFaults();
  world.clock.set(NOW);
});

afterAll(() => world.close());

const control = () => world.simulator.control;
const view = (person: Person) => connectionView(person.access, { db: world.db, clock: world.clock });

async function newcomer(): Promise<{ name: string; person: Person }> {
  const name = `Person${names++}`;
  return { name, person: await world.connect(name) };
}

async function expectTruth(name: string, person: Person): Promise<void> {
  expectSameRecords(await storedOf(world.db, person.access, START), truthOf(world, name, START));
}

describe("a bad record", () => {
  it("is put aside sealed and counted once, and every good record of its window is kept", async () => {
    const { name, person } = await newcomer();
    control().addFault({
      kind: "malformedRecord",
      how: "wrongTypes",
      row: 3,
      endpoints: ["egvs"],
      person: name,
    });
    expect(await world.sync(person)).toBe("complete");
    const truth = truthOf(world, name, START).egvs;
    const stored = (await storedOf(world.db, person.access, START)).egvs;
    const kept = new Set(stored.map(({ systemTime }) => systemTime));
    const missing = truth.filter(({ systemTime }) => !kept.has(systemTime));
    const rows = await quarantineOf(person);
    expect(missing.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(missing.length);
    expect(stored).toEqual(truth.filter(({ systemTime }) => kept.has(systemTime)));
    for (const row of rows) {
      expect(row.raw).toContain("systemTime");
      expect(row.reason).not.toMatch(/\d{2,}/);
    }
    const [first] = await syncLog(person.access, { db: world.db });
    expect(first).toMatchObject({ quarantined: missing.length });

    // The same bad records come again with the overlap: still on record once. Then the upstream mends them.
    world.clock.set(NOW + HOUR_MS);
    await world.sync(person);
    const again = await quarantineOf(person);
    expect(new Set(again.map(({ raw }) => raw)).size).toBe(again.length);
  });

  it("does not move the cursor when nearly all of an answer is unreadable", async () => {
    const { name, person } = await newcomer();
    control().setQuirks(name, { nullValues: true, missingStatus: true });
    expect(await world.sync(person)).toBe("upstream-malformed");
    expect((await storedOf(world.db, person.access, START)).egvs).toEqual([]);
    expect(await quarantineOf(person)).toEqual([]);
    control().clearQuirks(name);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth(name, person);
  });
});

async function quarantineOf(person: Person): Promise<{ raw: string; reason: string }[]> {
  return inPatientTransaction(
    person.access,
    async (tx) => {
      const { key } = await patientKey(tx, person.patientId);
      const rows = await tx.quarantinedRecord.findMany({ where: { patientId: person.patientId } });
      return rows.map(({ connectionId, kind, fingerprint, sealed, reason }) => ({
        reason,
        raw: Buffer.from(unseal(sealed, key, quarantineContext(connectionId, kind, fingerprint))).toString(),
      }));
    },
    { db: world.db },
  );
}

describe("an upstream in trouble", () => {
  const storms: [string, string, FaultInput][] = [
    ["is busy", "upstream-busy", { kind: "rateLimit", retryAfterSeconds: 120 }],
    ["fails", "upstream-down", { kind: "serverError", status: 503 }],
    ["cuts connections", "upstream-down", { kind: "connectionReset" }],
    ["cuts answers off half-way", "upstream-down", { kind: "truncatedBody", keepShare: 0.5 }],
    ["answers a web page", "upstream-malformed", { kind: "htmlBody" }],
    ["refuses", "failed", { kind: "forbidden" }],
  ];
  it.each(storms)(
    "that %s costs no record: the run ends as %s and a later one completes",
    async (_, outcome, fault) => {
      const { name, person } = await newcomer();
      control().addFault({ ...fault, skip: 3, person: name });
      expect(await world.sync(person)).toBe(outcome);
      const failed = await view(person);
      expect(failed).toMatchObject({ status: "retrying", lastOutcome: outcome, reason: null });
      expect(failed?.nextSyncAt).toBeGreaterThan(NOW);
      expect(failed?.nextSyncAt).toBeLessThanOrEqual(NOW + HOUR_MS);
      control().clearFaults();
      world.clock.set(NOW + 2 * MINUTE_MS);
      expect(await world.sync(person)).toBe("complete");
      await expectTruth(name, person);
      expect(await view(person)).toMatchObject({ status: "active" });
    },
  );

  it("is given the time that it asked for", async () => {
    const { name, person } = await newcomer();
    control().addFault({ kind: "rateLimit", retryAfterSeconds: 900, person: name });
    await world.sync(person);
    expect((await view(person))?.nextSyncAt).toBeGreaterThanOrEqual(NOW + 900_000);
  });

  it("holds up only the kind of record that it fails for", async () => {
    const { name, person } = await newcomer();
    control().addFault({ kind: "serverError", endpoints: ["alerts"], person: name });
    expect(await world.sync(person)).toBe("upstream-down");
    const [stored, truth] = [await storedOf(world.db, person.access, START), truthOf(world, name, START)];
    expect(stored.egvs).toEqual(truth.egvs);
    expect(stored.events).toEqual(truth.events);
    expect(stored.alerts).toEqual([]);
    control().clearFaults();
    world.clock.set(NOW + 5 * MINUTE_MS);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth(name, person);
  });

  it("that often fails in between is outlasted within one run", async () => {
    const { name, person } = await newcomer();
    control().addFault({ kind: "serverError", probability: 0.3, seed: 7, person: name });
    expect(await world.sync(person)).toBe("complete");
    await expectTruth(name, person);
  });

  it("that is slow is waited for", async () => {
    const { name, person } = await newcomer();
    control().addFault({ kind: "slow", beforeMs: 150, person: name });
    expect(await world.sync(person)).toBe("complete");
    await expectTruth(name, person);
  });
});

describe("a grant", () => {
  it("that the person revoked at Dexcom stops the connection and keeps the data", async () => {
    const { name, person } = await newcomer();
    await world.sync(person);
    control().endGrants({ personName: name });
    world.clock.set(NOW + HOUR_MS);
    expect(await world.sync(person)).toBe("reauthorise");
    expect(await view(person)).toMatchObject({
      status: "reconnect-needed",
      reason: "revoked",
      nextSyncAt: null,
    });
    expect((await storedOf(world.db, person.access, START)).egvs.length).toBeGreaterThan(6_000);
    expect(await world.sync(person)).toBe("superseded");
  });

  it("is not given up for one refused refresh, nor for two, when the access token had simply expired", async () => {
    const { name, person } = await newcomer();
    await world.sync(person);
    control().addFault({ kind: "refusedRefresh", person: name });
    let now = NOW + 3 * HOUR_MS;
    for (const wait of REFUSAL_WAITS_MS) {
      world.clock.set(now);
      await forgetCoolDown(person);
      expect(await world.sync(person)).toBe("reauthorise");
      const suspicious = await view(person);
      expect(suspicious).toMatchObject({ status: "retrying", reason: null });
      expect(suspicious?.nextSyncAt).toBe(now + wait);
      now += wait;
    }
    control().clearFaults();
    world.clock.set(now);
    await forgetCoolDown(person);
    expect(await world.sync(person)).toBe("complete");
    await expectTruth(name, person);
  });

  it("is refreshed when it expires, and a run goes on with the new token", async () => {
    const { name, person } = await newcomer();
    await world.sync(person);
    const before = control().counters().people[name]?.refreshes ?? 0;
    world.clock.set(NOW + 3 * HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    expect((control().counters().people[name]?.refreshes ?? 0) - before).toBe(1);
    await expectTruth(name, person);
  });

  it("of another Dexcom account stores nothing and says so", async () => {
    const { name, person } = await newcomer();
    const owner = new Client({ connectionString: world.database.superuserUrl });
    await owner.connect();
    await owner.query("UPDATE connection SET subject_hmac = 'somebody else' WHERE id = $1", [
      person.connectionId,
    ]);
    await owner.end();
    expect(await world.sync(person)).toBe("reauthorise");
    expect(await view(person)).toMatchObject({ status: "reconnect-needed", reason: "wrong-account" });
    expect(await storedOf(world.db, person.access, START)).toEqual({
      egvs: [],
      events: [],
      calibrations: [],
      alerts: [],
    });
    expect(name).toMatch(/Person/);
  });
});

/** The database's own clock does not move with the test's. */
async function forgetCoolDown(person: Person): Promise<void> {
  await inPatientTransaction(
    person.access,
    (tx) =>
      tx.connectionToken.updateMany({
        where: { connectionId: person.connectionId },
        data: { retryAt: null },
      }),
    { db: world.db },
  );
}

describe("an account without data", () => {
  it("is complete at once, and says how far it was looked at", async () => {
    const { name, person } = await newcomer();
    const all = ["egvs", "events", "calibrations", "alerts"] as const;
    control().hide(name, { kinds: [...all], from: 0, to: NOW });
    expect(await world.sync(person)).toBe("complete");
    const reach = await dataReach(person.access, { db: world.db });
    expect(reach).toMatchObject({ checkedThrough: NOW - 3 * HOUR_MS, dataThrough: null });
  });
});
