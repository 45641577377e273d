import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import { saveName } from "@/lib/accounts/mutations";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { currentAccessToken } from "@/lib/connections/tokens-refresh";
import { createKeyRing } from "@/lib/crypto/key-ring";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { env } from "@/lib/env";
import type { Egv } from "@/lib/glucose/reading";
import { patientKey } from "@/lib/patients/keys";
import { applyErasures, erasePatient, previewErasure } from "@/lib/patients/mutations-erasure";
import { rotateKeys } from "@/lib/patients/mutations-key-rotation";
import { readEgvs } from "@/lib/readings/data";
import { upsertRecords } from "@/lib/readings/mutations";
import { accessAsOwner } from "@/lib/sharing/access";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson, type Person, someTokens } from "./records-support";

let database: TestDatabase;
let db: Database;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await db.$disconnect();
  await owner.end();
  await database.drop();
});

const DAY = Date.UTC(2026, 2, 1);
/** A number that stands in nothing else, so that a leak is one search. */
const FINGERPRINT = 237.61803;

const readings = (): Egv[] =>
  Array.from({ length: 288 }, (_, i) => ({
    systemTime: DAY + i * 300_000,
    displayOffsetMinutes: -300,
    value: FINGERPRINT,
    status: null,
    trend: "flat",
    trendRate: 0.1,
    transmitterId: "ab".repeat(32),
    transmitterTicks: 1_000 + i * 300,
    displayDevice: "iOS",
    transmitterGeneration: "g7",
  }));

async function personWithReadings(subject: string): Promise<Person> {
  const person = await connectedPerson(db, subject);
  await inPatientTransaction(
    person.access,
    (tx) => upsertRecords(person.access, tx, { kind: "egv", records: readings() }),
    { db },
  );
  return person;
}

/** Every table of ours in which the id stands anywhere, whatever the column is called: new tables are covered too. */
async function tablesThatMention(id: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'keys', 'pgboss') AND table_type = 'BASE TABLE'`);
  const mentions: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query(`SELECT FROM ${name} AS t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`, [
      id,
    ]);
    if (found.rowCount) mentions.push(name);
  }
  return mentions;
}

const count = async (table: string, where: string, values: unknown[]) =>
  Number((await owner.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`, values)).rows[0].n);

describe("deleting everything", () => {
  it("shows before what will go", async () => {
    const { access } = await personWithReadings("preview");
    expect(await previewErasure(access, { db })).toEqual({
      glucoseDays: 1,
      firstDay: DAY,
      lastDay: DAY,
      otherDays: 0,
      journalEntries: 0,
      connections: 1,
      consents: 1,
      syncRuns: 0,
      auditLines: 3,
      disclosures: 0,
    });
  });

  it("leaves the person's ids in no table, and everybody else untouched", async () => {
    const { access, patientId, userId } = await personWithReadings("erased");
    const other = await personWithReadings("stays");
    const seenBefore = await tablesThatMention(patientId);
    expect(seenBefore).toEqual(
      expect.arrayContaining(["public.day_block", "keys.patient_key", "public.audit_event"]),
    );
    await owner.query(
      `INSERT INTO session (id, token_hash, user_id, last_seen_at, expires_at, absolute_expires_at)
       VALUES (gen_random_uuid(), 'h', $1, now(), now(), now())`,
      [userId],
    );

    const receipt = await erasePatient(access, { db, keyBackupDays: 7 });

    expect(await tablesThatMention(patientId)).toEqual([]);
    expect(await tablesThatMention(userId)).toEqual([]);
    expect(receipt.completeAt - receipt.erasedAt).toBe(7 * 86_400_000);
    expect(await count("keys.erasure", "id = $1", [receipt.id])).toBe(1);
    expect(await count("audit_event", "action = 'patient.erased' AND patient_id IS NULL", [])).toBe(1);
    expect(await readEgvs(other.access, { from: DAY, to: DAY + 1 }, { db })).toHaveLength(1);
    await expect(accessAsOwner({ userId, patient: "me" }, { db })).rejects.toThrow(/not_found/);
  });

  it("ends for good what a process still held: no reading, no write, no second erasure", async () => {
    const { access } = await personWithReadings("held");
    await erasePatient(access, { db });
    await expect(readEgvs(access, { from: DAY, to: DAY + 1 }, { db })).rejects.toThrow(/has been deleted/);
    await expect(
      inPatientTransaction(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: readings() }), {
        db,
      }),
    ).rejects.toThrow(/has been deleted/);
    await expect(erasePatient(access, { db })).rejects.toThrow(/deleted already/);
  });

  it("cannot be used to clear the log of somebody who is still there", async () => {
    const { patientId, userId, access } = await personWithReadings("alive");
    await inPatientTransaction(
      access,
      (tx) => tx.$queryRaw`SELECT forget_audit(${patientId}::uuid, ${[userId]}::uuid[])`,
      {
        db,
      },
    );
    expect(await count("audit_event", "patient_id = $1", [patientId])).toBe(3);
  });

  it("is applied again when a backup brings the person back", async () => {
    const { access, patientId, userId } = await personWithReadings("restored");
    const blocks = await owner.query<{ row: string }>(
      "SELECT to_json(b)::text AS row FROM day_block AS b WHERE patient_id = $1",
      [patientId],
    );
    await erasePatient(access, { db });
    // What a restore of yesterday's backup does.
    await owner.query("INSERT INTO patient (id) VALUES ($1)", [patientId]);
    await owner.query("INSERT INTO app_user (id) VALUES ($1)", [userId]);
    await owner.query("INSERT INTO patient_owner (patient_id, user_id, role) VALUES ($1, $2, 'self')", [
      patientId,
      userId,
    ]);
    for (const { row } of blocks.rows)
      await owner.query("INSERT INTO day_block SELECT (json_populate_record(NULL::day_block, $1)).*", [row]);
    expect(await tablesThatMention(patientId)).toContain("public.day_block");
    expect(await applyErasures({ db })).toBe(1);
    expect(await tablesThatMention(patientId)).toEqual([]);
    expect(await tablesThatMention(userId)).toEqual([]);
    expect(await applyErasures({ db })).toBe(0);
  });
});

