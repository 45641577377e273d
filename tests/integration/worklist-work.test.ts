import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addLabel, removeLabel } from "@/lib/clinics/mutations-label";
import { changeRole, removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Database, Transaction } from "@/lib/db/client";
import { inClinicTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { endShare } from "@/lib/sharing/mutations";
import { readPreview } from "@/lib/worklist/data-preview";
import { placePatient, writeClinicNote } from "@/lib/worklist/mutations-placing";
import { markReviewed, undoReview } from "@/lib/worklist/mutations-review";
import { type Colleague, joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  newSharer,
  openSharing,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";
import { AT_END, sharesWith, worklistOf } from "@/tests/integration/worklist-support";

let world: SharingDatabase;
let db: Database;
let owner: Pool;
let north: ClinicAccess;
let south: ClinicAccess;
let clinician: ClinicAccess;
let viewer: ClinicAccess;
let colleague: Colleague;
let ana: Sharer;
let shareId: string;
/** Shares with the south only. */
let ben: Sharer;

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner } = world);
  const person = (name: string) => newColleague(world.tools, { address: `${name}@clinic.example`, name });
  north = await newClinic(world.tools, await person("north"), "North");
  south = await newClinic(world.tools, await person("south"), "South");
  colleague = await person("colleague");
  clinician = await joins(world.tools, north, colleague, "clinician");
  viewer = await joins(world.tools, north, await person("viewer"), "viewer");
  ana = await newSharer(db, "ana");
  shareId = await sharesWith(world, ana, north);
  ben = await newSharer(db, "ben");
  await sharesWith(world, ben, south);
});

afterAll(() => closeSharing(world));

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error as { refusal?: string }).refusal ?? String(error),
  );
const previewOf = (access: ClinicAccess, { patientId }: Sharer) =>
  readPreview(access, { patient: patientId, days: 14, network: null }, { db, ...AT_END });
const auditOf = async ({ patientId }: Sharer) => {
  const { rows } = await owner.query<{ action: string; actor: string; detail: object }>(
    `SELECT action, actor, detail FROM audit_event WHERE patient_id = $1 AND action ~ '^(review|patient.placed|clinic-note)'
     ORDER BY at, action`,
    [patientId],
  );
  return rows;
};

/** Everything that somebody who works there can do to a patient. */
const WORK: Readonly<Record<string, (access: ClinicAccess, patient: string) => Promise<unknown>>> = {
  review: (access, patient) => markReviewed(access, patient, { db }),
  undo: (access, patient) => undoReview(access, { patient, reviewId: newId() }, { db }),
  note: (access, patient) => writeClinicNote(access, patient, { revision: 0, text: "x" }, { db }),
  placing: (access, patient) =>
    placePatient(access, patient, { revision: 0, targets: null, siteId: null, tagIds: [] }, { db }),
};

describe("who does not work with a patient", () => {
  it.each(Object.keys(WORK))("is refused alike: %s", async (kind) => {
    const work = WORK[kind];
    if (work === undefined) throw new Error(kind);
    expect(await refusal(work(viewer, ana.patientId))).toBe("not-your-role");
    // Of another clinic, of nobody, and no id at all.
    for (const patient of [ben.patientId, newId(), "me", "'; --"])
      expect(await refusal(work(clinician, patient))).toBe("no-such-person");
    expect(await refusal(work(south, ana.patientId))).toBe("no-such-person");
  });

  it("is refused with a role from before, by the database in the same moment", async () => {
    await changeRole(north, { userId: colleague.userId, role: "viewer" }, { db });
    for (const work of Object.values(WORK))
      expect(await refusal(work(clinician, ana.patientId))).toBe("not-your-role");
    await removeMember(north, colleague.userId, { db });
    for (const work of Object.values(WORK))
      expect(await refusal(work(clinician, ana.patientId))).toBe("no-such-clinic");
    clinician = await joins(world.tools, north, colleague, "clinician");
    expect(await auditOf(ana)).toEqual([]);
  });
});

