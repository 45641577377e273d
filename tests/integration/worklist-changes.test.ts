import { Client, type Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userActor } from "@/lib/audit/schema";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Transaction } from "@/lib/db/client";
import { type ClinicContext, inClinicTransaction, inSystemTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { changeTerms } from "@/lib/sharing/mutations";
import { listGroundsOf } from "@/lib/worklist/data-grounds";
import { listedPatient, listedPatients } from "@/lib/worklist/data-listed";
import type { ListedPatient } from "@/lib/worklist/listed-patient";
import { sweepListedChanges } from "@/lib/worklist/mutations-changes";
import { newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  openSharing,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";
import { sharesWith } from "@/tests/integration/worklist-support";

let world: SharingDatabase;
let owner: Pool;
let north: ClinicAccess;
let south: ClinicAccess;
let anna: Sharer;
let ben: Sharer;
let shareId: string;

beforeAll(async () => {
  world = await openSharing();
  ({ owner } = world);
  north = await newClinic(
    world.tools,
    await newColleague(world.tools, { address: "n@clinic.example" }),
    "North",
  );
  south = await newClinic(
    world.tools,
    await newColleague(world.tools, { address: "s@clinic.example" }),
    "South",
  );
  anna = await newSharer(world.db, "anna");
  ben = await newSharer(world.db, "ben");
  shareId = await sharesWith(world, anna, north);
  await sharesWith(world, ben, north);
});

afterAll(() => closeSharing(world));

const inClinic = <T>(access: ClinicContext, work: (tx: Transaction) => Promise<T>) =>
  inClinicTransaction(access, work, { db: world.db });
const list = async () => (await inClinic(north, (tx) => listedPatients(tx, north.clinicId))).patients;
const rowOf = (patients: readonly ListedPatient[], { patientId }: Sharer) =>
  patients.find((one) => one.patientId === patientId);
/** As the database has it, whatever is in memory. */
const readAnew = ({ patientId }: Sharer) => inClinic(north, (tx) => listedPatient(tx, patientId));

/** Past the triggers, like time that passes: nobody notes it. */
const unnoticed = (sql: string) =>
  owner.query(`SET session_replication_role = replica; ${sql}; SET session_replication_role = origin`);

const asAnna = (sql: string) =>
  owner.query(
    sql
      .replaceAll("$anna", `'${anna.patientId}'`)
      .replaceAll("$north", `'${north.clinicId}'`)
      .replaceAll("$member", `'${north.userId}'`),
  );

describe("a list that was read before", () => {
  it("is the very same as long as nothing of it is another", async () => {
    const before = await list();
    expect(before.map(({ patientId }) => patientId).toSorted()).toEqual(
      [anna.patientId, ben.patientId].toSorted(),
    );
    await asAnna(
      "UPDATE connection SET last_sync_at = now(), sync_fence = sync_fence + 1 WHERE patient_id = $anna",
    );
    expect(await list()).toBe(before);
  });

  it.each([
    ["a connection that broke", "UPDATE connection SET status = 'reconnect_needed' WHERE patient_id = $anna"],
    ["another wall clock", "UPDATE connection SET newest_offset_minutes = 61 WHERE patient_id = $anna"],
    [
      "a summary where there was none",
      "INSERT INTO glucose_summary (patient_id, revision, format, sealed) VALUES ($anna, 1, 1, 'x') ON CONFLICT (patient_id) DO UPDATE SET revision = 7, format = 1, sealed = 'x'",
    ],
    [
      "a summary that was counted anew",
      "UPDATE glucose_summary SET revision = revision + 1 WHERE patient_id = $anna",
    ],
    ["a summary that was taken away", "UPDATE glucose_summary SET sealed = NULL WHERE patient_id = $anna"],
    [
      "a key that was wrapped anew",
      "UPDATE keys.patient_key SET wrapped = wrapped || 'x' WHERE patient_id = $anna",
    ],
    [
      "a place in the clinic",
      "INSERT INTO clinic_patient (clinic_id, patient_id, targets) VALUES ($north, $anna, 'older')",
    ],
    ["another place", "UPDATE clinic_patient SET targets = 'pregnancy' WHERE patient_id = $anna"],
    ["no place any more", "DELETE FROM clinic_patient WHERE patient_id = $anna"],
    [
      "a review",
      `INSERT INTO clinic_review (id, clinic_id, patient_id, user_id) VALUES ('${newId()}', $north, $anna, $member)`,
    ],
    ["a review that was taken back", "DELETE FROM clinic_review WHERE patient_id = $anna"],
  ])("has %s from the next look on, and sends for nobody else", async (_, sql) => {
    const before = await list();
    const annaBefore = rowOf(before, anna);
    await asAnna(sql);
    const after = await list();
    expect(rowOf(after, anna)).toEqual(await readAnew(anna));
    expect(rowOf(after, anna)).not.toEqual(annaBefore);
    expect(rowOf(after, ben)).toBe(rowOf(before, ben));
    expect(await list()).toBe(after);
  });

  it.each([
    ["scope", "scope = 'summary', with_events = false, with_notes = false"],
    ["window of days", "window_days = 14"],
    ["window from a date", "window_days = NULL, window_from = '2026-01-01'"],
    ["end", "expires_at = now() + interval '1 day'"],
  ])("has a share's other %s, though nobody noted it", async (_, change) => {
    const before = await list();
    const annaBefore = rowOf(before, anna);
    await unnoticed(`UPDATE share SET ${change} WHERE id = '${shareId}'`);
    const after = await list();
    expect(rowOf(after, anna)).toEqual(await readAnew(anna));
    expect(rowOf(after, anna)).not.toEqual(annaBefore);
    expect(rowOf(after, ben)).toBe(rowOf(before, ben));
  });

  it("is another where a patient gave another name, which lies sealed with the share", async () => {
    const before = await list();
    await owner.query('ALTER TABLE share DISABLE TRIGGER "terms_are_the_owners"');
    await owner.query("UPDATE share SET owner_sealed = owner_sealed || '\\x00' WHERE id = $1", [shareId]);
    await owner.query('ALTER TABLE share ENABLE TRIGGER "terms_are_the_owners"');
    const after = await list();
    expect(rowOf(after, anna)).not.toBe(rowOf(before, anna));
    expect(rowOf(after, ben)).toBe(rowOf(before, ben));
  });

  it("is without whose time is over, though nobody noted it, and with them when it is not", async () => {
    await unnoticed(`UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}'`);
    expect((await list()).map(({ patientId }) => patientId)).toEqual([ben.patientId]);
    await unnoticed(`UPDATE share SET expires_at = now() + interval '2 days' WHERE id = '${shareId}'`);
    expect(await list()).toHaveLength(2);
  });

  it("has what a transaction wrote that went on while it was read, others having come after it", async () => {
    const slow = new Client({ connectionString: world.database.superuserUrl });
    await slow.connect();
    try {
      await slow.query("BEGIN");
      await slow.query("UPDATE connection SET newest_offset_minutes = 90 WHERE patient_id = $1", [
        anna.patientId,
      ]);
      await owner.query("UPDATE connection SET newest_offset_minutes = 91 WHERE patient_id = $1", [
        ben.patientId,
      ]);
      const meanwhile = await list();
      expect(rowOf(meanwhile, anna)?.displayOffsetMinutes).not.toBe(90);
      expect(rowOf(meanwhile, ben)?.displayOffsetMinutes).toBe(91);
      await slow.query("COMMIT");
      expect(rowOf(await list(), anna)?.displayOffsetMinutes).toBe(90);
    } finally {
      await slow.end();
    }
  });

  it("is without whose key is gone, from that moment on", async () => {
    const cleo = await newSharer(world.db, "cleo");
    await sharesWith(world, cleo, north);
    expect(await list()).toHaveLength(3);
    await owner.query("DELETE FROM keys.patient_key WHERE patient_id = $1", [cleo.patientId]);
    expect(rowOf(await list(), cleo)).toBeUndefined();
  });
});

describe("what a list rests on", () => {
  const groundsFor = (access: ClinicAccess) => listGroundsOf(access, { db: world.db });

  const listedGrounds = async () => (await inClinic(north, (tx) => listedPatients(tx, north.clinicId))).terms;

  it("is said with the list and without it, and is another as soon as a share or its terms are", async () => {
    const before = await groundsFor(north);
    expect(await listedGrounds()).toBe(before);
    const terms = { ...FULL_TERMS, scope: "summary", withEvents: false, withNotes: false } as const;
    await changeTerms(anna.access, shareId, terms, { db: world.db, now: Date.now() });
    const narrowed = await groundsFor(north);
    expect(narrowed).not.toBe(before);
    expect(await listedGrounds()).toBe(narrowed);
  });

  it("is that of nobody to whoever does not work there, and to ids that are none", async () => {
    expect(await groundsFor(north)).not.toBe("0 0");
    const stranger = { userId: south.userId, clinicId: north.clinicId };
    expect(await listGroundsOf(stranger, { db: world.db })).toBe("0 0");
    expect(await listGroundsOf({ ...stranger, clinicId: "north" }, { db: world.db })).toBeNull();
  });
});

describe("the notes about what changed", () => {
  const notesSeenBy = (access: ClinicContext) =>
    inClinic(
      access,
      (tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT patient_id::text AS id FROM listed_change`,
    );
  it("are about the patients of the clinic that asks, and of nobody else's", async () => {
    await owner.query("UPDATE connection SET newest_offset_minutes = 30 WHERE patient_id = $1", [
      anna.patientId,
    ]);
    expect(await notesSeenBy(north)).toContainEqual({ id: anna.patientId });
    expect(await notesSeenBy(south)).toEqual([]);
    expect(await world.db.listedChange.count()).toBe(0);
    expect(await notesSeenBy({ clinicId: north.clinicId, actor: userActor(south.userId) })).toEqual([]);
  });

  it("are written by triggers alone, and never changed", async () => {
    const { patientId } = anna;
    const write = (work: (tx: Transaction) => Promise<unknown>) => inClinic(north, work);
    await expect(
      write((tx) => tx.listedChange.create({ data: { writtenBy: 1n, patientId } })),
    ).rejects.toThrow(/permission denied/);
    await expect(write((tx) => tx.listedChange.updateMany({ data: { writtenBy: 1n } }))).rejects.toThrow(
      /permission denied/,
    );
  });

  it("are swept an hour after they were written, and not before", async () => {
    const notes = async () =>
      Number((await owner.query("SELECT count(*) FROM listed_change")).rows[0]?.count);
    const there = await notes();
    expect(there).toBeGreaterThan(0);
    await sweepListedChanges({ db: world.db });
    expect(await notes()).toBe(there);
    await owner.query("UPDATE listed_change SET at = now() - interval '61 minutes' WHERE patient_id = $1", [
      anna.patientId,
    ]);
    const left = (await owner.query("SELECT FROM listed_change WHERE patient_id <> $1", [anna.patientId]))
      .rowCount;
    await sweepListedChanges({ db: world.db });
    expect(await notes()).toBe(left);
    expect(left).toBeLessThan(there);
  });

  it("cannot be swept by a member", async () => {
    const swept = await inClinic(north, (tx) => tx.$executeRaw`DELETE FROM listed_change`);
    expect(swept).toBe(0);
    expect(
      await inSystemTransaction("system:clinics", (tx) => tx.listedChange.count(), { db: world.db }),
    ).toBeGreaterThan(0);
  });
});