describe("rotating the wrapping keys", () => {
  it("changes every wrapped key and no sealed byte, and readings and tokens still open", async () => {
    const { access, userId, patientId, connectionId } = await personWithReadings("rotated");
    const sealed = () => owner.query("SELECT sealed FROM day_block WHERE patient_id = $1", [patientId]);
    const before = (await sealed()).rows;
    const ring = createKeyRing([{ id: "next", key: Buffer.alloc(32, 9) }, ...env().ENCRYPTION_KEYS]);
    await saveName(userId, "Somebody", { db });
    const rotated = await rotateKeys({ db, ring });
    expect(rotated.patients).toBe(await count("keys.patient_key", "true", []));
    expect(rotated.connections).toBe(await count("keys.connection_key", "true", []));
    expect(rotated.users).toBe(await count("keys.user_key", "true", []));
    expect(rotated.users).toBeGreaterThan(0);
    expect(await rotateKeys({ db, ring })).toEqual({ patients: 0, connections: 0, users: 0, clinics: 0 });
    expect((await sealed()).rows).toEqual(before);

    // Back under the settings of this process, so that the other ways in can be tried.
    const back = createKeyRing([...env().ENCRYPTION_KEYS, { id: "next", key: Buffer.alloc(32, 9) }]);
    await rotateKeys({ db, ring: back });
    expect(await readEgvs(access, { from: DAY, to: DAY + 86_400_000 }, { db })).toHaveLength(288);
    const token = await currentAccessToken(access, connectionId, {
      db,
      refresh: () => Promise.reject(new Error()),
    });
    expect(token.ok && token.value.token.reveal()).toBe("CANARY_access_first");
    expect(await accountOf(userId, { db })).toMatchObject({ name: "Somebody" });
  });
});

