import { spawnSync } from "node:child_process";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordHash } from "@/lib/audit/record-seal";
import { inProject } from "@/lib/cli/project";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Database, Transaction } from "@/lib/db/client";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { applyErasures, erasePatient, previewErasure } from "@/lib/patients/mutations-erasure";
import { accessAsOwner, readPatient } from "@/lib/sharing/access";
import { allDisclosuresOf, disclosuresOf, recordFactsOf } from "@/lib/sharing/data-disclosures";
import { shareMovesOf } from "@/lib/sharing/data-share-moves";
import { changeTerms, endShare } from "@/lib/sharing/mutations";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";
import { sealRecords } from "@/lib/sharing/mutations-seal";
import type { Disclosed, PatientAccess } from "@/lib/sharing/policy";
import { type RecordFault, verifyRecord } from "@/lib/sharing/verify-record";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  newViewer,
  openSharing,
  type Sharer,
  type SharingDatabase,
  type SharingTools,
  shareByCode,
} from "@/tests/integration/sharing-support";

let world: SharingDatabase;
let db: Database;
let owner: Pool;
let tools: SharingTools;
let counter = 0;

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner, tools } = world);
});

afterAll(() => closeSharing(world));

const NETWORK = "192.0.2.0/24";
const FORTNIGHT: LookedAtDays = { from: "2026-11-01", to: "2026-11-14" };
const NOVEMBER_26 = Date.parse("2026-11-26T10:00:00Z");

const unique = (what: string) => `${what}-${(counter += 1)}`;

interface Pair {
  readonly patient: Sharer;
  readonly viewerId: string;
  readonly shareId: string;
}

/** Somebody who shares everything with a clinician. */
async function pair(name = "Ana Ruiz"): Promise<Pair> {
  const patient = await newSharer(db, unique("patient"));
  const viewerId = await newViewer(db, `${unique("viewer")}@clinic.example`, name);
  return { patient, viewerId, shareId: await shareByCode(tools, patient, viewerId) };
}

interface Wish {
  readonly what?: Disclosed;
  readonly days?: LookedAtDays | null;
  readonly network?: string | null;
}

/** The clinician opens a view. */
function look(
  { patient, viewerId }: Pick<Pair, "patient" | "viewerId">,
  { what = "overview", days = FORTNIGHT, network = NETWORK }: Wish = {},
): Promise<string> {
  const looking = { userId: viewerId, patient: patient.patientId, what, network, daysOf: () => days };
  return readPatient(looking, async ({ capability }) => capability, { db });
}

const oneDay = (date: LocalDate): LookedAtDays => ({ from: date, to: date });

/** So many looks, each at a day of its own. */
async function lookOften(two: Pair, times: number): Promise<void> {
  for (let day = 1; day <= times; day += 1) {
    await look(two, { what: "daily", days: oneDay(addDays("2026-10-01", day - 1)) });
  }
}

interface StoredRow {
  readonly id: string;
  readonly seq: number;
  readonly what: string;
}

const rowsOf = async ({ patient }: Pick<Pair, "patient">): Promise<StoredRow[]> =>
  (
    await owner.query<StoredRow>("SELECT id, seq, what FROM disclosure WHERE patient_id = $1 ORDER BY seq", [
      patient.patientId,
    ])
  ).rows;

const count = async (two: Pick<Pair, "patient">) => (await rowsOf(two)).length;

/** Lets time pass for the rows of a patient, which are no longer what was written then. */
async function ageRows({ patient }: Pair, minutes: number): Promise<void> {
  await owner.query("UPDATE disclosure SET at = at - make_interval(mins => $2) WHERE patient_id = $1", [
    patient.patientId,
    minutes,
  ]);
}

