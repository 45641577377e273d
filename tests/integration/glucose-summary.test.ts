import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveName } from "@/lib/accounts/mutations";
import { userActor } from "@/lib/audit/schema";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { openAttemptsPool } from "@/lib/db/attempts";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { DexcomError } from "@/lib/dexcom/errors";
import { figuresOfDays } from "@/lib/glucose/aggregates/figures-of-days";
import { latestPeriod } from "@/lib/glucose/period";
import { summarize } from "@/lib/glucose/summary";
import { newId } from "@/lib/ids";
import { SummaryRefresher } from "@/lib/jobs/summaries";
import { startWorker } from "@/lib/jobs/worker";
import { addHandExclusion, addNote, removeHandExclusion } from "@/lib/journal/mutations";
import { createLogger } from "@/lib/log";
import { patientKey } from "@/lib/patients/keys";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { upsertRecords } from "@/lib/readings/mutations";
import type { PatientAggregates } from "@/lib/reports/aggregates-codec";
import { openSummary } from "@/lib/reports/data-summary";
import { standingOf } from "@/lib/reports/freshness";
import { type RefreshOptions, refreshSummary } from "@/lib/reports/mutations-summary";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { err } from "@/lib/result";
import { accessForSummary } from "@/lib/sharing/access";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { takeSyncLease } from "@/lib/sync/mutations-lease";
import type { Person } from "@/tests/integration/records-support";
import { newViewer, shareByCode } from "@/tests/integration/sharing-support";
import { createSyncWorld, gatewayTo, type SyncWorld } from "@/tests/integration/sync-support";

const NOW = Date.UTC(2026, 8, 1, 14, 7, 31);
const START = NOW - 70 * DAY_MS;
const NAMES = [
  "figures",
  "marks",
  "lease",
  "importing",
  "meanwhile",
  "deleted",
  "twice",
  "delayed",
  "left-out",
  "empty",
  "erased",
  "keyless",
  "stranger",
  "shared",
  "worker",
  "tampered",
  "behind",
];

let world: SyncWorld;
let owner: Client;