describe("ciphertext that was moved or changed in the database", () => {
  const read = (person: Person) => readEgvs(person.access, { from: DAY, to: DAY + 86_400_000 }, { db });

  it.each([
    ["a block of another patient", "UPDATE day_block SET sealed = $2 WHERE patient_id = $1"],
    ["a block under another revision", "UPDATE day_block SET revision = revision + 1 WHERE patient_id = $1"],
    ["a block under another format", "UPDATE day_block SET format = 2 WHERE patient_id = $1"],
    [
      "a changed byte",
      "UPDATE day_block SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE patient_id = $1",
    ],
    [
      "a block cut short",
      "UPDATE day_block SET sealed = substring(sealed FROM 1 FOR 60) WHERE patient_id = $1",
    ],
  ])("is refused: %s", async (name, statement) => {
    const mine = await personWithReadings(`mine ${name}`);
    const theirs = await personWithReadings(`theirs ${name}`);
    const foreign = await owner.query("SELECT sealed FROM day_block WHERE patient_id = $1", [
      theirs.patientId,
    ]);
    await owner.query(
      statement,
      statement.includes("$2") ? [mine.patientId, foreign.rows[0].sealed] : [mine.patientId],
    );
    await expect(read(mine)).rejects.toThrow(/could not be opened/);
  });

  it("is refused: another patient's key put in place of one's own", async () => {
    const mine = await personWithReadings("own key");
    const theirs = await personWithReadings("foreign key");
    await owner.query(
      "UPDATE keys.patient_key SET wrapped = (SELECT wrapped FROM keys.patient_key WHERE patient_id = $2) WHERE patient_id = $1",
      [mine.patientId, theirs.patientId],
    );
    await expect(
      inPatientTransaction(mine.access, (tx) => patientKey(tx, mine.patientId), { db }),
    ).rejects.toThrow(/could not be opened/);
  });

  it("is refused: another connection's tokens, and an older version put back", async () => {
    const mine = await connectedPerson(db, "own tokens");
    const theirs = await connectedPerson(db, "foreign tokens", someTokens("theirs"));
    const ask = () =>
      currentAccessToken(mine.access, mine.connectionId, { db, refresh: () => Promise.reject(new Error()) });
    await owner.query("UPDATE connection_token SET version = version + 1 WHERE connection_id = $1", [
      mine.connectionId,
    ]);
    await expect(ask()).rejects.toThrow(/could not be opened/);
    await owner.query(
      `UPDATE connection_token t SET sealed = o.sealed, version = o.version, grant_id = o.grant_id
       FROM connection_token o WHERE t.connection_id = $1 AND o.connection_id = $2`,
      [mine.connectionId, theirs.connectionId],
    );
    await expect(ask()).rejects.toThrow(/could not be opened/);
  });
});

describe("a dump of the whole database", () => {
  const binaries = "/usr/lib/postgresql";
  const dumps = existsSync(binaries)
    ? readdirSync(binaries).map((version) => path.join(binaries, version, "bin", "pg_dump"))
    : [];

  /** All rows as text: what a dump holds, whether or not pg_dump of this server's version is installed. */
  async function everything(): Promise<string> {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'keys', 'pgboss')",
    );
    const parts: string[] = [];
    for (const { name } of rows)
      parts.push(JSON.stringify((await owner.query(`SELECT t::text FROM ${name} AS t`)).rows));
    const { rows: versions } = await owner.query<{ major: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS major",
    );
    const pgDump = dumps.find((file) => file.includes(`/${versions[0]?.major}/`) && existsSync(file));
    if (pgDump)
      parts.push(
        execFileSync(pgDump, ["--dbname", database.superuserUrl], { maxBuffer: 1e9 }).toString("latin1"),
      );
    return parts.join("\n");
  }

  it("holds no token, no subject, no glucose and no sensor, in any spelling", async () => {
    const planted = "CANARY_planted";
    const person = await personWithReadings("CANARY_subject");
    await disconnect(
      (await personWithReadings("CANARY_gone")).access,
      { keepData: true },
      {
        db,
        refresh: () => Promise.reject(new Error()),
      },
    );
    const dump = await everything();
    const secrets = ["CANARY_", String(FINGERPRINT), "237.6", "ab".repeat(32)];
    const spellings = secrets.flatMap((secret) => [
      secret,
      Buffer.from(secret).toString("hex"),
      Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
    ]);
    expect(spellings.filter((secret) => dump.includes(secret))).toEqual([]);

    // The same search finds what is really there.
    await owner.query("INSERT INTO worker_heartbeat (id, seen_at) VALUES ($1, now())", [planted]);
    const found = await everything();
    await owner.query("DELETE FROM worker_heartbeat WHERE id = $1", [planted]);
    expect(spellings.filter((secret) => found.includes(secret))).toEqual(["CANARY_"]);
    expect(found).toContain(person.patientId);
  });
});
