import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, userActor, visitActor } from "@/lib/audit/schema";
import { type Database, openDatabase, type Transaction } from "@/lib/db/client";
import { enterPatient, inPatientTransaction, inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { addHandExclusion, addNote } from "@/lib/journal/mutations";
import { readPatient } from "@/lib/sharing/access";
import { endShare } from "@/lib/sharing/mutations";
import { endVisit } from "@/lib/sharing/mutations-visit";
import type { ShareTerms } from "@/lib/sharing/schema";
import {
  closeSharing,
  newSharer,
  newViewer,
  openSharing,
  type Sharer,
  type SharingDatabase,
  type SharingTools,
  shareByCode,
  shareByLink,
  visitBy,
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
const viewer = () => newViewer(db, `${unique("viewer")}@clinic.example`);

/** Somebody with readings and events of two days, a note, and a time that is left out. */
async function sharer(): Promise<Sharer> {
  const patient = await newSharer(db, unique("sharer"));
  const { patientId, access } = patient;
  const days = ["egv", "event"].flatMap((kind) =>
    [LONG_AGO, TODAY].map((day) => ({ ...someDay(patientId), kind, day: new Date(day) })),
  );
  await inPatientTransaction(
    { patientId, actor: "system:sync" },
    (tx) => tx.dayBlock.createMany({ data: days }),
    { db },
  );
  await addNote(access, { kind: "note", date: LONG_AGO, minuteOfDay: 0, text: "A note" }, { db });
  const leftOut = { from: `${LONG_AGO}T00:00:00.000Z`, to: `${LONG_AGO}T01:00:00.000Z`, reason: "A reason" };
  await addHandExclusion(access, leftOut, { db });
  return patient;
}

const someDay = (patientId: string) => ({
  patientId,
  source: "dexcom",
  kind: "egv",
  day: new Date("2026-05-01"),
  revision: 1,
  format: 1,
  sealed: Buffer.from("x"),
});

interface OpenLink {
  readonly shareId: string;
  readonly visitId: string;
  readonly visitToken: string;
  readonly actor: Actor;
}

/** A link, and a visit by it. */
async function openLink(patient: Sharer, terms: Partial<ShareTerms> = {}): Promise<OpenLink> {
  const link = await shareByLink(tools, patient, terms);
  const { visitToken } = await visitBy(tools, link);
  const visitId = await newestVisit(link.shareId);
  return { shareId: link.shareId, visitId, visitToken, actor: visitActor(visitId) };
}

async function newestVisit(shareId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT id FROM link_visit WHERE share_id = $1 ORDER BY opened_at DESC LIMIT 1",
    [shareId],
  );
  const [visit] = rows;
  if (!visit) throw new Error("Nobody has opened this link.");
  return visit.id;
}

/** What a transaction sees that claims to be about a patient, whatever it was entitled to. */
const seen = (actor: Actor, patientId: string, shareId: string | null) =>
  inPatientTransaction({ patientId, actor, shareId }, (tx) => rowsIn(tx, actor), { db });

async function rowsIn(tx: Transaction, actor: string) {
  const days = await tx.dayBlock.findMany({ select: { kind: true, day: true } });
  const entries = await tx.journalEntry.findMany({ select: { kind: true } });
  return {
    days: days.map(({ kind, day }) => `${kind} ${day.toISOString().slice(0, 10)}`).toSorted(),
    journal: entries.map(({ kind }) => kind).toSorted(),
    keys: await tx.patientKey.count(),
    connections: await tx.connection.count(),
    tokens: await tx.connectionToken.count(),
    connectionKeys: await tx.connectionKey.count(),
    consents: await tx.consent.count(),
    identities: await tx.dexcomIdentity.count(),
    visits: await tx.linkVisit.count(),
    links: await tx.shareLink.count(),
    shares: await tx.share.count(),
    audit: await tx.auditEvent.count({ where: { NOT: { actor } } }),
    looks: await tx.disclosure.count({ where: { NOT: { viewer: actor } } }),
  };
}

const NOTHING = {
  days: [],
  journal: [],
  keys: 0,
  connections: 0,
  tokens: 0,
  connectionKeys: 0,
  consents: 0,
  identities: 0,
  visits: 0,
  links: 0,
  shares: 0,
  audit: 0,
  looks: 0,
};

/** What a visit sees of itself wherever it stands: its own row, and the share that it belongs to. */
const ITSELF = { ...NOTHING, visits: 1, shares: 1 };

const ALL_DAYS = [`egv ${LONG_AGO}`, `egv ${TODAY}`, `event ${LONG_AGO}`, `event ${TODAY}`];

describe("the second wall, with every check in code left out", () => {
  it("shows a visit on its share what the share says, and itself", async () => {
    const patient = await sharer();
    const { shareId, actor } = await openLink(patient);
    await openLink(patient);
    expect(await seen(actor, patient.patientId, shareId)).toEqual({
      ...ITSELF,
      days: ALL_DAYS,
      journal: ["exclusion", "note"],
      keys: 1,
      connections: 1,
    });
  });

  it("shows it no day before its window, no event and no note that is left out", async () => {
    const patient = await sharer();
    const bare = await openLink(patient, { withEvents: false, withNotes: false });
    expect(await seen(bare.actor, patient.patientId, bare.shareId)).toMatchObject({
      days: [`egv ${LONG_AGO}`, `egv ${TODAY}`],
      journal: ["exclusion"],
    });
    for (const window of [
      { kind: "days", days: 7 },
      { kind: "from", date: "2026-02-01" },
    ] as const) {
      const narrow = await openLink(patient, { window });
      expect(await seen(narrow.actor, patient.patientId, narrow.shareId)).toMatchObject({
        days: [`egv ${TODAY}`, `event ${TODAY}`],
      });
    }
  });

  it("shows a visit nothing without its share, or with any other", async () => {
    const [patient, other] = [await sharer(), await sharer()];
    const clinician = await viewer();
    const personal = await shareByCode(tools, patient, clinician);
    const mine = await openLink(patient);
    const second = await openLink(patient);
    const foreign = await openLink(other);
    const { actor, shareId } = mine;
    for (const wrong of [null, personal, second.shareId, foreign.shareId, newId()])
      expect(await seen(actor, patient.patientId, wrong)).toEqual(ITSELF);
    // About another patient, by its own share or by theirs.
    for (const wrong of [null, shareId, foreign.shareId])
      expect(await seen(actor, other.patientId, wrong)).toEqual(ITSELF);
    // The right share, and a visit of another, one that never was, or somebody who is no visit at all.
    for (const wrong of [second.actor, foreign.actor])
      expect(await seen(wrong, patient.patientId, shareId)).toEqual(ITSELF);
    const stranger = await viewer();
    for (const wrong of [
      visitActor(newId()),
      visitActor(mine.visitId.toUpperCase()),
      visitActor(""),
      visitActor(clinician),
      userActor(stranger),
      userActor(mine.visitId),
    ])
      expect(await seen(wrong, patient.patientId, shareId)).toEqual(NOTHING);
    expect(await seen(userActor(clinician), patient.patientId, shareId)).toEqual({ ...NOTHING, shares: 1 });
    // Nor does a visit's id make anybody the person whom another share lets in.
    expect(await seen(visitActor(clinician), patient.patientId, personal)).toEqual(NOTHING);
    expect((await seen(actor, patient.patientId, shareId)).days).toEqual(ALL_DAYS);
    expect((await seen(userActor(clinician), patient.patientId, personal)).days).toEqual(ALL_DAYS);
  });

  it("shows a visit that is over nothing at all, and one whose share is over only itself", async () => {
    const patient = await sharer();
    const link = await openLink(patient);
    const look = () => seen(link.actor, patient.patientId, link.shareId);
    expect((await look()).keys).toBe(1);
    await endVisit(link.visitToken, { db });
    expect(await look()).toEqual(NOTHING);

    const revoked = await openLink(patient);
    await endShare(patient.access, revoked.shareId, at());
    expect(await seen(revoked.actor, patient.patientId, revoked.shareId)).toEqual(ITSELF);

    const lapsed = await openLink(patient);
    await owner.query(`
      SET session_replication_role = replica;
      UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${lapsed.shareId}';
      SET session_replication_role = origin`);
    expect(await seen(lapsed.actor, patient.patientId, lapsed.shareId)).toEqual(ITSELF);
  });

  it("shows links and visits to their owner and to whoever opens them, and to nobody else", async () => {
    const patient = await sharer();
    const { patientId } = patient;
    const { shareId } = await openLink(patient);
    await shareByLink(tools, patient);
    const counts = async (tx: Transaction) => [
      await tx.shareLink.count({ where: { patientId } }),
      await tx.linkVisit.count({ where: { patientId } }),
    ];
    expect(await inPatientTransaction(patient.access, counts, { db })).toEqual([2, 1]);
    expect(await inSystemTransaction("system:sharing", counts, { db })).toEqual([2, 1]);
    expect(await counts(db)).toEqual([0, 0]);
    for (const job of ["system:sign-in", "system:sync", "system:retention", "system:mail"] as const)
      expect(await inSystemTransaction(job, counts, { db })).toEqual([0, 0]);
    expect(await inUserTransaction(userActor(patient.userId), counts, { db })).toEqual([0, 0]);
    const clinician = await viewer();
    const personal = await shareByCode(tools, patient, clinician);
    for (const share of [null, shareId, personal])
      expect(
        await inPatientTransaction({ patientId, actor: userActor(clinician), shareId: share }, counts, {
          db,
        }),
      ).toEqual([0, 0]);
  });

  it("lets a visit write nothing but that it looked", async () => {
    const [patient, other] = [await sharer(), await sharer()];
    const { patientId } = patient;
    const stranger = await viewer();
    const { actor, shareId, visitId } = await openLink(patient);
    const second = await openLink(patient);
    const foreign = await openLink(other);
    const rows = async () => {
      const parts: unknown[] = [];
      for (const table of [
        "share",
        "share_link",
        "link_visit",
        "day_block",
        "journal_entry",
        "keys.patient_key",
        "connection",
        "patient",
        "patient_owner",
        "dexcom_identity",
        "disclosure",
        "audit_event",
      ])
        parts.push((await owner.query(`SELECT t::text FROM ${table} AS t ORDER BY 1`)).rows);
      return parts;
    };
    const before = await rows();
    const within = <T>(work: (tx: Transaction) => Promise<T>, share: string | null = shareId) =>
      inPatientTransaction({ patientId, actor, shareId: share }, work, { db });

    const later = new Date(Date.now() + 86_400_000);
    const row = { id: newId(), patientId, glucoseUnit: "mg/dL" };
    const look = {
      patientId,
      seq: 1,
      at: new Date(),
      channel: "link",
      what: "overview",
      sealed: Buffer.from("x"),
      mac: "x",
    };
    const refused = /row-level security|permission denied|42501/;
    const attempts: readonly ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.dayBlock.createMany({ data: [someDay(patientId)] }),
      (tx) =>
        tx.journalEntry.createMany({
          data: [
            {
              id: newId(),
              patientId,
              kind: "note",
              revision: 1,
              format: 1,
              sealed: Buffer.from("x"),
              createdAt: later,
              updatedAt: later,
            },
          ],
        }),
      (tx) => tx.patientKey.createMany({ data: [{ patientId: newId(), wrapped: "x" }] }),
      (tx) =>
        tx.share.createMany({
          data: [
            {
              id: newId(),
              patientId,
              kind: "link",
              state: "active",
              scope: "reports",
              withEvents: true,
              withNotes: true,
              lasts: "90-days",
              expiresAt: later,
              ownerSealed: Buffer.from("x"),
            },
          ],
        }),
      (tx) =>
        tx.shareLink.createMany({
          data: [
            {
              shareId: newId(),
              patientId,
              tokenHash: "x",
              passcodeHmac: "x",
              opensMax: 20,
              glucoseUnit: "mg/dL",
            },
          ],
        }),
      (tx) =>
        tx.linkVisit.createMany({
          data: [{ ...row, shareId, tokenHash: "x", expiresAt: later, sealed: Buffer.from("x") }],
        }),
      (tx) => tx.patientOwner.createMany({ data: [{ patientId, userId: stranger, role: "self" }] }),
      (tx) =>
        tx.dexcomIdentity.createMany({
          data: [
            {
              id: newId(),
              userId: stranger,
              patientId,
              environment: "us",
              clientId: "c",
              subjectHmac: "x",
            },
          ],
        }),
      // A look of somebody else, on another share, or about another patient.
      ...[
        { viewer: userActor(patient.userId), shareId },
        { viewer: second.actor, shareId },
        { viewer: actor, shareId: second.shareId },
        { viewer: actor, shareId, patientId: other.patientId },
      ].map(
        (more) => (tx: Transaction) =>
          tx.disclosure.createMany({ data: [{ ...look, id: newId(), ...more }] }),
      ),
      (tx) =>
        tx.auditEvent.createMany({
          data: [
            {
              id: newId(),
              actor: userActor(patient.userId),
              patientId,
              action: "share.ended",
              detail: {},
            },
          ],
        }),
      (tx) => tx.shareLink.deleteMany(),
      (tx) => tx.linkVisit.deleteMany(),
      (tx) => tx.share.deleteMany(),
      (tx) => tx.disclosure.deleteMany(),
    ];
    for (const attempt of attempts) await expect(within(attempt)).rejects.toThrow(refused);

    // What an update or a delete does not see it leaves as it is.
    const untouched = async (tx: Transaction) => [
      (await tx.share.updateMany({ data: { expiresAt: later } })).count,
      (await tx.share.updateMany({ where: { id: shareId }, data: { withNotes: true, scope: "reports" } }))
        .count,
      (await tx.shareLink.updateMany({ data: { opensUsed: 0 } })).count,
      (await tx.linkVisit.updateMany({ where: { id: visitId }, data: { expiresAt: later } })).count,
      (await tx.linkVisit.updateMany({ data: { shareId: foreign.shareId } })).count,
      (await tx.dayBlock.updateMany({ data: { revision: 9 } })).count,
      (await tx.dayBlock.deleteMany()).count,
      (await tx.journalEntry.updateMany({ data: { revision: 9 } })).count,
      (await tx.journalEntry.deleteMany()).count,
      (await tx.patientKey.updateMany({ data: { wrapped: "x" } })).count,
      (await tx.patientKey.deleteMany()).count,
      (await tx.connection.updateMany({ data: { failures: 9 } })).count,
      (await tx.patientOwner.updateMany({ data: { userId: stranger } })).count,
      (await tx.patientOwner.deleteMany()).count,
      (await tx.dexcomIdentity.updateMany({ data: { userId: stranger } })).count,
      (await tx.dexcomIdentity.deleteMany()).count,
      (await tx.patient.deleteMany()).count,
    ];
    for (const share of [shareId, null, second.shareId]) {
      const counts = await within(untouched, share);
      expect(counts).toEqual(counts.map(() => 0));
    }
    expect(await rows()).toEqual(before);

    // The same, by whom it is meant for: a look by whoever looks, the rest by whoever owns it.
    const looking = { userId: null, patient: patientId, what: "overview", network: null } as const;
    const { visitToken } = second;
    await readPatient({ ...looking, visitToken }, async () => null, { db, delayMinutes: 180 });
    const byOwner = await inPatientTransaction(
      patient.access,
      async (tx) => [
        (await tx.dayBlock.updateMany({ data: { revision: 1 } })).count,
        (await tx.shareLink.updateMany({ where: { shareId }, data: { opensUsed: 1 } })).count,
        (await tx.dayBlock.createMany({ data: [someDay(patientId)] })).count,
        (await tx.patient.deleteMany()).count,
      ],
      { db },
    );
    expect(byOwner).toEqual([4, 1, 1, 1]);
  });

  it("lets a person who is let in become nobody's owner either, nor end who is", async () => {
    const patient = await sharer();
    const { patientId } = patient;
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician);
    for (const [actor, share] of [
      [userActor(clinician), shareId],
      [userActor(clinician), null],
      [userActor(await viewer()), null],
    ] as const) {
      const within = <T>(work: (tx: Transaction) => Promise<T>) =>
        inPatientTransaction({ patientId, actor, shareId: share }, work, { db });
      await expect(
        within((tx) =>
          tx.patientOwner.createMany({ data: [{ patientId, userId: clinician, role: "self" }] }),
        ),
      ).rejects.toThrow(/row-level security|42501/);
      const untouched = await within(async (tx) => [
        (await tx.patientOwner.updateMany({ data: { userId: clinician } })).count,
        (await tx.patientOwner.deleteMany()).count,
        (await tx.dexcomIdentity.updateMany({ data: { userId: clinician } })).count,
        (await tx.dexcomIdentity.deleteMany()).count,
        (await tx.patient.deleteMany()).count,
      ]);
      expect(untouched).toEqual([0, 0, 0, 0, 0]);
      expect((await seen(actor, patientId, share)).identities).toBe(0);
    }
    expect((await seen(userActor(patient.userId), patientId, null)).identities).toBe(1);
    // Whoever holds a patient's data takes nobody else in either: a share is the way.
    await expect(
      inPatientTransaction(
        patient.access,
        (tx) => tx.patientOwner.createMany({ data: [{ patientId, userId: clinician, role: "guardian" }] }),
        { db },
      ),
    ).rejects.toThrow(/row-level security|42501/);
  });

  it("forgets the visit when a transaction goes on as somebody else, and when it ends", async () => {
    const patient = await sharer();
    const { patientId } = patient;
    const { actor, shareId } = await openLink(patient);
    const one = openDatabase(world.database.appUrl, { connectionsMax: 1 });
    const counts = await inPatientTransaction(
      { patientId, actor, shareId },
      async (tx) => {
        const before = await tx.dayBlock.count();
        await enterPatient(tx, { patientId, actor: visitActor(newId()), shareId });
        return [before, await tx.dayBlock.count()];
      },
      { db: one },
    );
    expect(counts).toEqual([4, 0]);
    expect([await one.dayBlock.count(), await one.linkVisit.count()]).toEqual([0, 0]);
    await one.$disconnect();
  });
});
