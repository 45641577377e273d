import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { schemaDrift } from "@/lib/db/drift";
import { migrateDatabase } from "@/lib/db/migrate";
import { appRoleFault, pendingMigrations } from "@/lib/db/readiness";
import { newId } from "@/lib/ids";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

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

const BASE = "20261123043000_base";
const refused = /permission denied|row-level security|42501/;

async function newPatient(): Promise<string> {
  const patientId = newId();
  await inPatientTransaction(
    { patientId, actor: "system:sign-in" },
    async (tx) => {
      await tx.patient.create({ data: { id: patientId } });
      await tx.dayBlock.create({
        data: {
          patientId,
          source: "dexcom",
          kind: "egv",
          day: new Date("2026-01-01"),
          revision: 1,
          format: 1,
          sealed: Buffer.from("sealed"),
        },
      });
    },
    { db },
  );
  return patientId;
}

describe("the structure of the database", () => {
  it("is what prisma/schema.prisma describes", async () => {
    expect(await schemaDrift({ databaseUrl: database.adminUrl })).toBeNull();
  });

  it("is complete, and migrating again changes nothing", async () => {
    await migrateDatabase({
      adminUrl: database.adminUrl,
      log: (line) => expect.unreachable(line),
    });
    expect(await pendingMigrations(db)).toEqual([]);
  });

  it("names the migrations that are missing, and refuses to build on one that did not finish", async () => {
    await owner.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [BASE]);
    expect(await pendingMigrations(db)).toEqual([BASE]);
    await expect(migrateDatabase({ adminUrl: database.adminUrl, log: () => undefined })).rejects.toThrow(
      /did not finish/,
    );
    await owner.query("UPDATE _prisma_migrations SET finished_at = now()");
  });
});

describe("row-level security", () => {
  it("is enabled, forced and has a policy on every table that names a patient", async () => {
    const { rows } = await owner.query<{ name: string; guarded: boolean }>(`
      SELECT n.nspname || '.' || c.relname AS name,
        c.relrowsecurity AND c.relforcerowsecurity
          AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS guarded
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'keys')
        AND (c.relname = 'patient' OR EXISTS (
          SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'patient_id' AND NOT a.attisdropped))`);
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([]);
  });

  it("shows one patient's rows to nobody else, even when a query forgets to ask for a patient", async () => {
    const mine = await newPatient();
    const theirs = await newPatient();
    const seen = await inPatientTransaction(
      { patientId: mine, actor: "system:sync" },
      async (tx) => [
        ...(await tx.dayBlock.findMany({ select: { patientId: true } })),
        ...(await tx.patient.findMany({ select: { id: true } })),
      ],
      { db },
    );
    expect(seen).toEqual([{ patientId: mine }, { id: mine }]);
    expect(seen).not.toContainEqual({ id: theirs });
  });

  it("shows nothing when no patient was named, to the app and to the tables' owner", async () => {
    await newPatient();
    expect(await db.dayBlock.count()).toBe(0);
    expect(await inSystemTransaction("system:sync", (tx) => tx.dayBlock.count(), { db })).toBe(0);
    const asOwner = openDatabase(database.adminUrl, { connectionsMax: 1 });
    expect(await asOwner.dayBlock.count()).toBe(0);
    await asOwner.$disconnect();
  });

  it("forgets the patient when the transaction ends, also on a pooled connection", async () => {
    const one = openDatabase(database.appUrl, { connectionsMax: 1 });
    const patientId = await newPatient();
    const count = await inPatientTransaction(
      { patientId, actor: "system:sync" },
      (tx) => tx.dayBlock.count(),
      { db: one },
    );
    expect(count).toBe(1);
    expect(await one.dayBlock.count()).toBe(0);
    await one.$disconnect();
  });

  it("refuses to write a row for another patient", async () => {
    const mine = await newPatient();
    const theirs = await newPatient();
    const write = inPatientTransaction(
      { patientId: mine, actor: "system:sync" },
      (tx) =>
        tx.dayBlock.create({
          data: {
            patientId: theirs,
            source: "dexcom",
            kind: "egv",
            day: new Date("2026-01-02"),
            revision: 1,
            format: 1,
            sealed: Buffer.from("x"),
          },
        }),
      { db },
    );
    await expect(write).rejects.toThrow(refused);
  });

  it("lets each system actor look only where its work is", async () => {
    const patientId = await newPatient();
    const counts = (
      actor: "system:scheduler" | "system:erasure" | "system:key-rotation" | "system:sign-in",
    ) =>
      inSystemTransaction(
        actor,
        async (tx) => ({
          patients: await tx.patient.count({ where: { id: patientId } }),
          blocks: await tx.dayBlock.count(),
        }),
        { db },
      );
    expect(await counts("system:erasure")).toEqual({ patients: 1, blocks: 0 });
    for (const actor of ["system:scheduler", "system:key-rotation", "system:sign-in"] as const)
      expect(await counts(actor)).toEqual({ patients: 0, blocks: 0 });
  });
});

describe("the app's role", () => {
  it("is as weak as readiness demands, and readiness says so when it is not", async () => {
    expect(await appRoleFault(db)).toBeNull();
    const asOwner = openDatabase(database.adminUrl, { connectionsMax: 1 });
    expect(await appRoleFault(asOwner)).toMatch(/owns tables/);
    await asOwner.$disconnect();
    const asSuperuser = openDatabase(database.superuserUrl, { connectionsMax: 1 });
    expect(await appRoleFault(asSuperuser)).toMatch(/superuser/);
    await asSuperuser.$disconnect();
  });

  it.each([
    "CREATE TABLE stolen (id int)",
    "DROP TABLE day_block",
    "ALTER TABLE day_block DISABLE ROW LEVEL SECURITY",
    "CREATE POLICY open ON day_block USING (true)",
    "TRUNCATE day_block",
    "UPDATE audit_event SET action = 'nothing'",
    "DELETE FROM audit_event",
    "UPDATE keys.erasure SET complete_at = now()",
    "DELETE FROM keys.erasure",
    "UPDATE _prisma_migrations SET checksum = ''",
    "SET ROLE hindsight_owner",
  ])("may not: %s", async (statement) => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await client.end();
  });
});
