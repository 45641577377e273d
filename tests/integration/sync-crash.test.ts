import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, type Instant, SECOND_MS, systemClock } from "@/lib/clock";
import { connectionView } from "@/lib/connections/data";
import { type Database, openDatabase } from "@/lib/db/client";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { type SimulatorServer, startSimulatorServer } from "@/lib/simulator/server";
import { createSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { Person } from "@/tests/integration/records-support";
import { connectAs, expectSameRecords, storedOf, truthOf } from "@/tests/integration/sync-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

const ROOT = path.resolve(import.meta.dirname, "../..");
const KILLS = 20;
const SEED = 20_261_123;

let database: TestDatabase;
let db: Database;
let owner: Client;
let simulator: Simulator;
let server: SimulatorServer;
let now: Instant;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  now = systemClock.now();
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  simulator = createSimulator({
    people: [
      fakePerson({ name: "Killed", historyStart: now - 700 * DAY_MS }),
      fakePerson({ name: "Frozen", historyStart: now - 150 * DAY_MS }),
    ],
  });
  server = await startSimulatorServer({ simulator, port: 0 });
});

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await server.close();
  await owner.end();
  await db.$disconnect();
  await database.drop();
});

/** The worker as `npm run worker` starts it; resolves once it says that it works. */
async function startWorkerProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/worker.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      HINDSIGHT_MODE: "test",
      DATABASE_URL: database.appUrl,
      DEXCOM_SIMULATOR_ORIGIN: server.origin,
      WORKER: "separate",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  if (!child.stdout) throw new Error("the worker's output is a pipe");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  expect(line.toString()).toContain(`worker pid ${child.pid}`);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function until(what: string, isSo: () => Promise<boolean>, secondsMax: number): Promise<void> {
  const end = Date.now() + secondsMax * SECOND_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${secondsMax} s`);
    await pause(20);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const connect = (name: string) => connectAs(name, { db, simulator, clock: systemClock });
const viewOf = (person: Person) => connectionView(person.access, { db });

async function completes(person: Person, secondsMax: number): Promise<void> {
  await until("complete", async () => (await viewOf(person))?.lastOutcome === "complete", secondsMax);
}

/** Every stored record against the model's, up to what the last complete run could see. */
async function expectTruth(name: string, person: Person): Promise<void> {
  const { rows } = await owner.query<{ at: Date }>(
    "SELECT checked_through AS at FROM connection WHERE id = $1",
    [person.connectionId],
  );
  const checkedThrough = rows[0]?.at.getTime() ?? 0;
  const clock = { now: () => checkedThrough + 180 * 60_000, set: () => undefined };
  const from = now - 701 * DAY_MS;
  expectSameRecords(await storedOf(db, person.access, from), truthOf({ simulator, clock }, name, from));
}

/** mulberry32, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("a worker that is killed", () => {
  it(`with SIGKILL ${KILLS} times during an import loses nothing and doubles nothing`, async () => {
    const random = seeded(SEED);
    simulator.control.addFault({ kind: "slow", beforeMs: 120, person: "Killed" });
    const person = await connect("Killed");
    let duringImport = 0;
    for (let kills = 0; kills < KILLS; kills += 1) {
      const worker = await startWorkerProcess();
      // Every other one only once it is at work: how long it takes to begin is the machine's affair.
      if (kills % 2 === 0)
        await until("the import to go on", async () => (await viewOf(person))?.syncing === true, 20);
      await pause(40 + random() * 500);
      if ((await viewOf(person))?.syncing) duringImport += 1;
      await kill(worker);
    }
    expect(duringImport).toBeGreaterThanOrEqual(KILLS / 2);
    expect((await viewOf(person))?.lastOutcome).not.toBe("complete");
    simulator.control.clearFaults();
    const last = await startWorkerProcess();
    await completes(person, 60);
    await expectTruth("Killed", person);
    await kill(last);
    expect(simulator.control.counters()).toMatchObject({ refreshReuses: 0, refreshRefusals: 0 });
  }, 180_000);
});

describe("a worker that is frozen", () => {
  it("past its lease and then wakes writes nothing: what its successor stored stands", async () => {
    simulator.control.addFault({ kind: "slow", beforeMs: 300, person: "Frozen" });
    const person = await connect("Frozen");
    const frozen = await startWorkerProcess();
    await until("a window is in", async () => ((await viewOf(person))?.progress?.windowsDone ?? 0) >= 1, 20);
    frozen.kill("SIGSTOP");
    // Its lease would run out by itself within 45 seconds.
    await owner.query("UPDATE connection SET sync_until = now() - interval '1 second' WHERE id = $1", [
      person.connectionId,
    ]);
    simulator.control.clearFaults();
    const successor = await startWorkerProcess();
    await completes(person, 40);
    await expectTruth("Frozen", person);
    const before = await footprint(person);
    frozen.kill("SIGCONT");
    await pause(2_000);
    expect(await footprint(person)).toEqual(before);
    await kill(frozen);
    await kill(successor);
  }, 90_000);
});

/** Changes with every write to the person's records or cursors. */
async function footprint({ patientId }: Person): Promise<unknown> {
  const { rows } = await owner.query(
    `SELECT 'block' AS what, kind || ' ' || day AS which, xmin::text AS written FROM day_block WHERE patient_id = $1
     UNION ALL SELECT 'cursor', kind, xmin::text FROM sync_cursor WHERE patient_id = $1
     UNION ALL SELECT 'run', id::text, xmin::text FROM sync_run WHERE patient_id = $1 ORDER BY 1, 2`,
    [patientId],
  );
  expect(rows.length).toBeGreaterThan(100);
  return rows;
}
