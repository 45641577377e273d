import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, userActor, visitActor } from "@/lib/audit/schema";
import { removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Database, Transaction } from "@/lib/db/client";
import {
  inClinicTransaction,
  inPatientTransaction,
  inSystemTransaction,
  inUserTransaction,
} from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { addHandExclusion, addNote } from "@/lib/journal/mutations";
import { endShare } from "@/lib/sharing/mutations";
import type { ShareTerms } from "@/lib/sharing/schema";
import {
  type Colleague,
  joins,
  newClinic,
  newColleague,
  sharesWith,
} from "@/tests/integration/clinics-support";
import {
  closeSharing,
  newSharer,
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

const TODAY = new Date().toISOString().slice(0, 10);
const LONG_AGO = "2026-01-01";

const at = () => ({ db, now: Date.now() });
const unique = (what: string) => `${what}-${(counter += 1)}`;
const colleague = () => newColleague(tools, { address: `${unique("colleague")}@clinic.example` });

/** Somebody with readings and events of two days, a note, a time that is left out, and a summary. */
async function sharer(): Promise<Sharer> {
  const patient = await newSharer(db, unique("sharer"));
  const { patientId, access } = patient;
  const days = ["egv", "event"].flatMap((kind) =>
    [LONG_AGO, TODAY].map((day) => ({
      patientId,
      source: "dexcom",
      kind,
      day: new Date(day),
      revision: 1,
      format: 1,
      sealed: Buffer.from("x"),
    })),
  );
  await inPatientTransaction(
    { patientId, actor: "system:sync" },
    (tx) => tx.dayBlock.createMany({ data: days }),
    { db },
  );
  await addNote(access, { kind: "note", date: LONG_AGO, minuteOfDay: 0, text: "A note" }, { db });
  const leftOut = { from: `${LONG_AGO}T00:00:00.000Z`, to: `${LONG_AGO}T01:00:00.000Z`, reason: "A reason" };
  await addHandExclusion(access, leftOut, { db });
  await owner.query(
    "INSERT INTO glucose_summary (patient_id, revision, format) VALUES ($1, 1, 1) ON CONFLICT DO NOTHING",
    [patientId],
  );
  return patient;
}

interface Ward {
  readonly clinic: ClinicAccess;
  readonly ben: Colleague;
  readonly benThere: ClinicAccess;
}

/** A clinic in which Ben works. */
async function ward(): Promise<Ward> {
  const ben = await colleague();
  const clinic = await newClinic(tools, await colleague());
  return { clinic, ben, benThere: await joins(tools, clinic, ben) };
}

async function lapse(shareId: string): Promise<void> {
  await owner.query(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}';
    SET session_replication_role = origin`);
}

/** Everything of patients that a transaction sees, whatever it was entitled to. */
async function rowsIn(tx: Transaction, actor: string) {
  const patientsOf = async (rows: Promise<readonly { patientId: string }[]>) =>
    (await rows).map(({ patientId }) => patientId).toSorted();
  const select = { patientId: true } as const;
  return {
    shares: (await tx.share.findMany({ select: { id: true } })).map(({ id }) => id).toSorted(),
    summaries: await patientsOf(tx.glucoseSummary.findMany({ select })),
    keys: await patientsOf(tx.patientKey.findMany({ select })),
    connections: await patientsOf(tx.connection.findMany({ select })),
    heads: await patientsOf(tx.disclosureHead.findMany({ select })),
    listed: await patientsOf(tx.$queryRaw`SELECT patient_id::text AS "patientId" FROM clinic_listed`),
    other: [
      await tx.patient.count(),
      await tx.patientOwner.count(),
      await tx.dayBlock.count(),
      await tx.journalEntry.count(),
      await tx.syncCursor.count(),
      await tx.syncRun.count(),
      await tx.quarantinedRecord.count(),
      await tx.connectionToken.count(),
      await tx.connectionKey.count(),
      await tx.consent.count(),
      await tx.dexcomIdentity.count(),
      await tx.linkVisit.count(),
      await tx.shareLink.count(),
      await tx.auditEvent.count({ where: { patientId: { not: null } } }),
      await tx.disclosure.count({ where: { NOT: { viewer: actor } } }),
    ],
  };
}

const NOTHING = {
  shares: [],
  summaries: [],
  keys: [],
  connections: [],
  heads: [],
  listed: [],
  other: Array.from({ length: 15 }, () => 0),
};

/** What a transaction sees that claims to be about a clinic. */
const seen = ({ clinicId }: Pick<ClinicAccess, "clinicId">, { userId }: Pick<Colleague, "userId">) =>
  inClinicTransaction({ clinicId, actor: userActor(userId) }, (tx) => rowsIn(tx, userActor(userId)), { db });

/** Exactly these patients, by these shares. */
const exactly = (pairs: readonly (readonly [Sharer, string])[]) => {
  const patientIds = pairs.map(([{ patientId }]) => patientId).toSorted();
  return {
    ...NOTHING,
    shares: pairs.map(([, shareId]) => shareId).toSorted(),
    summaries: patientIds,
    keys: patientIds,
    connections: patientIds,
    listed: patientIds,
  };
};

describe("the second wall around a clinic's list, with every check in code left out", () => {
  it("shows each member exactly those who share with the clinic, and of them what a list is made of", async () => {
    const { clinic, ben, benThere } = await ward();
    const [one, two, unshared] = [await sharer(), await sharer(), await sharer()];
    const pairs = [
      [one, await sharesWith(tools, one, clinic)],
      [two, await sharesWith(tools, two, clinic, { scope: "summary", withEvents: false, withNotes: false })],
    ] as const;
    // What is shared with Ben himself, with a colleague, or with another clinic of his is no part of this one's.
    await shareByCode(tools, unshared, ben.userId);
    await shareByCode(tools, unshared, clinic.userId);
    const other = await newClinic(tools, ben);
    const elsewhere = await sharesWith(tools, unshared, other);
    for (const member of [benThere, clinic]) expect(await seen(clinic, member)).toEqual(exactly(pairs));
    expect(await seen(other, ben)).toEqual(exactly([[unshared, elsewhere]]));
  });

  it("shows nothing to whoever is no member, of whatever else they are one", async () => {
    const [{ clinic }, south] = [await ward(), await ward()];
    const [patient, own] = [await sharer(), await sharer()];
    await sharesWith(tools, patient, clinic);
    const elsewhere = await sharesWith(tools, patient, south.clinic);
    expect((await seen(clinic, clinic)).keys).toEqual([patient.patientId]);
    for (const stranger of [await colleague(), south.ben])
      expect(await seen(clinic, stranger)).toEqual(NOTHING);
    // The patient themselves, and somebody with data of their own, see in it only that the data is theirs.
    for (const one of [patient, own]) {
      const shown = await seen(clinic, one);
      expect({ ...shown, other: [] }).toEqual({ ...NOTHING, other: [] });
    }
    expect(await seen({ clinicId: newId() }, south.ben)).toEqual(NOTHING);
    expect(await seen(south.clinic, south.ben)).toEqual(exactly([[patient, elsewhere]]));
  });

  it("shows nothing to whoever was removed or did not come for too long", async () => {
    const { clinic, ben, benThere } = await ward();
    const idle = await joins(tools, clinic, await colleague(), "viewer");
    const patient = await sharer();
    await sharesWith(tools, patient, clinic);
    for (const member of [benThere, idle]) expect((await seen(clinic, member)).keys).toHaveLength(1);
    await removeMember(clinic, ben.userId, { db });
    await owner.query(
      "UPDATE clinic_member SET last_seen_at = now() - interval '181 days' WHERE clinic_id = $1 AND user_id = $2",
      [clinic.clinicId, idle.userId],
    );
    for (const member of [benThere, idle]) expect(await seen(clinic, member)).toEqual(NOTHING);
    expect((await seen(clinic, clinic)).keys).toHaveLength(1);
  });

  it("shows nothing of whoever stopped sharing, or whose time is over, from that moment", async () => {
    const { clinic, ben } = await ward();
    const [stays, stops, lapses] = [await sharer(), await sharer(), await sharer()];
    const staying = await sharesWith(tools, stays, clinic);
    const stopping = await sharesWith(tools, stops, clinic);
    const lapsing = await sharesWith(tools, lapses, clinic);
    expect(await seen(clinic, ben)).toEqual(
      exactly([
        [stays, staying],
        [stops, stopping],
        [lapses, lapsing],
      ]),
    );
    await endShare(stops.access, stopping, at());
    await lapse(lapsing);
    expect(await seen(clinic, ben)).toEqual(exactly([[stays, staying]]));
  });

  it("is not passed by a job, a visit, nobody, or an actor who is made up", async () => {
    const { clinic, ben } = await ward();
    const patient = await sharer();
    await sharesWith(tools, patient, clinic);
    const asActor = (actor: Actor | "") =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('hindsight.clinic_id', ${clinic.clinicId}, true),
          set_config('hindsight.actor', ${actor}, true), set_config('hindsight.patient_id', '', true)`;
        return {
          keys: await tx.patientKey.count(),
          summaries: await tx.glucoseSummary.count(),
          shares: (await tx.$queryRaw<unknown[]>`SELECT 1 FROM current_clinic_shares()`).length,
        };
      });
    expect(await asActor(userActor(ben.userId))).toEqual({ keys: 1, summaries: 1, shares: 1 });
    for (const actor of [
      "",
      visitActor(ben.userId),
      userActor(ben.userId.toUpperCase()),
      userActor(`${ben.userId} `),
      "system:sharing",
      "system:clinics",
      "system:sync",
    ] as const)
      expect(await asActor(actor)).toEqual({ keys: 0, summaries: 0, shares: 0 });
  });

  it("lets a member find out how they reach a patient, also that it is over, and nothing else", async () => {
    const { clinic, ben } = await ward();
    const [one, two] = [await sharer(), await sharer()];
    const going = await sharesWith(tools, one, clinic);
    const over = await sharesWith(tools, two, clinic);
    await endShare(two.access, over, at());
    const asMember = (userId: string) =>
      inUserTransaction(userActor(userId), (tx) => rowsIn(tx, userActor(userId)), { db });
    expect(await asMember(ben.userId)).toEqual({ ...NOTHING, shares: [going, over].toSorted() });
    await removeMember(clinic, ben.userId, { db });
    expect(await asMember(ben.userId)).toEqual(NOTHING);
  });
});