describe("who looked", () => {
  it("is one row for one look, with who, from where and at what", async () => {
    const two = await pair();
    expect(await look(two)).toBe("viewer");
    const { looks, hasOlder, hasNewer } = await disclosuresOf(two.patient.access, {}, { db });
    expect(looks).toEqual([
      {
        seq: 1,
        at: expect.any(Number),
        viewerId: two.viewerId,
        viewerName: "Ana Ruiz",
        clinic: null,
        network: NETWORK,
        channel: "page",
        what: "overview",
        days: FORTNIGHT,
        shareId: two.shareId,
      },
    ]);
    expect(Math.abs(Date.now() - (looks[0]?.at ?? 0))).toBeLessThan(MINUTE_MS);
    expect([hasOlder, hasNewer]).toEqual([false, false]);
    await look(two, { what: "api-readings", network: null });
    const [latest] = (await disclosuresOf(two.patient.access, {}, { db })).looks;
    expect(latest).toMatchObject({ seq: 2, channel: "api", network: null });
  });

  it("is the same row for the same days within five minutes, and a new one for anything else", async () => {
    const two = await pair();
    const rows = async (wish: Wish = {}) => {
      await look(two, wish);
      return count(two);
    };
    expect([await rows(), await rows(), await rows()]).toEqual([1, 1, 1]);
    expect(await rows({ days: { from: "2026-11-05", to: "2026-11-06" } })).toBe(1);
    expect(await rows({ days: { from: "2026-10-31", to: "2026-11-14" } })).toBe(2);
    expect(await rows({ what: "profile" })).toBe(3);
    expect(await rows({ what: "devices", days: null })).toBe(4);
    await ageRows(two, 4);
    expect(await rows()).toBe(4);
    await ageRows(two, 2);
    expect([await rows(), await rows()]).toEqual([5, 5]);
    // Its rows were moved in time: whoever verifies later would name them.
    await owner.query("DELETE FROM patient WHERE id = $1", [two.patient.patientId]);
  });

  it("is told apart by person and by share", async () => {
    const two = await pair();
    const colleague = await newViewer(db, `${unique("viewer")}@clinic.example`, "Ben Okoro");
    await shareByCode(tools, two.patient, colleague);
    await look(two);
    await look({ ...two, viewerId: colleague });
    await endShare(two.patient.access, two.shareId, { db, now: Date.now() });
    await shareByCode(tools, two.patient, two.viewerId);
    await look(two);
    expect(await count(two)).toBe(3);
  });

  it("makes one chain without a gap when twenty look at the same moment, and one row when it is one look", async () => {
    const two = await pair();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        look(two, { what: "daily", days: oneDay(addDays("2026-11-01", i)) }),
      ),
    );
    expect((await rowsOf(two)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await Promise.all(Array.from({ length: 20 }, () => look(two, { what: "profile" })));
    expect(await count(two)).toBe(21);
    expect(await faults()).toEqual([]);
  });

  it("is nobody when the owner looks, when a look is refused, and when a read fails", async () => {
    const two = await pair();
    const own = { userId: two.patient.userId, what: "overview", network: NETWORK } as const;
    for (const patient of ["me", two.patient.patientId])
      expect(await readPatient({ ...own, patient }, async ({ capability }) => capability, { db })).toBe(
        "owner",
      );
    const looking = { ...own, userId: two.viewerId, patient: two.patient.patientId };
    await expect(
      readPatient(looking, () => Promise.reject(new Error("a failing read")), { db }),
    ).rejects.toThrow("a failing read");
    const bare = { ...FULL_TERMS, scope: "summary", withEvents: false, withNotes: false } as const;
    await changeTerms(two.patient.access, two.shareId, bare, { db, now: Date.now() });
    await expect(look(two, { what: "daily" })).rejects.toMatchObject({ refusal: "not-shared" });
    await endShare(two.patient.access, two.shareId, { db, now: Date.now() });
    await expect(look(two)).rejects.toMatchObject({ refusal: "share-ended" });
    const stranger = await newViewer(db, `${unique("viewer")}@clinic.example`);
    await expect(look({ ...two, viewerId: stranger })).rejects.toMatchObject({ refusal: "no-such-person" });
    expect(await count(two)).toBe(0);
  });
});

