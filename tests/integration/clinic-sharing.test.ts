import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deletePerson } from "@/lib/accounts/mutations";
import { userActor } from "@/lib/audit/schema";
import { readClinic } from "@/lib/clinics/data";
import { changeSettings, renewCode } from "@/lib/clinics/mutations";
import { removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { CLINIC_ROLES } from "@/lib/clinics/schema";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { inClinicTransaction, inUserTransaction } from "@/lib/db/context";
import { newSecretToken } from "@/lib/ids";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { accessAsOwner, readPatient } from "@/lib/sharing/access";
import { activityCsv } from "@/lib/sharing/activity-csv";
import { sharedWith, sharesOf } from "@/lib/sharing/data";
import { allDisclosuresOf, disclosuresOf, recordFactsOf } from "@/lib/sharing/data-disclosures";
import { readSubject } from "@/lib/sharing/data-frame";
import { shareMovesOf } from "@/lib/sharing/data-share-moves";
import { changeTerms, endShare } from "@/lib/sharing/mutations";
import { proposeClinic, shareWithClinic } from "@/lib/sharing/mutations-clinic";
import { type Look, recordDisclosures } from "@/lib/sharing/mutations-disclosure";
import { leaveShare, sweepShares } from "@/lib/sharing/mutations-viewer";
import type { Disclosed, PatientAccess } from "@/lib/sharing/policy";
import type { ShareTerms } from "@/lib/sharing/schema";
import { verifyRecord } from "@/lib/sharing/verify-record";
import {
  type Colleague,
  joins,
  newClinic,
  newColleague,
  sharesWith,
} from "@/tests/integration/clinics-support";
import { comeBack } from "@/tests/integration/records-support";
import {
  closeSharing,
  FULL_TERMS,
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

const NETWORK = "192.0.2.0/24";
const FORTNIGHT = { from: "2026-11-01", to: "2026-11-14" } as const;

const at = (now = Date.now()) => ({ db, now });
const unique = (what: string) => `${what}-${(counter += 1)}`;
const sharer = () => newSharer(db, unique("patient"));
const colleague = (name?: string) =>
  newColleague(tools, {
    address: `${unique("colleague")}@clinic.example`,
    ...(name === undefined ? {} : { name }),
  });

interface Northside {
  readonly clinic: ClinicAccess;
  readonly ana: Colleague;
  readonly ben: Colleague;
  readonly benThere: ClinicAccess;
}

/** A clinic that Ana administers and in which Ben works. */
async function northside(name = "Northside clinic"): Promise<Northside> {
  const [ana, ben] = [await colleague("Dr Ana Ruiz"), await colleague("Ben Okoro")];
  const clinic = await newClinic(tools, ana, name);
  return { clinic, ana, ben, benThere: await joins(tools, clinic, ben) };
}

const propose = async (
  { access }: Pick<Sharer, "access">,
  typed: string,
  { terms = FULL_TERMS, network = newSecretToken(), now = Date.now() } = {},
) => proposeClinic(access, { typed, terms, network }, { db, pool: tools.pool, now });

const codeOf = async (clinic: ClinicAccess) => (await readClinic(clinic, { db })).code;

interface Wish {
  readonly what?: Disclosed;
  readonly clinicId?: string;
}

/** What somebody gets who opens a patient's view: the access, or the refusal. */
async function reaches(
  { userId }: Pick<Colleague, "userId">,
  { patientId }: Pick<Sharer, "patientId">,
  { what = "overview", ...on }: Wish = {},
): Promise<PatientAccess | string> {
  const looking = { userId, patient: patientId, what, network: NETWORK, ...on };
  try {
    return await readPatient({ ...looking, daysOf: () => FORTNIGHT }, async (access) => access, {
      db,
      delayMinutes: 180,
    });
  } catch (error) {
    return error instanceof Error && "refusal" in error ? String(error.refusal) : String(error);
  }
}

async function accessOf(...asked: Parameters<typeof reaches>): Promise<PatientAccess> {
  const reached = await reaches(...asked);
  if (typeof reached === "string") throw new Error(reached);
  return reached;
}

const rowOf = async (shareId: string) =>
  (await owner.query<Record<string, unknown>>("SELECT * FROM share WHERE id = $1", [shareId])).rows[0];
const sharesIn = async ({ patientId }: Sharer) =>
  (await owner.query<{ state: string }>("SELECT state FROM share WHERE patient_id = $1", [patientId])).rows;

/** Everything that stands in a row, bytes as they are. */
const inTheClear = (row: object | undefined) =>
  Object.values(row ?? {})
    .map((value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value),
    )
    .join(" ");

/** Lets the time of a share be over; whether the housekeeping has said so is another question. */
async function lapse(shareId: string): Promise<void> {
  await owner.query(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}';
    SET session_replication_role = origin`);
}

const cutOff = ({ clinicId }: ClinicAccess, { userId }: Colleague, days = 181) =>
  owner.query(
    "UPDATE clinic_member SET last_seen_at = now() - make_interval(days => $3) WHERE clinic_id = $1 AND user_id = $2",
    [clinicId, userId, days],
  );

describe("sharing with a clinic", () => {
  it("first shows whose code it is and who administers it, and shares nothing", async () => {
    const { clinic } = await northside();
    const patient = await sharer();
    const found = await propose(patient, (await codeOf(clinic)).toLowerCase().replace("-", " "));
    expect(found).toEqual({
      name: "Northside clinic",
      administrators: ["Dr Ana Ruiz"],
      proposal: expect.any(String),
    });
    expect(found.proposal).not.toContain("Northside");
    expect(await sharesIn(patient)).toEqual([]);
  });

  it("lets it in at once with the terms that were shown, and tells the owner so", async () => {
    const { clinic } = await northside();
    const patient = await sharer();
    const terms: ShareTerms = {
      scope: "reports",
      withEvents: true,
      withNotes: false,
      window: { kind: "days", days: 30 },
      lasts: "open",
    };
    const { proposal } = await propose(patient, await codeOf(clinic), { terms });
    const now = Date.now();
    const { shareId } = await shareWithClinic(patient.access, proposal, at(now));
    expect(await sharesOf(patient.access, at(now))).toEqual([
      expect.objectContaining({
        ...terms,
        id: shareId,
        kind: "clinic",
        state: "active",
        clinicName: "Northside clinic",
        viewer: null,
        words: { patientName: expect.stringContaining("Patient"), note: null, address: null },
        activatedAt: now,
        expiresAt: null,
        isDueForReminder: false,
      }),
    ]);
    expect(await rowOf(shareId)).toMatchObject({
      clinic_id: clinic.clinicId,
      viewer_user_id: null,
      remind_at: new Date(now + 365 * DAY_MS),
    });
    expect(await shareMovesOf(patient.access, { from: null, to: null }, { db })).toMatchObject([
      { action: "share.offered", shareId, isOwners: true },
    ]);
  });

  it("keeps what the clinic is called under the patient's key", async () => {
    const { clinic } = await northside("Canary Hospital");
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic);
    const row = await rowOf(shareId);
    expect(inTheClear(row)).toContain(clinic.clinicId);
    expect(inTheClear(row)).not.toContain("Canary");
    // The name at that moment stays, whatever the clinic calls itself later.
    await changeSettings(
      clinic,
      { name: "Another name", defaultTargets: "standard", inactiveDays: 180 },
      { db },
    );
    expect(await sharesOf(patient.access, at())).toMatchObject([{ clinicName: "Canary Hospital" }]);
  });

  it("refuses a code that no clinic has, and counts five of them an hour for an account and a network", async () => {
    const { clinic } = await northside();
    const [patient, other] = [await sharer(), await sharer()];
    const network = newSecretToken();
    const attempt = (who: Sharer, typed: string) => propose(who, typed, { network });
    const right = await codeOf(clinic);
    for (const typed of ["BCDF-GH23", "", "nonsense", "BCDF-GH24"])
      await expect(attempt(patient, typed)).rejects.toMatchObject({ refusal: "no-such-clinic-code" });
    // Of right ones there is no limit: the clinic gives its code to everybody.
    for (let time = 0; time < 6; time += 1) await attempt(patient, right);
    await expect(attempt(patient, "BCDF-GH25")).rejects.toMatchObject({ refusal: "no-such-clinic-code" });
    for (const who of [patient, other])
      await expect(attempt(who, right)).rejects.toMatchObject({ refusal: "too-many-tries" });
    expect((await propose(other, right)).name).toBe("Northside clinic");
  });

  it("refuses to confirm a clinic that has another code or another name since it was shown", async () => {
    const { clinic } = await northside();
    const patient = await sharer();
    const confirm = (proposal: string, now = Date.now()) =>
      shareWithClinic(patient.access, proposal, at(now));
    const moved = { refusal: "clinic-moved-on" };

    const first = await propose(patient, await codeOf(clinic));
    await renewCode(clinic, { db });
    await expect(confirm(first.proposal)).rejects.toMatchObject(moved);
    const second = await propose(patient, await codeOf(clinic));
    await changeSettings(
      clinic,
      { name: "Southside clinic", defaultTargets: "standard", inactiveDays: 180 },
      { db },
    );
    await expect(confirm(second.proposal)).rejects.toMatchObject(moved);
    const third = await propose(patient, await codeOf(clinic));
    await expect(confirm(third.proposal, Date.now() + 31 * MINUTE_MS)).rejects.toMatchObject(moved);
    expect(await sharesIn(patient)).toEqual([]);
    await confirm(third.proposal, Date.now() + 29 * MINUTE_MS);
    expect(await sharesIn(patient)).toEqual([{ state: "active" }]);
  });

  it("refuses what was shown to somebody else, or to nobody", async () => {
    const { clinic } = await northside();
    const [patient, other] = [await sharer(), await sharer()];
    const { proposal } = await propose(patient, await codeOf(clinic));
    for (const forged of [
      "",
      "x",
      "a.b.c.d.e",
      `${proposal.slice(0, -2)}${proposal.endsWith("AA") ? "BB" : "AA"}`,
    ])
      await expect(shareWithClinic(patient.access, forged, at())).rejects.toMatchObject({
        refusal: "clinic-moved-on",
      });
    await expect(shareWithClinic(other.access, proposal, at())).rejects.toMatchObject({
      refusal: "clinic-moved-on",
    });
    expect([await sharesIn(patient), await sharesIn(other)]).toEqual([[], []]);
  });

  it("shares with the same clinic once at a time, also when it is confirmed twice at the same moment", async () => {
    const { clinic } = await northside();
    const patient = await sharer();
    const { proposal } = await propose(patient, await codeOf(clinic));
    const both = await Promise.allSettled([1, 2].map(() => shareWithClinic(patient.access, proposal, at())));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { refusal: "shared-already" },
    });
    expect(await sharesIn(patient)).toEqual([{ state: "active" }]);
    // Another clinic is another share.
    await sharesWith(tools, patient, (await northside("Southside clinic")).clinic);
    expect(await sharesIn(patient)).toHaveLength(2);
  });

  it("can be done again when it was stopped, or is over although nobody has said so yet", async () => {
    const { clinic, ben } = await northside();
    const patient = await sharer();
    await endShare(patient.access, await sharesWith(tools, patient, clinic), at());
    await lapse(await sharesWith(tools, patient, clinic));
    expect(await reaches(ben, patient)).toBe("share-ended");
    const third = await sharesWith(tools, patient, clinic);
    const shares = await sharesOf(patient.access, at());
    expect(shares.map(({ state, endReason }) => [state, endReason])).toEqual([
      ["active", null],
      ["ended", "expired"],
      ["ended", "revoked"],
    ]);
    expect((await accessOf(ben, patient)).shareId).toBe(third);
  });

  it("takes the owner's own name, and their own access", async () => {
    const { clinic } = await northside();
    const nameless = await comeBack(db, unique("nameless"));
    if (nameless.kind !== "connected") throw new Error(nameless.kind);
    const access = await accessAsOwner({ userId: nameless.userId, patient: "me" }, { db });
    const { proposal } = await propose({ access }, await codeOf(clinic));
    await expect(shareWithClinic(access, proposal, at())).rejects.toMatchObject({
      refusal: "own-name-first",
    });

    const { ben } = await northside();
    const patient = await sharer();
    await shareByCode(tools, patient, ben.userId);
    const asViewer = await accessOf(ben, patient);
    const own = await propose(patient, await codeOf(clinic));
    await expect(propose({ access: asViewer }, await codeOf(clinic))).rejects.toMatchObject({
      refusal: "read-only",
    });
    await expect(shareWithClinic(asViewer, own.proposal, at())).rejects.toMatchObject({
      refusal: "read-only",
    });
  });

  it("ends by itself when its time is over, and the housekeeping says so", async () => {
    const { clinic } = await northside();
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic, { lasts: "visit" });
    await sweepShares(at(Date.now() + DAY_MS - MINUTE_MS));
    expect(await sharesIn(patient)).toEqual([{ state: "active" }]);
    await sweepShares(at(Date.now() + DAY_MS + MINUTE_MS));
    expect(await rowOf(shareId)).toMatchObject({ state: "ended", end_reason: "expired" });
    expect(await shareMovesOf(patient.access, { from: null, to: null }, { db })).toMatchObject([
      { action: "share.ended", reason: "expired", isOwners: false },
      { action: "share.offered" },
    ]);
  });

  it("ends with the clinic, whose last member has gone", async () => {
    const ana = await colleague();
    const clinic = await newClinic(tools, ana);
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic);
    expect(await reaches(ana, patient)).not.toBe("no-such-person");
    await inUserTransaction(userActor(ana.userId), (tx) => deletePerson(tx, ana.userId), { db });
    expect(await rowOf(shareId)).toMatchObject({ state: "ended", end_reason: "left", clinic_id: null });
    expect(await sharesOf(patient.access, at())).toMatchObject([
      { kind: "clinic", state: "ended", endReason: "left", clinicName: "Clinic" },
    ]);
    expect(await shareMovesOf(patient.access, { from: null, to: null }, { db })).toMatchObject([
      { action: "share.ended", shareId, reason: "left", isOwners: false },
      { action: "share.offered", shareId },
    ]);
  });

  it("goes with the patient", async () => {
    const { clinic, ben } = await northside();
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic);
    await accessOf(ben, patient);
    await erasePatient(patient.access, { db });
    expect(await rowOf(shareId)).toBeUndefined();
    expect(await reaches(ben, patient)).toBe("no-such-person");
  });
});

describe("who reaches a patient through a clinic", () => {
  it("is everybody who works there now, in whatever role, on the clinic's share", async () => {
    const { clinic, ana } = await northside();
    const patient = await sharer();
    const before = await Promise.all(
      CLINIC_ROLES.map(async (role) => {
        const one = await colleague();
        await joins(tools, clinic, one, role);
        return one;
      }),
    );
    const shareId = await sharesWith(tools, patient, clinic);
    const later = await colleague();
    await joins(tools, clinic, later, "viewer");
    for (const member of [ana, ...before, later])
      expect(await accessOf(member, patient)).toMatchObject({
        patientId: patient.patientId,
        capability: "viewer",
        shareId,
        clinic: { id: clinic.clinicId, name: "Northside clinic" },
        limits: { scope: "reports", withEvents: true, withNotes: true, from: null },
      });
  });

  it("is nobody else: to strangers and to members of other clinics the patient does not exist", async () => {
    const [{ clinic }, southside] = [await northside(), await northside("Southside clinic")];
    const patient = await sharer();
    await sharesWith(tools, patient, clinic);
    expect(await reaches(await colleague(), patient)).toBe("no-such-person");
    expect(await reaches(southside.ben, patient)).toBe("no-such-person");
    // Not in the other clinic's name either.
    for (const { clinicId } of [clinic, southside.clinic])
      expect(await reaches(southside.ben, patient, { clinicId })).toBe("no-such-person");
  });

  it("is nobody who was removed, or did not come for too long, from the very next request", async () => {
    const { clinic, ana, ben, benThere } = await northside();
    const patient = await sharer();
    await sharesWith(tools, patient, clinic);
    const idle = await colleague();
    await joins(tools, clinic, idle);
    await accessOf(idle, patient);
    await cutOff(clinic, idle, 179);
    await accessOf(idle, patient);
    await cutOff(clinic, idle);
    expect(await reaches(idle, patient)).toBe("no-such-person");

    await accessOf(ben, patient);
    await removeMember(clinic, benThere.userId, { db });
    for (const wish of [{}, { clinicId: clinic.clinicId }, { what: "daily" as const }])
      expect(await reaches(ben, patient, wish)).toBe("no-such-person");
    await accessOf(ana, patient);
  });

  it("are told that it has ended, as long as they work there", async () => {
    const { clinic, ana, ben } = await northside();
    const [stopped, lapsed] = [await sharer(), await sharer()];
    await endShare(stopped.access, await sharesWith(tools, stopped, clinic), at());
    await lapse(await sharesWith(tools, lapsed, clinic));
    for (const patient of [stopped, lapsed])
      for (const member of [ana, ben]) expect(await reaches(member, patient)).toBe("share-ended");
    await removeMember(clinic, ben.userId, { db });
    expect(await reaches(ben, stopped)).toBe("no-such-person");
  });

  it("sees what was shared and no more, and a change of it at once", async () => {
    const { clinic, ben } = await northside();
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic, { withEvents: false, withNotes: false });
    const views = async () => {
      const seen: string[] = [];
      for (const what of ["overview", "daily", "logbook", "notes", "worklist", "preview"] as const)
        if (typeof (await reaches(ben, patient, { what })) !== "string") seen.push(what);
      return seen;
    };
    expect(await views()).toEqual(["overview", "daily", "worklist", "preview"]);
    await changeTerms(patient.access, shareId, FULL_TERMS, at());
    expect(await views()).toEqual(["overview", "daily", "logbook", "notes", "worklist", "preview"]);
    const summary = { ...FULL_TERMS, scope: "summary", withEvents: false, withNotes: false } as const;
    await changeTerms(patient.access, shareId, summary, at());
    expect(await views()).toEqual(["overview", "worklist", "preview"]);
    expect(await reaches(ben, patient, { what: "daily" })).toBe("not-shared");
    const since = { ...FULL_TERMS, window: { kind: "from", date: "2026-05-01" } } as const;
    await changeTerms(patient.access, shareId, since, at());
    expect((await accessOf(ben, patient)).limits?.from).toBe("2026-05-01");
    await endShare(patient.access, shareId, at());
    expect(await views()).toEqual([]);
  });

  it("rests on what is shared with themselves, then on the newest clinic's; in a clinic's name on that one's", async () => {
    const { clinic, ben } = await northside();
    const patient = await sharer();
    const forClinic = await sharesWith(tools, patient, clinic);
    const personal = await shareByCode(tools, patient, ben.userId, { window: { kind: "days", days: 7 } });
    const shareOf = async (wish: Wish = {}) => (await accessOf(ben, patient, wish)).shareId;
    expect(await shareOf()).toBe(personal);
    expect((await accessOf(ben, patient)).clinic).toBeNull();
    expect(await shareOf({ clinicId: clinic.clinicId })).toBe(forClinic);

    const southside = await newClinic(tools, ben, "Southside clinic");
    const newest = await sharesWith(tools, patient, southside);
    expect(await shareOf()).toBe(personal);
    await leaveShare({ userId: ben.userId, shareId: personal }, at());
    expect(await shareOf()).toBe(newest);
    expect(await shareOf({ clinicId: clinic.clinicId })).toBe(forClinic);
    await endShare(patient.access, newest, at());
    expect(await shareOf()).toBe(forClinic);
    expect(await reaches(ben, patient, { clinicId: southside.clinicId })).toBe("share-ended");
    await endShare(patient.access, forClinic, at());
    // Whom they were let in by personally they may still be told of when they work nowhere any more.
    await removeMember(clinic, ben.userId, { db });
    expect(await reaches(ben, patient)).toBe("share-ended");
    expect(await reaches(ben, patient, { clinicId: clinic.clinicId })).toBe("no-such-person");
  });

  it("stays the owner of what is their own, also where they work", async () => {
    const patient = await sharer();
    const { clinic } = await northside();
    await owner.query(
      "INSERT INTO clinic_member (clinic_id, user_id, role, sealed) VALUES ($1, $2, 'clinician', 'x')",
      [clinic.clinicId, patient.userId],
    );
    await sharesWith(tools, patient, clinic);
    for (const wish of [{}, { clinicId: clinic.clinicId }])
      expect((await accessOf(patient, patient, wish)).capability).toBe("owner");
    expect((await disclosuresOf(patient.access, {}, { db })).looks).toEqual([]);
  });

  it("reads whose data it is and on whose behalf, but finds the patient nowhere among people", async () => {
    const { clinic, ben } = await northside();
    const patient = await sharer();
    const shareId = await sharesWith(tools, patient, clinic, { lasts: "90-days" });
    const looking = {
      userId: ben.userId,
      patient: patient.patientId,
      what: "overview",
      network: null,
    } as const;
    expect(await readPatient(looking, readSubject, { db, delayMinutes: 180 })).toMatchObject({
      name: expect.stringContaining("Patient"),
      clinic: { id: clinic.clinicId, name: "Northside clinic" },
    });
    expect(await sharedWith(ben.userId, at())).toEqual([]);
    await expect(leaveShare({ userId: ben.userId, shareId }, at())).rejects.toMatchObject({
      refusal: "no-such-share",
    });
    expect(await sharesIn(patient)).toEqual([{ state: "active" }]);
  });
});

describe("the record of who looked for a clinic", () => {
  interface Listed {
    readonly benThere: ClinicAccess;
    readonly looks: readonly Look[];
  }

  /** Somebody goes through the list of their clinic. */
  const list = ({ benThere: { clinicId, userId, actor }, looks }: Listed, name = "Ben Okoro") =>
    inClinicTransaction(
      { clinicId, actor },
      (tx) =>
        recordDisclosures(
          tx,
          {
            actor: userActor(userId),
            name,
            clinic: { id: clinicId, name: "Northside clinic" },
            network: NETWORK,
          },
          looks,
        ),
      { db },
    );

  async function listed(
    count: number,
  ): Promise<Listed & Northside & { readonly patients: readonly Sharer[] }> {
    const there = await northside();
    const patients: Sharer[] = [];
    const looks: Look[] = [];
    for (let one = 0; one < count; one += 1) {
      const patient = await sharer();
      const shareId = await sharesWith(tools, patient, there.clinic);
      patients.push(patient);
      looks.push({ patientId: patient.patientId, shareId, what: "worklist", days: FORTNIGHT });
    }
    return { ...there, patients, looks };
  }

  const rowsOf = async ({ patientId }: Sharer) =>
    (
      await owner.query<{ seq: number; what: string; clinic_id: string | null }>(
        "SELECT seq, what, clinic_id FROM disclosure WHERE patient_id = $1 ORDER BY seq",
        [patientId],
      )
    ).rows;

  async function faults(): Promise<unknown[]> {
    const found: unknown[] = [];
    await verifyRecord({ db, rowsMax: 4, onFault: (fault) => found.push(fault) });
    return found;
  }

  it("says who looked and for which clinic, in a view as in a list", async () => {
    const { patients, looks, benThere, clinic, ben } = await listed(1);
    const [patient] = patients;
    if (!patient) throw new Error("nobody");
    await accessOf(ben, patient, { what: "daily" });
    await list({ benThere, looks });
    const seen = {
      viewerId: ben.userId,
      viewerName: "Ben Okoro",
      clinic: { id: clinic.clinicId, name: "Northside clinic" },
      network: NETWORK,
      channel: "page",
      days: FORTNIGHT,
      shareId: looks[0]?.shareId,
      at: expect.any(Number),
    };
    expect((await disclosuresOf(patient.access, {}, { db })).looks).toEqual([
      { ...seen, seq: 2, what: "worklist" },
      { ...seen, seq: 1, what: "daily" },
    ]);
    let csv = "";
    for await (const part of activityCsv(allDisclosuresOf(patient.access, { db }))) csv += part;
    expect(csv).toContain(
      `,worklist,2026-11-01,2026-11-14,${looks[0]?.shareId},Northside clinic,${clinic.clinicId}`,
    );
  });

  it("can be narrowed to a clinic, and to one of its people", async () => {
    const { patients, looks, benThere, clinic, ana, ben } = await listed(1);
    const [patient] = patients;
    if (!patient) throw new Error("nobody");
    const friend = await colleague("A friend");
    await shareByCode(tools, patient, friend.userId);
    await accessOf(friend, patient);
    await accessOf(ana, patient);
    await list({ benThere, looks });
    const seqs = async (wish: Parameters<typeof disclosuresOf>[1]) =>
      (await disclosuresOf(patient.access, wish, { db })).looks.map(({ seq }) => seq);
    expect(await seqs({ viewerId: clinic.clinicId })).toEqual([3, 2]);
    expect(await seqs({ viewerId: ben.userId })).toEqual([3]);
    expect(await seqs({ viewerId: friend.userId })).toEqual([1]);
    expect(await seqs({ what: "worklist" })).toEqual([3]);
    const facts = await recordFactsOf(patient.access, { db });
    expect(facts.clinics).toEqual([{ id: clinic.clinicId, name: "Northside clinic" }]);
    expect(facts.views).toEqual(["overview", "worklist"]);
    expect(facts.viewers).toHaveLength(3);
  });

  it("holds neither name in the clear", async () => {
    const ana = await colleague("Canary Clinician");
    const clinic = await newClinic(tools, ana, "Canary Hospital");
    const patient = await sharer();
    await sharesWith(tools, patient, clinic);
    await accessOf(ana, patient);
    const { rows } = await owner.query<object>("SELECT * FROM disclosure WHERE patient_id = $1", [
      patient.patientId,
    ]);
    const [row] = rows;
    expect(inTheClear(row)).toContain(clinic.clinicId);
    expect(inTheClear(row)).not.toMatch(/Canary|Hospital/);
  });

  it("is one row for each patient of a list, and none for the same days within five minutes", async () => {
    const { patients, looks, benThere } = await listed(5);
    const counts = () => Promise.all(patients.map(async (patient) => (await rowsOf(patient)).length));
    await list({ benThere, looks });
    await list({ benThere, looks });
    expect(await counts()).toEqual([1, 1, 1, 1, 1]);
    // Those who are new in the list, days that are not covered, and what was longer ago.
    const wider = looks.map((look, place) =>
      place === 0 ? { ...look, days: { from: "2026-10-01", to: "2026-11-14" } as const } : look,
    );
    await list({ benThere, looks: wider });
    expect(await counts()).toEqual([2, 1, 1, 1, 1]);
    await owner.query("UPDATE disclosure SET at = at - interval '6 minutes' WHERE patient_id = $1", [
      patients[1]?.patientId,
    ]);
    await list({ benThere, looks });
    expect(await counts()).toEqual([2, 2, 1, 1, 1]);
    await list({ benThere, looks: [] });
    // Its rows were moved in time: whoever verifies later would name them.
    await owner.query("DELETE FROM patient WHERE id = $1", [patients[1]?.patientId]);
    expect(await faults()).toEqual([]);
  });

  it("keeps every chain whole when lists, views and links write at once, in whatever order they name patients", async () => {
    const { patients, looks, clinic, benThere } = await listed(12);
    const others: ClinicAccess[] = [benThere];
    for (let one = 0; one < 4; one += 1) others.push(await joins(tools, clinic, await colleague()));
    const [first] = patients;
    if (!first) throw new Error("nobody");
    await Promise.all([
      ...others.map((who, turn) =>
        list({ benThere: who, looks: turn % 2 === 0 ? looks : looks.toReversed() }, `Member ${turn}`),
      ),
      ...others.map((who) => accessOf(who, first, { what: "daily" })),
      ...others.map((who) => accessOf(who, first, { what: "profile" })),
    ]);
    for (const patient of patients) {
      const rows = await rowsOf(patient);
      const expected = patient === first ? 3 * others.length : others.length;
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: expected }, (_, i) => i + 1));
      expect(rows.every(({ clinic_id }) => clinic_id === clinic.clinicId)).toBe(true);
    }
    expect(await faults()).toEqual([]);
  });

  it("tells of a row whose clinic was changed or taken out", async () => {
    const { patients, looks, benThere, clinic } = await listed(1);
    const [patient] = patients;
    if (!patient) throw new Error("nobody");
    await list({ benThere, looks });
    const other = await newClinic(tools, await colleague());
    const forge = (clinicId: string | null) =>
      owner.query("UPDATE disclosure SET clinic_id = $2 WHERE patient_id = $1", [
        patient.patientId,
        clinicId,
      ]);
    for (const forged of [null, other.clinicId]) {
      await forge(forged);
      expect(await faults()).toMatchObject([{ kind: "changed", from: 1, to: 1 }]);
    }
    await forge(clinic.clinicId);
    expect(await faults()).toEqual([]);
  });

  it("is written all or not at all: who is not the clinic's patient keeps the whole list from being shown", async () => {
    const { patients, looks, benThere } = await listed(2);
    const stranger = await sharer();
    const personal = await shareByCode(tools, stranger, benThere.userId);
    const foreign: Look = { patientId: stranger.patientId, shareId: personal, what: "worklist", days: null };
    const over = { refusal: "share-ended" };
    await expect(list({ benThere, looks: [...looks, foreign] })).rejects.toMatchObject(over);
    for (const patient of [...patients, stranger]) expect(await rowsOf(patient)).toEqual([]);
    const [patient] = patients;
    if (!patient || !looks[0]?.shareId) throw new Error("nobody");
    await endShare(patient.access, looks[0].shareId, at());
    await expect(list({ benThere, looks })).rejects.toMatchObject(over);
    await list({ benThere, looks: looks.slice(1) });
    expect(await rowsOf(patient)).toEqual([]);
  });
});
