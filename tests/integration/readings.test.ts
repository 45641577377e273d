import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { type Database, openDatabase } from "@/lib/db/client";
import { enterPatient, inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import type { DeviceSnapshot, Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { newId } from "@/lib/ids";
import { createPatient } from "@/lib/patients/mutations";
import { readDevices, readEgvs, readEvents } from "@/lib/readings/data";
import { deleteRecords, storeDevices, upsertRecords } from "@/lib/readings/mutations";
import { accessAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";
import { createTestDatabase, type TestDatabase } from "../support/database";

const from = Date.UTC(2026, 2, 1);

function egvsFrom(start: number, days: number): Egv[] {
  return Array.from({ length: days * 288 }, (_, i) => ({
    systemTime: start + i * 300_000,
    displayOffsetMinutes: -300,
    value: 90 + ((i * 37) % 160),
    status: null,
    trend: "flat",
    trendRate: 0.3,
    transmitterId: "9c".repeat(32),
    transmitterTicks: 1_000 + Math.round((start - from) / 1000) + i * 300,
    displayDevice: "iOS",
    transmitterGeneration: "g7",
  }));
}

const event = (change: Partial<GlucoseEvent>): GlucoseEvent => ({
  recordId: "e1",
  systemTime: from + DAY_MS / 2,
  displayOffsetMinutes: -300,
  type: "carbs",
  subType: null,
  value: 40,
  unit: "grams",
  ...change,
});

describe("a patient's readings in the database", () => {
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    db = openDatabase(test.appUrl);
  });
  afterAll(async () => {
    await db.$disconnect();
    await test.drop();
  });

  async function newPatient(): Promise<PatientAccess> {
    const [userId, patientId] = [newId(), newId()];
    await inSystemTransaction(
      "system:sign-in",
      async (tx) => {
        const actor = "system:sign-in";
        await tx.user.create({ data: { id: userId } });
        await enterPatient(tx, { patientId, actor });
        await createPatient(tx, { patientId, userId, role: "self", actor });
      },
      { db },
    );
    return accessAsOwner({ userId, patient: "me" }, { db });
  }

  const within = <T>(access: PatientAccess, work: Parameters<typeof inPatientTransaction<T>>[1]) =>
    inPatientTransaction(access, work, { db });

  it("come back exactly, over half-open spans that cross days", async () => {
    const access = await newPatient();
    const egvs = egvsFrom(from, 30);
    const counts = await within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: egvs }));
    expect(counts).toEqual({ added: 8640, changed: 0, removed: 0 });
    expect(await readEgvs(access, { from, to: from + 30 * DAY_MS }, { db })).toEqual(egvs);
    const [first, second] = [egvs[287]?.systemTime ?? 0, egvs[289]?.systemTime ?? 0];
    expect(await readEgvs(access, { from: first, to: second }, { db })).toEqual(egvs.slice(287, 289));
    expect(await readEgvs(access, { from: second, to: second }, { db })).toEqual([]);
  });

  it("are stored once however often they arrive", async () => {
    const access = await newPatient();
    const egvs = egvsFrom(from, 3);
    await within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: egvs }));
    const again = await within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: egvs }));
    expect(again).toEqual({ added: 0, changed: 0, removed: 0 });
    expect(await readEgvs(access, { from, to: from + 3 * DAY_MS }, { db })).toHaveLength(3 * 288);
  });

  it("are not lost when two writers meet: the slower one starts over", async () => {
    const access = await newPatient();
    const [a, b] = [egvsFrom(from, 1).slice(0, 10), egvsFrom(from, 1).slice(10, 20)];
    await within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: a.slice(0, 1) }));
    const attempts = await Promise.allSettled(
      [a, b].map((records) => within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records }))),
    );
    for (const [i, attempt] of attempts.entries())
      if (attempt.status === "rejected")
        await within(access, (tx) => upsertRecords(access, tx, { kind: "egv", records: [a, b][i] ?? [] }));
    expect(await readEgvs(access, { from, to: from + DAY_MS }, { db })).toEqual([...a, ...b]);
  });

  it("follow an event that was moved to another day, and one that was deleted there", async () => {
    const access = await newPatient();
    const store = (change: Partial<GlucoseEvent>, status: "created" | "updated" | "deleted") =>
      within(access, (tx) =>
        upsertRecords(access, tx, { kind: "event", records: [{ ...event(change), status }] }),
      );
    await store({}, "created");
    await store({ recordId: "e2" }, "created");
    const moved = await store({ systemTime: from + 3 * DAY_MS, value: 50 }, "updated");
    expect(moved).toEqual({ added: 0, changed: 1, removed: 0 });
    const all = { from, to: from + 9 * DAY_MS };
    expect((await readEvents(access, all, { db })).map(({ recordId, value }) => [recordId, value])).toEqual([
      ["e2", 40],
      ["e1", 50],
    ]);
    expect(await store({ systemTime: from + 5 * DAY_MS }, "deleted")).toEqual({
      added: 0,
      changed: 0,
      removed: 1,
    });
    expect((await readEvents(access, all, { db })).map(({ recordId }) => recordId)).toEqual(["e2"]);
  });

  it("keep the newest list of devices", async () => {
    const access = await newPatient();
    const device = (lastUploadAt: number): DeviceSnapshot => ({
      lastUploadAt,
      transmitterId: null,
      transmitterGeneration: "g7",
      transmitterGenerationVariant: "g7",
      displayDevice: "iOS",
      displayApp: "G7",
      schedules: [],
    });
    expect(await readDevices(access, { db })).toEqual([]);
    for (const at of [from, from + 60_000, from + DAY_MS, from + DAY_MS])
      await within(access, (tx) => storeDevices(access, tx, [device(at)], at));
    expect(await readDevices(access, { db })).toEqual([device(from + DAY_MS)]);
  });

  it("cannot be opened with somebody else's access, nor after they were deleted", async () => {
    const [mine, theirs] = [await newPatient(), await newPatient()];
    const span = { from, to: from + DAY_MS };
    await within(mine, (tx) => upsertRecords(mine, tx, { kind: "egv", records: egvsFrom(from, 1) }));
    expect(await readEgvs(theirs, span, { db })).toEqual([]);
    expect(await within(mine, (tx) => deleteRecords(mine, tx))).toBe(1);
    expect(await readEgvs(mine, span, { db })).toEqual([]);
  });

  it("show no value and no time of day to somebody who holds the table alone", async () => {
    const access = await newPatient();
    await within(access, (tx) =>
      upsertRecords(access, tx, {
        kind: "event",
        records: [{ ...event({ type: "notes", value: "CANARY note" }), status: "created" }],
      }),
    );
    const rows = await within(access, (tx) => tx.dayBlock.findMany());
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).toString("latin1")).not.toContain("CANARY");
  });
});
