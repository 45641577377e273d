import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "@/lib/audit/record";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction, inUserTransaction } from "@/lib/db/context";
import type { Egv } from "@/lib/glucose/reading";
import { newId } from "@/lib/ids";
import { readEgvs } from "@/lib/readings/data";
import { upsertRecords } from "@/lib/readings/mutations";
import { readSettings } from "@/lib/settings/data";
import { saveSettings } from "@/lib/settings/mutations";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson } from "./records-support";

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

describe("settings", () => {
  it("begin with mg/dL, are kept per person and are written down", async () => {
    const mine = await connectedPerson(db, "unit-mine");
    const theirs = await connectedPerson(db, "unit-theirs");
    expect(await readSettings(mine.userId, db)).toEqual({ glucoseUnit: "mg/dL" });
    await saveSettings(mine.userId, { glucoseUnit: "mmol/L" }, { db });
    expect(await readSettings(mine.userId, db)).toEqual({ glucoseUnit: "mmol/L" });
    expect(await readSettings(theirs.userId, db)).toEqual({ glucoseUnit: "mg/dL" });
    const { rowCount } = await owner.query(
      "SELECT FROM audit_event WHERE action = 'settings.changed' AND actor = $1",
      [`user:${mine.userId}`],
    );
    expect(rowCount).toBe(1);
  });

  it("refuse a unit that does not exist and a person who does not exist", async () => {
    const { userId } = await connectedPerson(db, "unit-odd");
    const odd: unknown = { glucoseUnit: { not: "mg/dL" } };
    await expect(saveSettings(userId, odd as never, { db })).rejects.toThrow(/glucoseUnit/);
    await expect(saveSettings(newId(), { glucoseUnit: "mmol/L" }, { db })).rejects.toThrow(/not_found/);
  });
});

describe("the audit log", () => {
  const entry = { action: "session.ended", detail: { sessionId: newId(), reason: "signed-out" } } as const;

  it("takes no line in another actor's name, nor about another patient", async () => {
    const { userId, patientId } = await connectedPerson(db, "audit-mine");
    const other = await connectedPerson(db, "audit-other");
    const actor = `user:${userId}` as const;
    const write = (line: Parameters<typeof record>[1]) =>
      inUserTransaction(actor, (tx) => record(tx, line, entry), { db });
    await expect(write({ actor, patientId: null })).resolves.toBeUndefined();
    await expect(write({ actor: `user:${other.userId}`, patientId: null })).rejects.toThrow(
      /row-level security|42501/,
    );
    await expect(write({ actor, patientId })).rejects.toThrow(/row-level security|42501/);
  });

  it("takes nothing but what its vocabulary allows", async () => {
    const { userId } = await connectedPerson(db, "audit-closed");
    const actor = `user:${userId}` as const;
    const loose = { action: "session.ended", detail: { ...entry.detail, token: "secret" } } as const;
    await expect(
      inUserTransaction(actor, (tx) => record(tx, { actor, patientId: null }, loose), { db }),
    ).rejects.toThrow(/token/);
  });

  it("is not written when the deed fails, and the deed does not happen when it cannot be written", async () => {
    const { access, patientId } = await connectedPerson(db, "audit-both");
    const before = await owner.query("SELECT FROM audit_event WHERE patient_id = $1", [patientId]);
    const fail = inPatientTransaction(
      access,
      async (tx) => {
        await record(tx, access, { action: "data.deleted", detail: { dayBlocks: 1 } });
        throw new Error("the deed failed");
      },
      { db },
    );
    await expect(fail).rejects.toThrow("the deed failed");
    const after = await owner.query("SELECT FROM audit_event WHERE patient_id = $1", [patientId]);
    expect(after.rowCount).toBe(before.rowCount);
  });
});

describe("a reading that two devices report on two sides of midnight", () => {
  const midnight = Date.UTC(2026, 2, 2);
  const reading = (change: Partial<Egv>): Egv => ({
    systemTime: midnight,
    displayOffsetMinutes: -300,
    value: 111,
    status: null,
    trend: "flat",
    trendRate: 0,
    transmitterId: "9c".repeat(32),
    transmitterTicks: 90_000,
    displayDevice: "iOS",
    transmitterGeneration: "g7",
    ...change,
  });
  const phone = reading({ systemTime: midnight + 2_000 });
  const receiver = reading({ systemTime: midnight - 4_000, displayDevice: "receiver" });

  it.each([
    ["phone first", [phone, receiver]],
    ["receiver first", [receiver, phone]],
  ])("is stored once, as the phone saw it: %s", async (name, order) => {
    const { access } = await connectedPerson(db, `midnight ${name}`);
    for (const one of order)
      await inPatientTransaction(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: [one] }), {
        db,
      });
    expect(await readEgvs(access, { from: midnight - 3_600_000, to: midnight + 3_600_000 }, { db })).toEqual([
      phone,
    ]);
  });
});