describe("the owner's page", () => {
  it("goes through the record fifty at a time, in both directions", async () => {
    const two = await pair();
    await lookOften(two, 7);
    const page = async (wish: { before?: number; after?: number }) => {
      const { looks, hasOlder, hasNewer } = await disclosuresOf(two.patient.access, wish, {
        db,
        looksMax: 3,
      });
      return [looks.map(({ seq }) => seq), hasOlder, hasNewer];
    };
    expect(await page({})).toEqual([[7, 6, 5], true, false]);
    expect(await page({ before: 5 })).toEqual([[4, 3, 2], true, true]);
    expect(await page({ before: 2 })).toEqual([[1], false, true]);
    expect(await page({ after: 1 })).toEqual([[4, 3, 2], true, true]);
    expect(await page({ after: 4 })).toEqual([[7, 6, 5], true, false]);
    expect(await page({ after: 7 })).toEqual([[], false, false]);
    const parts: number[][] = [];
    for await (const looks of allDisclosuresOf(two.patient.access, { db, looksMax: 3 }))
      parts.push(looks.map(({ seq }) => seq));
    expect(parts).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
  });

  it("narrows it to a person, a view and a time, and knows what there is to choose from", async () => {
    const two = await pair();
    const colleague = await newViewer(db, `${unique("viewer")}@clinic.example`, "Ben Okoro");
    await shareByCode(tools, two.patient, colleague);
    await look(two);
    await look(two, { what: "a1c", days: null });
    await look({ ...two, viewerId: colleague });
    const seqs = async (wish: Parameters<typeof disclosuresOf>[1]) =>
      (await disclosuresOf(two.patient.access, wish, { db })).looks.map(({ seq }) => seq);
    expect(await seqs({ viewerId: two.viewerId })).toEqual([2, 1]);
    expect(await seqs({ what: "overview" })).toEqual([3, 1]);
    expect(await seqs({ what: "overview", viewerId: colleague })).toEqual([3]);
    const [third, second] = (await disclosuresOf(two.patient.access, {}, { db })).looks;
    expect(await seqs({ from: third?.at ?? 0 })).toEqual([3]);
    expect(await seqs({ to: second?.at ?? 0 })).toEqual([1]);
    const facts = await recordFactsOf(two.patient.access, { db });
    expect(facts).toMatchObject({ count: 3, views: ["overview", "a1c"] });
    expect(new Set(facts.viewers)).toEqual(
      new Set([
        { id: two.viewerId, name: "Ana Ruiz" },
        { id: colleague, name: "Ben Okoro" },
      ]),
    );
  });

  it("is for the owner only, and of their own record only", async () => {
    const [two, other] = [await pair(), await pair()];
    await look(two);
    expect((await disclosuresOf(other.patient.access, {}, { db })).looks).toEqual([]);
    const looking = {
      userId: two.viewerId,
      patient: two.patient.patientId,
      what: "overview",
      network: null,
    } as const;
    for (const read of [
      (access: PatientAccess) => disclosuresOf(access, {}, { db }),
      (access: PatientAccess) => recordFactsOf(access, { db }),
      (access: PatientAccess) => shareMovesOf(access, { from: null, to: null }, { db }),
    ])
      await expect(readPatient<unknown>(looking, (access) => read(access), { db })).rejects.toMatchObject({
        refusal: "read-only",
      });
  });

  it("tells what happened to shares between the looks", async () => {
    const two = await pair();
    await look(two);
    const before = await shareMovesOf(two.patient.access, { from: null, to: null }, { db });
    expect(before.map(({ action, isOwners }) => [action, isOwners])).toEqual([
      ["share.activated", true],
      ["share.redeemed", false],
      ["share.offered", true],
    ]);
    const [first] = (await disclosuresOf(two.patient.access, {}, { db })).looks;
    const at = first?.at ?? 0;
    await endShare(two.patient.access, two.shareId, { db, now: Date.now() });
    expect(await shareMovesOf(two.patient.access, { from: at, to: null }, { db })).toMatchObject([
      { action: "share.ended", shareId: two.shareId, reason: "revoked", isOwners: true },
    ]);
    expect(await shareMovesOf(two.patient.access, { from: null, to: at }, { db })).toHaveLength(3);
  });
});

async function faults(): Promise<RecordFault[]> {
  const found: RecordFault[] = [];
  const verified = await verifyRecord({ db, rowsMax: 4, onFault: (fault) => found.push(fault) });
  expect(verified.faults).toBe(found.length);
  return found;
}

