import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS, systemClock } from "@/lib/clock";
import { connectionView } from "@/lib/connections/data";
import { type Database, openDatabase } from "@/lib/db/client";
import { closeSender, requestSync } from "@/lib/jobs/request-sync";
import { startWorker, type Worker } from "@/lib/jobs/worker";
import { createLogger } from "@/lib/log";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator, type Simulator } from "@/lib/simulator/simulator";
import { runSyncSlice } from "@/lib/sync/run";
import type { Person } from "@/tests/integration/records-support";
import { connectAs, gatewayTo, storedOf, toolsFor, truthOf } from "@/tests/integration/sync-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let db: Database;
let owner: Client;
let simulator: Simulator;
let now: Instant;
const workers: Worker[] = [];
const logLines: string[] = [];

beforeAll(async () => {
  now = systemClock.now();
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const people = Array.from({ length: 40 }, (_, index) =>
    fakePerson({ name: `Short${index}`, historyStart: now - 3 * DAY_MS }),
  );
  people.push(fakePerson({ name: "Long", historyStart: now - 150 * DAY_MS }));
  simulator = createSimulator({ people, callsPerHourMax: 1_000_000 });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  simulator.control.clearFaults();
  logLines.length = 0;
});

afterAll(async () => {
  await closeSender();
  await owner.end();
  await db.$disconnect();
  await database.drop();
});

async function work(parts: { concurrency?: number; sliceMs?: number } = {}): Promise<Worker> {
  const worker = await startWorker(
    { DATABASE_URL: database.appUrl, DEXCOM_DATA_DELAY_MINUTES: 180 },
    {
      gateway: gatewayTo(simulator, systemClock),
      log: createLogger({}, (line) => logLines.push(line)),
      ...parts,
    },
  );
  workers.push(worker);
  return worker;
}

const connect = (name: string) => connectAs(name, { db, simulator, clock: systemClock });
const request = ({ connectionId }: Person, trigger: "first" | "manual") =>
  requestSync({ connectionId, trigger }, { DATABASE_URL: database.appUrl });

async function until(what: string, isSo: () => Promise<boolean>, secondsMax = 30): Promise<void> {
  const end = Date.now() + secondsMax * SECOND_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${secondsMax} s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const outcomeOf = async (person: Person) => (await connectionView(person.access, { db }))?.lastOutcome;
const completes = (person: Person) => until("complete", async () => (await outcomeOf(person)) === "complete");

describe("a worker", () => {
  it("imports on request within a moment, and a second request meanwhile changes nothing", async () => {
    await work();
    const person = await connect("Short0");
    simulator.control.addFault({ kind: "slow", beforeMs: 200, person: "Short0" });
    const asked = Date.now();
    expect(await request(person, "first")).toBe(true);
    expect(await request(person, "manual")).toBe(false);
    await completes(person);
    expect(Date.now() - asked).toBeLessThan(5 * SECOND_MS);
    const from = now - 4 * DAY_MS;
    const truth = truthOf({ simulator, clock: { ...systemClock, set: () => undefined } }, "Short0", from);
    expect((await storedOf(db, person.access, from)).egvs.length).toBeGreaterThanOrEqual(
      truth.egvs.length - 1,
    );
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM sync_run WHERE connection_id = $1", [
      person.connectionId,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("finds what is due by itself, and sets the next time to about an hour later", async () => {
    const person = await connect("Short1");
    await work();
    await completes(person);
    const view = await connectionView(person.access, { db });
    const wait = (view?.nextSyncAt ?? 0) - (view?.lastSyncAt ?? 0);
    expect(wait).toBeGreaterThanOrEqual(0.75 * HOUR_MS);
    expect(wait).toBeLessThanOrEqual(1.25 * HOUR_MS);
  });

  it("keeps ids and codes only in the queue, also of a job that broke", async () => {
    const { rows } = await owner.query<{ data: object; output: unknown }>(
      "SELECT data, output FROM pgboss.job",
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { data } of rows) expect(Object.keys(data).sort()).toEqual(["connectionId", "trigger"]);
  });

  it("gives others their turn while a long import runs", async () => {
    const [long, short] = [await connect("Long"), await connect("Short2")];
    simulator.control.addFault({ kind: "slow", beforeMs: 100, person: "Long" });
    await work({ concurrency: 1, sliceMs: 300 });
    await request(long, "first");
    await until(
      "the long import has begun",
      async () => (await connectionView(long.access, { db }))?.progress !== null,
    );
    await request(short, "first");
    await completes(short);
    expect((await connectionView(long.access, { db }))?.status).toBe("importing");
    simulator.control.clearFaults();
    await completes(long);
  });

  it("lets nobody wait for a person whose data always fail", async () => {
    const poisoned = await connect("Short3");
    simulator.control.addFault({ kind: "htmlBody", person: "Short3", endpoints: ["egvs"] });
    const others = await Promise.all([...Array(12).keys()].map((index) => connect(`Short${10 + index}`)));
    await work();
    await Promise.all(others.map(completes));
    await until("the poisoned one has been tried", async () => (await outcomeOf(poisoned)) !== null);
    expect(await connectionView(poisoned.access, { db })).toMatchObject({ status: "retrying" });
  });

  it("stops in good order: the lease is given back and the next worker goes on", async () => {
    const person = await connect("Short4");
    simulator.control.addFault({ kind: "slow", beforeMs: 400, person: "Short4" });
    const worker = await work();
    await request(person, "first");
    await until("it is at work", async () => (await connectionView(person.access, { db }))?.syncing === true);
    await worker.stop();
    expect((await connectionView(person.access, { db }))?.syncing).toBe(false);
    const { rows } = await owner.query("SELECT id FROM worker_heartbeat WHERE id = $1", [worker.id]);
    expect(rows).toEqual([]);
    await work();
    await completes(person);
  });

  it("outlives a database that throws everybody out, and goes on within seconds", async () => {
    const person = await connect("Short7");
    simulator.control.addFault({ kind: "slow", beforeMs: 300, person: "Short7" });
    await work();
    await request(person, "first");
    await until("it is at work", async () => (await connectionView(person.access, { db }))?.syncing === true);
    await owner.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await until("complete", async () => (await outcomeOf(person).catch(() => null)) === "complete", 25);
    expect(await connectionView(person.access, { db })).toMatchObject({ status: "active", syncing: false });
  });

  it("logs no token, no reading and no name", async () => {
    const person = await connect("Short5");
    await work();
    await completes(person);
    expect(logLines.length).toBeGreaterThan(1);
    expect(logLines.join("\n")).not.toMatch(/Bearer|eyJ|Short5|mg\/dL|Long walk/);
  });
});

describe("twenty syncs at once, with tokens that work once", () => {
  it("refresh each grant once, and nobody has to reconnect", async () => {
    const person = await connect("Short6");
    const gateway = gatewayTo(simulator, systemClock);
    const refreshes = () => simulator.control.counters().people["Short6"];
    for (let round = 1; round <= 5; round += 1) {
      await owner.query("UPDATE connection_token SET access_expires_at = now() WHERE connection_id = $1", [
        person.connectionId,
      ]);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          runSyncSlice(
            { connectionId: person.connectionId, trigger: "manual" },
            toolsFor({ db, gateway, clock: systemClock }),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === "complete").length).toBeGreaterThanOrEqual(1);
      expect(outcomes.every((outcome) => outcome === "complete" || outcome === "superseded")).toBe(true);
      expect(refreshes()).toMatchObject({ refreshes: round, refreshReuses: 0 });
    }
    expect(await connectionView(person.access, { db })).toMatchObject({ status: "active" });
  });
});