beforeAll(async () => {
  world = await createSyncWorld({
    people: NAMES.map((name) =>
      fakePerson({
        name,
        historyStart: name === "empty" ? NOW + 30 * DAY_MS : START,
        displayOffsetMinutes: 345,
      }),
    ),
    now: NOW,
  });
  owner = new Client({ connectionString: world.database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await world.close();
});

async function importOf(name: string): Promise<Person> {
  const person = await world.connect(name);
  expect(await world.sync(person)).toBe("complete");
  return person;
}

async function refresh({ patientId }: Person, options: RefreshOptions = {}) {
  const access = await accessForSummary(patientId, { db: world.db });
  if (access === null) throw new Error("There is no such patient.");
  return refreshSummary(access, { db: world.db, clock: world.clock, delayMinutes: 180, ...options });
}

/** The row as the owner's own transaction sees it. */
function rowOf({ access }: Person) {
  return inPatientTransaction(
    access,
    (tx) => tx.glucoseSummary.findUnique({ where: { patientId: access.patientId } }),
    { db: world.db },
  );
}

const isStale = async (person: Person) => (await rowOf(person))?.staleSince instanceof Date;

/** Whether something makes a summary due that was not. */
async function makesStale(person: Person, change: () => Promise<unknown>): Promise<boolean> {
  await refresh(person);
  expect(await isStale(person)).toBe(false);
  await change();
  return isStale(person);
}

async function opened(person: Person, availableUntil = world.clock.now() - 180 * MINUTE_MS) {
  const row = await rowOf(person);
  if (row === null) throw new Error("There is no row.");
  const key = await inPatientTransaction(person.access, (tx) => patientKey(tx, person.patientId), {
    db: world.db,
  });
  return openSummary(row, key, { availableUntil });
}

async function expectTheReport(person: Person, aggregates: PatientAggregates | null): Promise<void> {
  if (aggregates === null) throw new Error("Nothing was counted.");
  const options = { db: world.db, clock: world.clock, delayMinutes: 180 };
  const { freshness } = await standingOf(person.access, options);
  for (const length of [1, 7, 14, 30]) {
    const period = latestPeriod(length, freshness);
    const input = await loadPeriodInput(person.access, period, freshness, options);
    const { coverage, sufficiency, ...summary } = summarize(input);
    const figures = figuresOfDays(aggregates.days, period, "standard", freshness);
    const { timeInRanges, mean, sd, cv, gmi, episodes } = sufficiency;
    expect(figures).toMatchObject({
      period,
      readings: summary.readings,
      observed: coverage.observed,
      expected: coverage.expected,
      activePercent: coverage.activePercent,
      daysWithReadings: coverage.daysWithReadings,
      counts: summary.bands.map(({ count }) => count),
      shares: summary.timeInRanges,
      sufficiency: { timeInRanges, mean, sd, cv, gmi, episodes },
    });
    expect(figures.mean).toBe(summary.mean);
    expect(figures.gmi).toBe(summary.gmi);
    expect(figures.sd).toBeCloseTo(summary.sd ?? Number.NaN, 10);
    expect(figures.cv).toBeCloseTo(summary.cv ?? Number.NaN, 10);
  }
  const { availableUntil: _, now: __, delayMinutes: ___, ...rest } = freshness;
  expect(aggregates).toMatchObject({
    newestReadingAt: rest.dataThrough,
    checkedThrough: rest.checkedThrough,
    displayOffsetMinutes: rest.displayOffsetMinutes,
  });
}

describe("a summary", () => {
  it("says what the patient's reports say, after every sync and after readings were left out", async () => {
    const person = await importOf("figures");
    expect(await refresh(person)).toBe("refreshed");
    await expectTheReport(person, await opened(person));

    world.clock.set(world.clock.now() + 5 * HOUR_MS);
    expect(await world.sync(person)).toBe("complete");
    expect(await refresh(person)).toBe("refreshed");
    await expectTheReport(person, await opened(person));

    // It ends at 19:52 of that date, where the first of 288 readings is at midnight.
    const IN_SPAN = 19 * 12 + 11;
    const span = {
      from: new Date(NOW - 3 * DAY_MS).toISOString(),
      to: new Date(NOW - 2 * DAY_MS).toISOString(),
    };
    await addHandExclusion(
      person.access,
      { ...span, reason: "Lay on it" },
      { db: world.db, clock: world.clock },
    );
    expect(await refresh(person)).toBe("refreshed");
    const without = await opened(person);
    await expectTheReport(person, without);
    expect(
      without && figuresOfDays(without.days, { from: "2026-08-30", to: "2026-08-30" }, "standard"),
    ).toMatchObject({ readings: 288 - IN_SPAN });
    expect(await refresh(person)).toBe("up-to-date");
  });

  it("says what they say while the first import still runs, and again when it has ended", async () => {
    const person = await importOf("importing");
    // As after its first windows: the newest fifty days are there, older ones are still to come.
    await owner.query("DELETE FROM day_block WHERE patient_id = $1 AND day < $2", [
      person.patientId,
      new Date(NOW - 50 * DAY_MS),
    ]);
    const importFrom =
      "UPDATE sync_cursor SET backfill_from = backfilled_to - $2::interval WHERE patient_id = $1";
    await owner.query(importFrom, [person.patientId, "20 days"]);
    expect(await isStale(person)).toBe(true);
    await refresh(person);
    expect((await opened(person))?.checkedThrough).toBeNull();
    await expectTheReport(person, await opened(person));
    await owner.query(importFrom, [person.patientId, "0"]);
    await refresh(person);
    expect((await opened(person))?.checkedThrough).not.toBeNull();
    await expectTheReport(person, await opened(person));
  });

  it("holds nothing that is newer than may be shown, and opens for nobody for whom it would be", async () => {
    const person = await importOf("delayed");
    await refresh(person, { delayMinutes: 12 * 60 });
    const limit = world.clock.now() - 12 * HOUR_MS;
    const counted = await opened(person);
    expect(counted?.countedThrough).toBeLessThanOrEqual(limit);
    expect(
      counted && figuresOfDays(counted.days, { from: "2026-09-01", to: "2026-09-02" }, "standard").readings,
    ).toBe(Math.floor((limit - Date.UTC(2026, 7, 31, 18, 15, 12)) / (5 * MINUTE_MS)) + 1);
    expect(await opened(person, limit - DAY_MS)).toBeNull();
  });

  it("is there, and empty, for somebody without readings", async () => {
    const person = await importOf("empty");
    expect(await refresh(person)).toBe("refreshed");
    const aggregates = await opened(person);
    expect(aggregates?.newestReadingAt).toBeNull();
    expect(
      aggregates && figuresOfDays(aggregates.days, { from: "2026-08-20", to: "2026-09-02" }, "standard"),
    ).toMatchObject({ readings: 0, mean: null, sufficiency: { mean: { status: "insufficient" } } });
  });

  it("has nothing of readings that were deleted", async () => {
    const person = await importOf("left-out");
    await refresh(person);
    expect((await opened(person))?.days.totals(0, 60).readings).toBeGreaterThan(10_000);
    const refused = () => Promise.resolve(err(new DexcomError("invalid_grant", { status: 400 })));
    await disconnect(
      person.access,
      { keepData: false },
      { refresh: refused, db: world.db, clock: world.clock },
    );
    expect(await rowOf(person)).toMatchObject({ sealed: null });
    await refresh(person);
    expect((await opened(person))?.days.totals(0, 60).readings).toBe(0);
  });
});

describe("a summary is due", () => {
  it("when readings come, are left out or are counted again, and at nothing else that is written", async () => {
    const person = await importOf("marks");
    const { access } = person;
    const options = { db: world.db, clock: world.clock };
    const store = (batch: Parameters<typeof upsertRecords>[2]) => () =>
      inPatientTransaction(access, (tx) => upsertRecords(access, tx, batch), { db: world.db });
    const reading = {
      systemTime: NOW - 5 * HOUR_MS + 90_000,
      displayOffsetMinutes: 345,
      value: 111,
      status: null,
      trend: null,
      trendRate: null,
      transmitterId: null,
      transmitterTicks: null,
      displayDevice: "iOS",
      transmitterGeneration: "g7",
    };
    expect(await makesStale(person, store({ kind: "egv", records: [reading] }))).toBe(true);
    expect(await makesStale(person, store({ kind: "egv", records: [reading] }))).toBe(false);
    const event = {
      recordId: newId(),
      systemTime: NOW - 5 * HOUR_MS,
      displayOffsetMinutes: 345,
      type: "carbs",
      subType: null,
      value: 20,
      unit: "grams",
      status: "created",
    } as const;
    expect(await makesStale(person, store({ kind: "event", records: [event] }))).toBe(false);
    const note = { kind: "note", date: "2026-08-30", minuteOfDay: 600, text: "A walk" } as const;
    expect(await makesStale(person, () => addNote(access, note, options))).toBe(false);
    let id = "";
    const exclude = async () => {
      const [from, to] = [NOW - 30 * HOUR_MS, NOW - 28 * HOUR_MS].map((at) => new Date(at).toISOString());
      ({ id } = await addHandExclusion(
        access,
        { from: from ?? "", to: to ?? "", reason: "Fell off" },
        options,
      ));
    };
    expect(await makesStale(person, exclude)).toBe(true);
    expect(await makesStale(person, () => removeHandExclusion(access, id, options))).toBe(true);
  });

  it("when Dexcom was read further although nothing came, but not for leases and timetables", async () => {
    const person = await importOf("lease");
    const update = (statement: string) => () => owner.query(statement, [person.patientId]);
    const moved =
      "UPDATE connection SET checked_through = checked_through + interval '1 hour' WHERE patient_id = $1";
    expect(await makesStale(person, update(moved))).toBe(true);
    for (const change of [
      "newest_offset_minutes = 60",
      "data_through = data_through - interval '1 hour'",
      "status = 'reconnect_needed'",
      "status = 'active'",
      "failures = 1",
    ])
      expect(
        await makesStale(person, update(`UPDATE connection SET ${change} WHERE patient_id = $1`)),
        change,
      ).toBe(true);
    for (const change of [
      "failures = 2",
      "next_sync_at = now()",
      "last_upload_at = now()",
      "status = status",
    ])
      expect(
        await makesStale(person, update(`UPDATE connection SET ${change} WHERE patient_id = $1`)),
        change,
      ).toBe(false);
    const access = await accessForSummary(person.patientId, { db: world.db });
    if (access === null) throw new Error("There is no such patient.");
    const lease = { owner: "test|1|lease", now: NOW, db: world.db };
    expect(await makesStale(person, () => takeSyncLease(access, person.connectionId, lease))).toBe(false);
    // The last of the history arrives, of a kind that no figure is made of: from now on a missing reading is a gap.
    const cursor = (to: string) =>
      update(`UPDATE sync_cursor SET backfill_from = backfilled_to - interval '${to}'
        WHERE patient_id = $1 AND kind = 'alert'`);
    expect(await makesStale(person, cursor("1 day"))).toBe(true);
    expect(await makesStale(person, cursor("1 hour"))).toBe(false);
    expect(await makesStale(person, cursor("0"))).toBe(true);
  });

  it("with one mark for each statement, each later than the one before", async () => {
    const { patientId } = await importOf("twice");
    const marks: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      await owner.query("UPDATE day_block SET revision = revision WHERE patient_id = $1 AND kind = 'egv'", [
        patientId,
      ]);
      const { rows } = await owner.query<{ at: string }>(
        "SELECT extract(epoch FROM stale_since) * 1000 AS at FROM glucose_summary WHERE patient_id = $1",
        [patientId],
      );
      marks.push(Number(rows[0]?.at));
    }
    expect(new Set(marks).size).toBe(20);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
  });
});

describe("a change while a summary is counted", () => {
  /** Something that is written, but not there for others before the refresh has read what was before. */
  async function during(person: Person, statement: string) {
    await refresh(person);
    await owner.query("UPDATE glucose_summary SET stale_since = now() WHERE patient_id = $1", [
      person.patientId,
    ]);
    await owner.query("BEGIN");
    await owner.query(statement, [person.patientId]);
    const running = refresh(person);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await owner.query("COMMIT");
    return running;
  }

  it("is not lost: nothing is written of what was before, and the next refresh counts it", async () => {
    const person = await importOf("meanwhile");
    const further =
      "UPDATE connection SET checked_through = checked_through - interval '1 day' WHERE patient_id = $1";
    await refresh(person);
    const before = (await opened(person))?.checkedThrough ?? 0;
    expect(await during(person, further)).toBe("changed-meanwhile");
    expect(await isStale(person)).toBe(true);
    expect((await opened(person))?.checkedThrough).toBe(before);
    expect(await refresh(person)).toBe("refreshed");
    expect((await opened(person))?.checkedThrough).toBe(before - DAY_MS);
  });

  it("takes what is deleted out at once, and keeps it out", async () => {
    const person = await importOf("deleted");
    await refresh(person);
    const before = (await opened(person))?.days.totals(0, 60).readings ?? 0;
    const deleted = "DELETE FROM day_block WHERE patient_id = $1 AND kind = 'egv' AND day = '2026-08-20'";
    expect(await during(person, deleted)).toBe("changed-meanwhile");
    expect(await rowOf(person)).toMatchObject({ sealed: null, computedAt: null });
    expect(await refresh(person)).toBe("refreshed");
    expect((await opened(person))?.days.totals(0, 60).readings).toBe(before - 288);
  });

  it("counts once where two workers count the same patient", async () => {
    const person = await importOf("behind");
    const outcomes = await Promise.all([refresh(person), refresh(person), refresh(person)]);
    expect(outcomes).toContain("refreshed");
    expect((await rowOf(person))?.revision).toBe(1);
    await expectTheReport(person, await opened(person));
  });
});

describe("whoever is gone", () => {
  it("leaves no summary: erasing makes none due, and nobody counts somebody who was erased", async () => {
    const person = await importOf("erased");
    await refresh(person);
    await erasePatient(person.access, { db: world.db });
    const { rows } = await owner.query("SELECT FROM glucose_summary WHERE patient_id = $1", [
      person.patientId,
    ]);
    expect(rows).toHaveLength(0);
    expect(await accessForSummary(person.patientId, { db: world.db })).toBeNull();
    expect(await accessForSummary(newId(), { db: world.db })).toBeNull();
  });

  it("has nothing kept when only the key is gone", async () => {
    const person = await importOf("keyless");
    await refresh(person);
    await owner.query("DELETE FROM keys.patient_key WHERE patient_id = $1", [person.patientId]);
    await owner.query("UPDATE glucose_summary SET stale_since = now() WHERE patient_id = $1", [
      person.patientId,
    ]);
    expect(await refresh(person)).toBe("no-key");
    expect(await rowOf(person)).toMatchObject({ sealed: null, computedAt: null, staleSince: null });
    expect(await refresh(person)).toBe("up-to-date");
  });
});

describe("who reaches a summary", () => {
  it("is the owner and the import; nobody else sees that there is one", async () => {
    const person = await importOf("stranger");
    await refresh(person);
    const { patientId } = person;
    const seen = (actor: Parameters<typeof inPatientTransaction>[0]["actor"]) =>
      inPatientTransaction({ patientId, actor }, (tx) => tx.glucoseSummary.count(), { db: world.db });
    expect(await seen(userActor(person.userId))).toBe(1);
    expect(await seen("system:sync")).toBe(1);
    expect(await seen(userActor(newId()))).toBe(0);
    expect(await seen(`link:${newId()}`)).toBe(0);
    const changed = inPatientTransaction(
      { patientId, actor: userActor(newId()) },
      (tx) => tx.glucoseSummary.updateMany({ data: { staleSince: null, sealed: null } }),
      { db: world.db },
    );
    expect(await changed).toEqual({ count: 0 });
    await expect(
      inPatientTransaction(
        { patientId: newId(), actor: "system:sync" },
        (tx) => tx.glucoseSummary.create({ data: { patientId, revision: 1, format: 1 } }),
        { db: world.db },
      ),
    ).rejects.toThrow(/row-level security|42501/);
  });

  it("is not whoever is let in, although their share shows them every reading", async () => {
    const person = await importOf("shared");
    await refresh(person);
    await saveName(person.userId, "Patient shared", { db: world.db });
    const pool = openAttemptsPool(world.database.appUrl);
    const viewerId = await newViewer(world.db, "viewer@example.test");
    const shareId = await shareByCode({ db: world.db, pool }, person, viewerId);
    await pool.end();
    const seen = await inPatientTransaction(
      { patientId: person.patientId, actor: userActor(viewerId), shareId },
      async (tx) => ({ blocks: await tx.dayBlock.count(), summaries: await tx.glucoseSummary.count() }),
      { db: world.db },
    );
    expect(seen.blocks).toBeGreaterThan(70);
    expect(seen.summaries).toBe(0);
  });

  it("for the scheduler it is whose is due and since when, and for nobody else anything", async () => {
    const look = (actor: Parameters<typeof inSystemTransaction>[0]) =>
      inSystemTransaction(
        actor,
        async (tx) => ({
          rows: await tx.glucoseSummary.count(),
          due: await tx.$queryRaw<object[]>`SELECT * FROM stale_summaries('{}', 100)`,
        }),
        { db: world.db },
      );
    const person = await world.connect("tampered");
    const { rows, due } = await look("system:scheduler");
    expect(rows).toBe(0);
    expect(due).toContainEqual({
      patient_id: person.patientId,
      stale_since: (await rowOf(person))?.staleSince,
    });
    for (const actor of ["system:sync", "system:retention", "system:sign-in"] as const)
      expect(await look(actor)).toEqual({ rows: 0, due: [] });
    expect(await world.db.$queryRaw`SELECT * FROM stale_summaries('{}', 100)`).toEqual([]);
  });

  it("stands in its row and nowhere else, and never outgrows it", async () => {
    const { rows } = await owner.query<{ storage: string }>(
      "SELECT attstorage AS storage FROM pg_attribute WHERE attrelid = 'glucose_summary'::regclass AND attname = 'sealed'",
    );
    expect(rows).toEqual([{ storage: "p" }]);
    await expect(
      owner.query("UPDATE glucose_summary SET sealed = decode(repeat('00', 1950), 'hex')"),
    ).rejects.toThrow("glucose_summary_stays_inline");
  });
});

describe("the job that keeps summaries up to date", () => {
  it("counts what is due, longest due first; whoever cannot be counted holds nobody up and is tried again", async () => {
    await owner.query("UPDATE glucose_summary SET stale_since = NULL");
    const { rows } = await owner.query<{ patientId: string }>(
      `SELECT s.patient_id AS "patientId" FROM glucose_summary AS s JOIN keys.patient_key AS k USING (patient_id)
       WHERE EXISTS (SELECT FROM day_block AS b WHERE b.patient_id = s.patient_id AND b.kind = 'egv') LIMIT 3`,
    );
    const [broken = "", first = "", second = ""] = rows.map(({ patientId }) => patientId);
    await owner.query(
      `UPDATE glucose_summary SET stale_since = CASE patient_id WHEN $1 THEN now() - interval '3 hours'
         WHEN $2 THEN now() - interval '2 hours' ELSE now() - interval '1 hour' END
       WHERE patient_id = ANY($3)`,
      [broken, first, [broken, first, second]],
    );
    const undo = await owner.query<{ day: Date; sealed: Buffer }>(
      "SELECT day, sealed FROM day_block WHERE patient_id = $1 AND kind = 'egv' ORDER BY day DESC LIMIT 1",
      [broken],
    );
    // Behind the back of the triggers, as somebody with the disk would.
    const put = async (sealed: Buffer) => {
      await owner.query("SET session_replication_role = replica");
      await owner.query(
        "UPDATE day_block SET sealed = $2 WHERE patient_id = $1 AND kind = 'egv' AND day = $3",
        [broken, sealed, undo.rows[0]?.day],
      );
      await owner.query("SET session_replication_role = DEFAULT");
    };
    await put(Buffer.alloc(60));

    const lines: string[] = [];
    const refresher = new SummaryRefresher({
      db: world.db,
      clock: world.clock,
      delayMinutes: 180,
      log: createLogger({}, (line) => lines.push(line)),
      isStopping: () => false,
    });
    const due = async () => {
      const left = await owner.query<{ patientId: string }>(
        `SELECT patient_id AS "patientId" FROM glucose_summary WHERE stale_since IS NOT NULL ORDER BY stale_since`,
      );
      return left.rows.map(({ patientId }) => patientId);
    };
    expect(await due()).toEqual([broken, first, second]);
    expect(await refresher.round()).toBe(2);
    expect(await due()).toEqual([broken]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "summary.not-counted", patientId: broken, error: "UnsealError" },
    ]);

    // It stands aside for a while, and is tried again then.
    expect(await refresher.round()).toBe(0);
    expect(lines).toHaveLength(1);
    await put(undo.rows[0]?.sealed ?? Buffer.alloc(0));
    world.clock.set(world.clock.now() + 4 * MINUTE_MS);
    expect(await refresher.round()).toBe(0);
    world.clock.set(world.clock.now() + MINUTE_MS);
    expect(await refresher.round()).toBe(1);
    expect(await due()).toEqual([]);
  });

  it("stops between two patients when the worker is asked to", async () => {
    await owner.query("UPDATE glucose_summary SET stale_since = now()");
    const refresher = new SummaryRefresher({
      db: world.db,
      clock: world.clock,
      delayMinutes: 180,
      log: createLogger({}, () => undefined),
      isStopping: () => true,
    });
    expect(await refresher.round()).toBe(0);
  });

  it("is a part of every worker: what a sync brought is counted within seconds", async () => {
    await owner.query("UPDATE glucose_summary SET stale_since = NULL");
    const person = await importOf("worker");
    expect(await isStale(person)).toBe(true);
    const worker = await startWorker(
      { DATABASE_URL: world.database.appUrl, DEXCOM_DATA_DELAY_MINUTES: 180 },
      {
        gateway: gatewayTo(world.simulator, world.clock),
        clock: world.clock,
        log: createLogger({}, () => undefined),
      },
    );
    const end = Date.now() + 10 * SECOND_MS;
    while ((await isStale(person)) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.stop();
    await expectTheReport(person, await opened(person));
  });
});