describe("the second wall around one patient of a clinic", () => {
  const within = async (actor: Actor, patientId: string, shareId: string | null) =>
    inPatientTransaction(
      { patientId, actor, shareId },
      async (tx) => {
        const days = await tx.dayBlock.findMany({ select: { kind: true, day: true } });
        const entries = await tx.journalEntry.findMany({ select: { kind: true } });
        return {
          days: days.map(({ kind, day }) => `${kind} ${day.toISOString().slice(0, 10)}`).toSorted(),
          journal: entries.map(({ kind }) => kind).toSorted(),
          keys: await tx.patientKey.count(),
          connections: await tx.connection.count(),
          shares: await tx.share.count(),
          tokens: (await tx.connectionToken.count()) + (await tx.connectionKey.count()),
        };
      },
      { db },
    );
  const NONE = { days: [], journal: [], keys: 0, connections: 0, shares: 0, tokens: 0 };

  it("shows a member what the clinic's share says, and no other member of anything more", async () => {
    const { clinic, benThere } = await ward();
    const patient = await sharer();
    const { patientId } = patient;
    const shareId = await sharesWith(tools, patient, clinic);
    for (const { actor } of [benThere, clinic])
      expect(await within(actor, patientId, shareId)).toEqual({
        days: [`egv ${LONG_AGO}`, `egv ${TODAY}`, `event ${LONG_AGO}`, `event ${TODAY}`],
        journal: ["exclusion", "note"],
        keys: 1,
        connections: 1,
        shares: 1,
        tokens: 0,
      });
  });

  it("shows no day before the window, no event and no note that is left out", async () => {
    const { clinic, benThere } = await ward();
    const shown = async (terms: Partial<ShareTerms>) => {
      const patient = await sharer();
      return within(benThere.actor, patient.patientId, await sharesWith(tools, patient, clinic, terms));
    };
    expect(await shown({ withEvents: false, withNotes: false })).toMatchObject({
      days: [`egv ${LONG_AGO}`, `egv ${TODAY}`],
      journal: ["exclusion"],
    });
    for (const window of [
      { kind: "days", days: 7 },
      { kind: "from", date: "2026-02-01" },
    ] as const)
      expect(await shown({ window })).toMatchObject({ days: [`egv ${TODAY}`, `event ${TODAY}`] });
  });

  it("shows nothing without the share, with another, to former members, or when it is over", async () => {
    const { clinic, ben, benThere } = await ward();
    const south = await ward();
    const [patient, other] = [await sharer(), await sharer()];
    const { patientId } = patient;
    const shareId = await sharesWith(tools, patient, clinic);
    const elsewhere = await sharesWith(tools, patient, south.clinic);
    const others = await sharesWith(tools, other, clinic);
    const { actor } = benThere;
    expect((await within(actor, patientId, shareId)).keys).toBe(1);
    for (const wrong of [null, elsewhere, newId()])
      expect(await within(actor, patientId, wrong)).toEqual(NONE);
    // Which patient a share is about is not for whoever asks to say.
    expect(await within(actor, patientId, others)).toEqual({ ...NONE, shares: 1 });
    expect(await within(actor, other.patientId, shareId)).toEqual({ ...NONE, shares: 1 });
    for (const stranger of [south.benThere.actor, userActor((await colleague()).userId), visitActor(shareId)])
      expect(await within(stranger, patientId, shareId)).toEqual(NONE);

    await removeMember(clinic, ben.userId, { db });
    expect(await within(actor, patientId, shareId)).toEqual(NONE);
    expect((await within(clinic.actor, patientId, shareId)).keys).toBe(1);
    await endShare(patient.access, shareId, at());
    expect(await within(clinic.actor, patientId, shareId)).toEqual({ ...NONE, shares: 1 });
    await lapse(others);
    expect(await within(clinic.actor, other.patientId, others)).toEqual({ ...NONE, shares: 1 });
  });
});