/** What verifying names about one patient, without the hash. */
async function faultsOf({ patient }: Pick<Pair, "patient">) {
  const hash = recordHash(patient.patientId);
  return (await faults()).flatMap(({ patientHash, ...fault }) => (patientHash === hash ? [fault] : []));
}

describe("the record", () => {
  it("cannot be changed or cut by the app", async () => {
    const two = await pair();
    await look(two);
    const { patientId, access } = two.patient;
    const denied = /permission denied|42501/;
    const byOwner: readonly ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.disclosure.updateMany({ where: { patientId }, data: { what: "daily" } }),
      (tx) => tx.disclosure.deleteMany({ where: { patientId } }),
      (tx) => tx.$executeRaw`TRUNCATE disclosure`,
      (tx) => tx.disclosureHead.deleteMany({ where: { patientId } }),
    ];
    for (const attempt of byOwner)
      await expect(inPatientTransaction(access, attempt, { db })).rejects.toThrow(denied);
    const byVerifier: readonly ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.recordSeal.deleteMany(),
      (tx) => tx.recordSeal.updateMany({ data: { seq: 1 } }),
      (tx) => tx.recordTombstone.deleteMany(),
      (tx) => tx.disclosure.deleteMany(),
    ];
    for (const attempt of byVerifier)
      await expect(inSystemTransaction("system:verifier", attempt, { db })).rejects.toThrow(denied);
    expect(await count(two)).toBe(1);
  });

  it("holds no name and no network in the clear", async () => {
    const two = await pair("Canary Clinician");
    await look(two, { network: "203.0.113.0/24" });
    const { rows } = await owner.query(
      `SELECT (SELECT json_agg(to_json(d)) FROM disclosure AS d)::text AS disclosures,
        (SELECT json_agg(to_json(h)) FROM disclosure_head AS h)::text AS heads`,
    );
    const dump = JSON.stringify(rows);
    for (const secret of ["Canary Clinician", "203.0.113"])
      for (const spelling of [
        secret,
        Buffer.from(secret).toString("hex"),
        Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
      ])
        expect(dump).not.toContain(spelling);
    expect(dump).toContain(two.shareId);
  });

  it("is sealed once a day where it has grown", async () => {
    const two = await pair();
    const hash = recordHash(two.patient.patientId);
    const seals = async () =>
      (
        await owner.query<{ day: string; seq: number }>(
          "SELECT day::text, seq FROM keys.record_seal WHERE patient_hash = $1 ORDER BY day",
          [hash],
        )
      ).rows;
    const seal = (days = 0) => sealRecords({ db, now: NOVEMBER_26 + days * DAY_MS });
    await seal();
    expect(await seals()).toEqual([]);
    await lookOften(two, 2);
    await seal();
    await seal();
    expect(await seals()).toEqual([{ day: "2026-11-26", seq: 2 }]);
    await look(two);
    await seal();
    expect(await seals()).toHaveLength(1);
    await seal(1);
    expect(await seal(2)).toBe(0);
    expect(await seals()).toEqual([
      { day: "2026-11-26", seq: 2 },
      { day: "2026-11-27", seq: 3 },
    ]);
    expect(await faultsOf(two)).toEqual([]);
  });
});