describe("a review", () => {
  it("is of this moment, by whoever made it, and is said in the list and beside it", async () => {
    const { reviewId, at } = await markReviewed(clinician, ana.patientId, { db });
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    expect((await worklistOf(world, viewer)).rows[0]?.reviewed).toEqual({ at, by: "colleague" });
    expect((await previewOf(clinician, ana)).reviews).toEqual([
      { id: reviewId, at, by: "colleague", canBeUndone: true },
    ]);
    expect((await previewOf(north, ana)).reviews[0]?.canBeUndone).toBe(false);
    expect(await auditOf(ana)).toEqual([
      {
        action: "review.marked",
        actor: `user:${colleague.userId}`,
        detail: { clinicId: north.clinicId, reviewId },
      },
    ]);
    expect(await refusal(undoReview(north, { patient: ana.patientId, reviewId }, { db }))).toBe(
      "no-such-review",
    );
    expect(await refusal(undoReview(clinician, { patient: ana.patientId, reviewId: "x" }, { db }))).toBe(
      "no-such-review",
    );
    await undoReview(clinician, { patient: ana.patientId, reviewId }, { db });
    expect((await worklistOf(world, viewer)).rows[0]?.reviewed).toBeNull();
    expect((await auditOf(ana)).map(({ action }) => action)).toEqual(["review.marked", "review.undone"]);
  });

  it("can be taken back for ten minutes, then it stays", async () => {
    const { reviewId } = await markReviewed(clinician, ana.patientId, { db });
    const undo = () => undoReview(clinician, { patient: ana.patientId, reviewId }, { db });
    await owner.query("UPDATE clinic_review SET reviewed_at = now() - interval '10 minutes' WHERE id = $1", [
      reviewId,
    ]);
    expect((await previewOf(clinician, ana)).reviews[0]?.canBeUndone).toBe(false);
    expect(await refusal(undo())).toBe("no-such-review");
    await owner.query("UPDATE clinic_review SET reviewed_at = now() - interval '9 minutes' WHERE id = $1", [
      reviewId,
    ]);
    expect(await refusal(undo())).toBe("done");
  });

  it("keeps its time and loses its name when its author leaves", async () => {
    const leaving = await newColleague(world.tools, { address: "leaving@clinic.example", name: "Leaving" });
    const access = await joins(world.tools, north, leaving, "clinician");
    const { at } = await markReviewed(access, ana.patientId, { db });
    expect((await worklistOf(world, viewer)).rows[0]?.reviewed).toEqual({ at, by: "Leaving" });
    await removeMember(north, leaving.userId, { db });
    expect((await worklistOf(world, viewer)).rows[0]?.reviewed).toEqual({ at, by: null });
  });
});

describe("the clinic's note", () => {
  const text = "Ruft lieber an.\nZweite Zeile";

  it("is the clinic's own, sealed, and changed only by whoever saw what is there", async () => {
    const write = (revision: number, words: string, access = clinician) =>
      writeClinicNote(access, ana.patientId, { revision, text: words }, { db });
    expect(await write(0, text)).toEqual({ kind: "saved", now: { revision: 1, text } });
    expect((await previewOf(viewer, ana)).note).toEqual({ revision: 1, text });
    // Somebody who opened it before that.
    expect(await write(0, "Overwritten", north)).toEqual({
      kind: "changed-elsewhere",
      now: { revision: 1, text },
    });
    expect(await write(1, "Shorter", north)).toMatchObject({ kind: "saved", now: { revision: 2 } });
    expect(await write(2, "")).toEqual({ kind: "saved", now: { revision: 3, text: "" } });
    expect(await write(9, "Never seen")).toMatchObject({ kind: "changed-elsewhere", now: { revision: 3 } });
    expect(await write(3, text)).toMatchObject({ kind: "saved" });
    const { rows } = await owner.query<{ note: Buffer }>(
      "SELECT note_sealed AS note FROM clinic_patient WHERE patient_id = $1",
      [ana.patientId],
    );
    expect(rows[0]?.note.toString("latin1")).not.toContain("Ruft");
    expect((await auditOf(ana)).filter(({ action }) => action === "clinic-note.written")).toHaveLength(4);
    expect(await refusal(write(4, "bell \u0007"))).toBe("unprintable-text");
  });

  it("goes out of sight with the share, and is there again with the next one", async () => {
    await endShare(ana.access, shareId, { db, now: Date.now() });
    expect(await refusal(previewOf(viewer, ana))).toBe("share-ended");
    expect(await refusal(writeClinicNote(clinician, ana.patientId, { revision: 4, text: "x" }, { db }))).toBe(
      "no-such-person",
    );
    shareId = await sharesWith(world, ana, north);
    expect((await previewOf(viewer, ana)).note).toEqual({ revision: 4, text });
  });

  it("is not the other clinic's, though the patient shares with both", async () => {
    const inSouth = await sharesWith(world, ana, south);
    expect((await previewOf(south, ana)).note).toEqual({ revision: 0, text: "" });
    await writeClinicNote(south, ana.patientId, { revision: 0, text: "South" }, { db });
    expect((await previewOf(viewer, ana)).note.text).toBe(text);
    await endShare(ana.access, inSouth, { db, now: Date.now() });
  });
});