describe("what a member can write", () => {
  const look = (patientId: string) => ({
    id: newId(),
    patientId,
    seq: 1,
    at: new Date(),
    channel: "page",
    what: "worklist",
    sealed: Buffer.from("x"),
    mac: "x",
  });
  const refusal = /row-level security|permission denied|42501/;

  it("is that they looked, for this clinic, at who shares with it", async () => {
    const { clinic, benThere } = await ward();
    const south = await ward();
    const [patient, other] = [await sharer(), await sharer()];
    const { patientId } = patient;
    const { clinicId } = clinic;
    const shareId = await sharesWith(tools, patient, clinic);
    const elsewhere = await sharesWith(tools, patient, south.clinic);
    const foreign = await sharesWith(tools, other, south.clinic);
    const { actor: viewer } = benThere;
    const inClinic = <T>(work: (tx: Transaction) => Promise<T>) =>
      inClinicTransaction(benThere, work, { db });
    const right = { ...look(patientId), viewer, shareId, clinicId };
    for (const wrong of [
      { viewer: clinic.actor },
      { shareId: elsewhere },
      { shareId: foreign },
      { clinicId: null },
      { clinicId: south.clinic.clinicId },
      { patientId: other.patientId },
      { patientId: other.patientId, shareId: foreign, clinicId: south.clinic.clinicId },
    ])
      await expect(
        inClinic((tx) => tx.disclosure.createMany({ data: [{ ...right, ...wrong }] })),
      ).rejects.toThrow(refusal);
    await expect(
      inClinic((tx) =>
        tx.disclosureHead.createMany({ data: [{ patientId: other.patientId, seq: 0, mac: "" }] }),
      ),
    ).rejects.toThrow(refusal);

    // About one patient it is the share that says for whom.
    const about = <T>(work: (tx: Transaction) => Promise<T>) =>
      inPatientTransaction({ patientId, actor: viewer, shareId }, work, { db });
    for (const wrong of [null, south.clinic.clinicId])
      await expect(
        about((tx) => tx.disclosure.createMany({ data: [{ ...right, clinicId: wrong }] })),
      ).rejects.toThrow(refusal);
    const personal = await shareByCode(tools, patient, benThere.userId);
    await expect(
      inPatientTransaction(
        { patientId, actor: viewer, shareId: personal },
        (tx) => tx.disclosure.createMany({ data: [{ ...right, shareId: personal }] }),
        { db },
      ),
    ).rejects.toThrow(refusal);

    // The same as it is meant.
    await inClinic((tx) => tx.disclosureHead.createMany({ data: [{ patientId, seq: 0, mac: "" }] }));
    await inClinic((tx) => tx.disclosure.createMany({ data: [right] }));
    await about((tx) => tx.disclosure.createMany({ data: [{ ...right, id: newId(), seq: 2 }] }));
    expect(await inClinic((tx) => tx.disclosure.count())).toBe(2);
    // Not what colleagues looked at, and not for another clinic.
    expect(await inClinicTransaction(clinic, (tx) => tx.disclosure.count(), { db })).toBe(0);
    await owner.query("DELETE FROM patient WHERE id = $1", [patientId]);
  });

  it("is nothing else: no share, no reading, no summary, no key", async () => {
    const { clinic, benThere } = await ward();
    const patient = await sharer();
    const { patientId } = patient;
    const shareId = await sharesWith(tools, patient, clinic);
    const later = new Date(Date.now() + 86_400_000);
    const everywhere = async <T>(work: (tx: Transaction) => Promise<T>) => [
      () => inClinicTransaction(benThere, work, { db }),
      () => inUserTransaction(benThere.actor, work, { db }),
      () => inPatientTransaction({ patientId, actor: benThere.actor, shareId }, work, { db }),
    ];
    const adds: readonly ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) =>
        tx.share.createMany({
          data: [
            {
              id: newId(),
              patientId,
              kind: "clinic",
              clinicId: clinic.clinicId,
              state: "active",
              scope: "reports",
              withEvents: true,
              withNotes: true,
              lasts: "open",
              remindAt: later,
              ownerSealed: Buffer.from("x"),
            },
          ],
        }),
      (tx) => tx.patientKey.createMany({ data: [{ patientId: newId(), wrapped: "x" }] }),
      (tx) => tx.share.deleteMany(),
      (tx) => tx.disclosure.deleteMany(),
    ];
    for (const add of adds)
      for (const attempt of await everywhere(add)) await expect(attempt()).rejects.toThrow(refusal);
    const before = await owner.query("SELECT s::text FROM share AS s WHERE id = $1", [shareId]);
    const untouched = async (tx: Transaction) => [
      (await tx.share.updateMany({ data: { state: "ended", endReason: "left" } })).count,
      (await tx.share.updateMany({ where: { id: shareId }, data: { expiresAt: later, withNotes: true } }))
        .count,
      (await tx.share.updateMany({ where: { id: shareId }, data: { remindedAt: later } })).count,
      (await tx.patientKey.updateMany({ data: { wrapped: "x" } })).count,
      (await tx.patientKey.deleteMany()).count,
      (await tx.connection.updateMany({ data: { failures: 9 } })).count,
      (await tx.dayBlock.updateMany({ data: { revision: 9 } })).count,
    ];
    for (const attempt of await everywhere(untouched)) {
      const counts = await attempt();
      expect(counts).toEqual(counts.map(() => 0));
    }
    const after = await owner.query("SELECT s::text FROM share AS s WHERE id = $1", [shareId]);
    expect(after.rows).toEqual(before.rows);
  });
});