describe("verifying the record", () => {
  /** Ten rows, the first eight of them sealed. */
  async function tenRows(): Promise<Pair & { readonly rows: readonly StoredRow[] }> {
    const two = await pair();
    await lookOften(two, 8);
    await sealRecords({ db, now: NOVEMBER_26 + counter * DAY_MS });
    await look(two);
    await look(two, { what: "profile" });
    expect(await faultsOf(two)).toEqual([]);
    return { ...two, rows: await rowsOf(two) };
  }

  const tamper = (two: Pair, statement: string, ...values: unknown[]) =>
    owner.query(statement, [two.patient.patientId, ...values]);

  it("counts what is in order", async () => {
    const two = await pair();
    await lookOften(two, 3);
    const verified = await verifyRecord({ db, onFault: () => undefined });
    const { rows } = await owner.query<{ rows: number; chains: number; seals: number }>(
      `SELECT (SELECT count(*)::int FROM disclosure) AS rows, (SELECT count(*)::int FROM disclosure_head) AS chains,
        (SELECT count(*)::int FROM keys.record_seal) AS seals`,
    );
    expect(verified).toMatchObject({ ...rows[0], faults: 0 });
  });

  it.each([
    ["another person", "UPDATE disclosure SET viewer = 'user:someone' WHERE patient_id = $1 AND seq = 5"],
    ["another time", "UPDATE disclosure SET at = at - interval '1 day' WHERE patient_id = $1 AND seq = 5"],
    ["another view", "UPDATE disclosure SET what = 'overview' WHERE patient_id = $1 AND seq = 5"],
    ["no days", "UPDATE disclosure SET day_from = NULL, day_to = NULL WHERE patient_id = $1 AND seq = 5"],
    [
      "other sealed words",
      "UPDATE disclosure SET sealed = (SELECT sealed FROM disclosure WHERE patient_id = $1 AND seq = 6) WHERE patient_id = $1 AND seq = 5",
    ],
  ])("names a row that was changed to tell of %s", async (_name, statement) => {
    const two = await tenRows();
    const kept = (await tamper(two, "SELECT * FROM disclosure WHERE patient_id = $1 AND seq = 5")).rows[0];
    await tamper(two, statement);
    expect(await faultsOf(two)).toEqual([{ kind: "changed", from: 5, to: 5 }]);
    await tamper(
      two,
      `UPDATE disclosure SET viewer = $2, at = $3, what = $4, day_from = '2026-10-05', day_to = '2026-10-05', sealed = $5
       WHERE patient_id = $1 AND seq = 5`,
      kept.viewer,
      kept.at,
      kept.what,
      kept.sealed,
    );
    expect(await faultsOf(two)).toEqual([]);
  });

  it("names rows that were taken out of the middle, and a seal that covers them", async () => {
    const two = await tenRows();
    await tamper(two, "DELETE FROM disclosure WHERE patient_id = $1 AND seq IN (4, 5, 8)");
    expect(await faultsOf(two)).toEqual([
      { kind: "missing", from: 4, to: 5 },
      { kind: "missing", from: 8, to: 8 },
      { kind: "broken-seal", day: expect.any(String), seq: 8 },
    ]);
  });

  it("names a last row that was taken away, by the chain's end, and by a seal when the end was moved back", async () => {
    const two = await tenRows();
    await tamper(two, "DELETE FROM disclosure WHERE patient_id = $1 AND seq = 10");
    expect(await faultsOf(two)).toEqual([{ kind: "missing", from: 10, to: 10 }]);
    await tamper(two, "DELETE FROM disclosure WHERE patient_id = $1 AND seq >= 8");
    await tamper(
      two,
      `UPDATE disclosure_head AS h SET seq = d.seq, mac = d.mac FROM disclosure AS d
       WHERE h.patient_id = $1 AND d.patient_id = $1 AND d.seq = 7`,
    );
    const broken = { kind: "broken-seal", day: expect.any(String), seq: 8 };
    expect(await faultsOf(two)).toEqual([broken]);
    // What is looked at afterwards makes a good chain again, and not one that the seal knows.
    await look(two, { what: "patterns" });
    expect(await faultsOf(two)).toEqual([broken]);
  });

  it("names rows behind the end, an end that is gone, and rows that changed places", async () => {
    const two = await tenRows();
    await tamper(two, "UPDATE disclosure_head SET seq = 9 WHERE patient_id = $1");
    expect(await faultsOf(two)).toEqual([{ kind: "end", from: 9, to: 10 }]);
    await tamper(two, "DELETE FROM disclosure_head WHERE patient_id = $1");
    expect(await faultsOf(two)).toEqual([{ kind: "end", from: 10, to: 10 }]);

    const other = await tenRows();
    for (const [from, to] of [
      [3, 99],
      [4, 3],
      [99, 4],
    ])
      await tamper(other, "UPDATE disclosure SET seq = $3 WHERE patient_id = $1 AND seq = $2", from, to);
    expect(await faultsOf(other)).toEqual([3, 4, 5].map((seq) => ({ kind: "changed", from: seq, to: seq })));
  });

  it("names a row that somebody without the key adds", async () => {
    const two = await tenRows();
    await tamper(
      two,
      `INSERT INTO disclosure (id, patient_id, seq, at, viewer, share_id, channel, what, sealed, mac)
       SELECT gen_random_uuid(), patient_id, 11, now(), viewer, share_id, channel, what, sealed, mac
       FROM disclosure WHERE patient_id = $1 AND seq = 10`,
    );
    await tamper(two, "UPDATE disclosure_head SET seq = 11 WHERE patient_id = $1");
    expect(await faultsOf(two)).toEqual([{ kind: "changed", from: 11, to: 11 }]);
  });

  it("names a seal that is not ours, and a record that is gone as a whole without an erasure", async () => {
    const two = await tenRows();
    const hash = recordHash(two.patient.patientId);
    const day = "2001-01-01";
    await owner.query(
      "INSERT INTO keys.record_seal (day, patient_hash, seq, mac, signature) VALUES ($1, $2, 8, 'mac', 'signature')",
      [day, hash],
    );
    expect(await faultsOf(two)).toEqual([{ kind: "forged-seal", day, seq: 8 }]);
    await owner.query("DELETE FROM keys.record_seal WHERE day = $1", [day]);
    await owner.query("DELETE FROM patient WHERE id = $1", [two.patient.patientId]);
    const gone = { day: expect.any(String), seq: 8 };
    expect(await faultsOf(two)).toEqual([{ kind: "gone", ...gone }]);
    await owner.query(
      "INSERT INTO keys.record_tombstone (patient_hash, seq, mac, signature) VALUES ($1, 10, 'mac', 'signature')",
      [hash],
    );
    expect(await faultsOf(two)).toEqual([{ kind: "forged-tombstone", ...gone }]);
  });

  it("finds everything in order after an erasure, and after one that is applied again", async () => {
    const two = await tenRows();
    const { access, patientId } = two.patient;
    expect(await previewErasure(access, { db })).toMatchObject({ disclosures: 10 });
    const kept = (
      await tamper(two, "SELECT to_json(h)::text AS row FROM disclosure_head AS h WHERE patient_id = $1")
    ).rows[0] as { row: string };
    await erasePatient(access, { db });
    expect(await count(two)).toBe(0);
    expect(await faultsOf(two)).toEqual([]);
    const stones = () =>
      owner.query<{ seq: number }>("SELECT seq FROM keys.record_tombstone WHERE patient_hash = $1", [
        recordHash(patientId),
      ]);
    expect((await stones()).rows).toEqual([{ seq: 10 }]);

    await owner.query("INSERT INTO patient (id) VALUES ($1)", [patientId]);
    await owner.query(
      "INSERT INTO disclosure_head SELECT (json_populate_record(NULL::disclosure_head, $1)).*",
      [kept.row],
    );
    expect(await applyErasures({ db })).toBe(1);
    expect((await stones()).rows).toEqual([{ seq: 10 }]);
    expect(await faultsOf(two)).toEqual([]);
    await expect(accessAsOwner({ userId: two.patient.userId, patient: "me" }, { db })).rejects.toThrow(
      /not_found/,
    );
  });

  it("ends as a command with 1, and a line for each fault", async () => {
    const two = await tenRows();
    await tamper(two, "DELETE FROM disclosure WHERE patient_id = $1 AND seq = 3");
    const hash = recordHash(two.patient.patientId);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", inProject("lib/cli/verify-record.ts")],
      { cwd: inProject(), env: { ...process.env, DATABASE_URL: world.database.appUrl }, encoding: "utf8" },
    );
    expect(stderr.split("\n")).toContain(`${hash}, row 3: not there any more`);
    expect(stdout).toMatch(/^\d+ records in \d+ chains, \d+ seals: \d+ faults\n$/);
    expect(status).toBe(1);
    expect(stdout + stderr).not.toContain(two.patient.patientId);
  });

  it("leaves nothing behind of somebody at whose data nobody looked", async () => {
    const patient = await newSharer(db, unique("patient"));
    await erasePatient(patient.access, { db });
    const { rowCount } = await owner.query("SELECT FROM keys.record_tombstone WHERE patient_hash = $1", [
      recordHash(patient.patientId),
    ]);
    expect(rowCount).toBe(0);
  });
});