describe("a patient's place", () => {
  it("is by the clinic's own labels, and changed only by whoever saw what is there", async () => {
    const { labelId: site } = await addLabel(north, { kind: "site", label: "East" }, { db });
    const { labelId: tag } = await addLabel(north, { kind: "tag", label: "Pump" }, { db });
    const { labelId: foreign } = await addLabel(south, { kind: "tag", label: "Pump" }, { db });
    const place = (body: { siteId?: string | null; tagIds?: string[]; revision?: number }) =>
      placePatient(
        clinician,
        ana.patientId,
        { revision: 0, targets: "older", siteId: null, tagIds: [], ...body },
        { db },
      );
    for (const body of [{ siteId: tag }, { tagIds: [site] }, { tagIds: [tag, foreign] }, { siteId: newId() }])
      expect(await refusal(place(body))).toBe("no-such-label");
    const saved = { revision: 1, targets: "older", siteId: site, tagIds: [tag] };
    expect(await place({ siteId: site, tagIds: [tag] })).toEqual({ kind: "saved", now: saved });
    expect(await place({ siteId: null })).toEqual({ kind: "changed-elsewhere", now: saved });
    expect(await previewOf(viewer, ana)).toMatchObject({ targets: "older", placing: saved });
    await removeLabel(north, site, { db });
    await removeLabel(north, tag, { db });
    expect(await place({ revision: 1 })).toEqual({
      kind: "saved",
      now: { revision: 2, targets: "older", siteId: null, tagIds: [] },
    });
  });
});

describe("the database, with every check in code left out", () => {
  const inNorth = <T>(access: ClinicAccess, work: (tx: Transaction) => Promise<T>) =>
    inClinicTransaction({ clinicId: north.clinicId, actor: access.actor }, work, { db });
  const review = (access: ClinicAccess, patient: Sharer, userId = access.userId, clinicId = north.clinicId) =>
    inNorth(access, async (tx) => {
      await tx.clinicReview.createMany({
        data: { id: newId(), clinicId, patientId: patient.patientId, userId },
      });
    });

  it("lets only who works there write, only as themselves, only about who shares, only in that clinic", async () => {
    expect(await refusal(review(clinician, ana))).toBe("done");
    for (const attempt of [
      () => review(viewer, ana),
      () => review(south, ana),
      () => review(clinician, ben),
      () => review(clinician, ana, north.userId),
      () => review(clinician, ana, clinician.userId, south.clinicId),
      () => inNorth(viewer, (tx) => tx.clinicPatient.createMany({ data: rowOf(ana) })),
      () => inNorth(clinician, (tx) => tx.clinicPatient.createMany({ data: rowOf(ben) })),
    ])
      await expect(attempt()).rejects.toThrow(/row-level security/);
    const changed = await inNorth(viewer, async (tx) => ({
      placed: (await tx.clinicPatient.updateMany({ data: { targets: "older" } })).count,
      undone: (await tx.clinicReview.deleteMany()).count,
    }));
    expect(changed).toEqual({ placed: 0, undone: 0 });
  });

  it("keeps the moment of a review, whatever is claimed, and never changes one", async () => {
    const id = newId();
    const about = { clinicId: north.clinicId, patientId: ana.patientId, userId: clinician.userId };
    await inNorth(clinician, (tx) =>
      tx.clinicReview.createMany({ data: { id, ...about, reviewedAt: new Date("2020-01-01") } }),
    );
    const { rows } = await owner.query<{ fresh: boolean }>(
      "SELECT reviewed_at > now() - interval '1 minute' AS fresh FROM clinic_review WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([{ fresh: true }]);
    await expect(
      inNorth(clinician, (tx) => tx.clinicReview.updateMany({ data: { reviewedAt: new Date() } })),
    ).rejects.toThrow(/permission denied/);
  });

  it("takes no label of another clinic and no unknown targets", async () => {
    const { labelId } = await addLabel(south, { kind: "site", label: "Far" }, { db });
    const change = (data: { siteId?: string; tagIds?: string[]; targets?: string }) =>
      inNorth(clinician, (tx) => tx.clinicPatient.updateMany({ data }));
    await expect(change({ siteId: labelId })).rejects.toThrow(/labels of the clinic|P2003|Foreign key/);
    await expect(change({ tagIds: [labelId] })).rejects.toThrow(/labels of the clinic|P2003|Foreign key/);
    await expect(change({ targets: "everybody" })).rejects.toThrow(/targets_known/);
  });

  it("shows nobody a row of somebody who does not share now", async () => {
    const seen = () =>
      inNorth(clinician, async (tx) => [await tx.clinicPatient.count(), await tx.clinicReview.count()]);
    const before = await seen();
    expect(before.every((count) => count > 0)).toBe(true);
    await endShare(ana.access, shareId, { db, now: Date.now() });
    expect(await seen()).toEqual([0, 0]);
    shareId = await sharesWith(world, ana, north);
    expect(await seen()).toEqual(before);
  });

  const rowOf = ({ patientId }: Sharer) => ({ clinicId: north.clinicId, patientId, tagIds: [] });
});

it("an erased patient takes everything that a clinic kept with them", async () => {
  const { rows: before } = await owner.query("SELECT FROM clinic_review WHERE patient_id = $1", [
    ana.patientId,
  ]);
  expect(before.length).toBeGreaterThan(0);
  await erasePatient(ana.access, { db, keyBackupDays: 7 });
  for (const table of ["clinic_review", "clinic_patient"])
    expect((await owner.query(`SELECT FROM ${table} WHERE patient_id = $1`, [ana.patientId])).rows).toEqual(
      [],
    );
  expect((await worklistOf(world, north)).rows).toEqual([]);
});