describe("a share with a clinic in the table", () => {
  it("stays with that clinic, whoever asks", async () => {
    const [{ clinic }, south] = [await ward(), await ward()];
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic);
    const personal = await shareByCode(tools, patient, (await colleague()).userId);
    const { clinicId } = south.clinic;
    const change = (id: string, data: Parameters<Transaction["share"]["updateMany"]>[0]["data"]) =>
      inPatientTransaction(patient.access, (tx) => tx.share.updateMany({ where: { id }, data }), { db });
    await expect(change(shareId, { clinicId })).rejects.toThrow(/stays with one person, with one clinic/);
    await expect(change(shareId, { kind: "person" })).rejects.toThrow(/stays with one person/);
    await expect(change(personal, { clinicId })).rejects.toThrow(/stays with one person/);
    await expect(change(personal, { kind: "clinic", clinicId })).rejects.toThrow(/stays with one person/);
    await expect(change(shareId, { remindedAt: new Date() })).rejects.toThrow(/only the job that reminds/);
    // Without its clinic it is over; so nobody keeps one that is bound to none.
    await change(shareId, { clinicId: null });
    const { rows } = await owner.query("SELECT state, end_reason FROM share WHERE id = $1", [shareId]);
    expect(rows).toEqual([{ state: "ended", end_reason: "left" }]);
  });

  it("lets in nobody by name, is active or over, and one at a time", async () => {
    const { clinic, ben } = await ward();
    const patient = await sharer();
    const { patientId } = patient;
    await sharesWith(tools, patient, clinic);
    const row = (more: object) => ({
      id: newId(),
      patientId,
      kind: "clinic",
      clinicId: clinic.clinicId,
      state: "active",
      scope: "reports",
      withEvents: true,
      withNotes: true,
      lasts: "open",
      remindAt: new Date(),
      ownerSealed: Buffer.from("x"),
      ...more,
    });
    const attempt = (more: object) =>
      inPatientTransaction(patient.access, (tx) => tx.share.createMany({ data: [row(more)] }), { db });
    await expect(attempt({})).rejects.toThrow(/Unique constraint|share_one_for_each_clinic/);
    const other = await newClinic(tools, await colleague());
    const { clinicId } = other;
    for (const wrong of [
      { clinicId, viewerUserId: ben.userId },
      { clinicId, state: "offered" },
      { clinicId, state: "redeemed" },
      { clinicId: null },
      { clinicId, kind: "person" },
      { clinicId, kind: "link", expiresAt: new Date() },
    ])
      await expect(attempt(wrong)).rejects.toThrow(/share_clinic_is_bound|share_link_ends/);
    await attempt({ clinicId });
  });

  it("is swept by the job that sweeps, and by no other", async () => {
    const { clinic } = await ward();
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic);
    const count = (actor: Parameters<typeof inSystemTransaction>[0]) =>
      inSystemTransaction(actor, (tx) => tx.share.count({ where: { id: shareId } }), { db });
    expect(await count("system:sharing")).toBe(1);
    for (const job of ["system:clinics", "system:sync", "system:mail", "system:retention"] as const)
      expect(await count(job)).toBe(0);
  });
});
