import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "@/lib/clock";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { lastVisit, readHandExclusions, readLabResults, readNotes, readVisitDates } from "@/lib/journal/data";
import {
  addHandExclusion,
  addLabResult,
  addNote,
  changeLabResult,
  changeNote,
  removeHandExclusion,
  removeLabResult,
  removeNote,
} from "@/lib/journal/mutations";
import type { ExclusionBody, LabResultBody, NoteBody } from "@/lib/journal/schema";
import { erasePatient, previewErasure } from "@/lib/patients/mutations-erasure";
import { accessForSync } from "@/lib/sharing/access";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson, type Person } from "./records-support";

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

const T0 = Date.parse("2026-06-15T09:00:00Z");
const clock = fixedClock(T0);
const at = (instant: number) => ({ db, clock: fixedClock(instant) });
/** Words that stand in nothing else, so that a leak is one search. */
const CANARY = "Canario-amarillo";

const note: NoteBody = { kind: "note", date: "2026-06-14", minuteOfDay: 490, text: `${CANARY} 🍎\nline two` };
const result: LabResultBody = { date: "2026-06-01", unit: "mmol/mol", value: 53, remark: `${CANARY} lab` };
const exclusion: ExclusionBody = {
  from: "2026-06-10T22:00:00Z",
  to: "2026-06-11T06:00:00+02:00",
  reason: `${CANARY} lay on it`,
};

/** A person with one entry of each kind. */
async function writer(subject: string) {
  const person = await connectedPerson(db, subject);
  const options = { db, clock };
  return {
    ...person,
    note: await addNote(person.access, note, options),
    result: await addLabResult(person.access, result, options),
    exclusion: await addHandExclusion(person.access, exclusion, options),
  };
}

const rowsOf = async (patientId: string) =>
  (
    await owner.query<{ sealed: Buffer }>("SELECT * FROM journal_entry WHERE patient_id = $1 ORDER BY kind", [
      patientId,
    ])
  ).rows;
const auditOf = async (patientId: string) =>
  (
    await owner.query<{ action: string; detail: unknown }>(
      "SELECT action, detail FROM audit_event WHERE patient_id = $1 AND action LIKE 'journal.%' ORDER BY at",
      [patientId],
    )
  ).rows;
const code = (name: string) => expect.objectContaining({ code: name });
const neverRefresh = { refresh: () => Promise.reject(new Error("nobody asks Dexcom here")) };

describe("what a person adds", () => {
  it("comes back as it was written", async () => {
    const { access, ...written } = await writer("round trip");
    const times = { createdAt: T0, updatedAt: T0 };
    expect(await readNotes(access, { db })).toEqual([{ id: written.note.id, ...note, ...times }]);
    expect(await readLabResults(access, { db })).toEqual([
      {
        id: written.result.id,
        date: "2026-06-01",
        a1cPercent: expect.closeTo(7.00044, 10),
        enteredUnit: "mmol/mol",
        enteredValue: 53,
        remark: `${CANARY} lab`,
        ...times,
      },
    ]);
    expect(await readHandExclusions(access, { db })).toEqual([
      {
        id: written.exclusion.id,
        from: Date.UTC(2026, 5, 10, 22),
        to: Date.UTC(2026, 5, 11, 4),
        reason: `${CANARY} lay on it`,
        createdAt: T0,
      },
    ]);
    expect((await readNotes(access, { db }))[0]).toEqual(written.note);
    expect((await readLabResults(access, { db }))[0]).toEqual(written.result);
    expect((await readHandExclusions(access, { db }))[0]).toEqual(written.exclusion);
  });

  it("is listed by its own date, then by the time of day, then by when it was added", async () => {
    const { access } = await connectedPerson(db, "order");
    const write = (date: NoteBody["date"], minuteOfDay: number, text: string, added: number) =>
      addNote(access, { kind: "note", date, minuteOfDay, text }, at(T0 + added));
    await write("2026-06-02", 60, "third", 0);
    await write("2026-06-01", 900, "second", 1);
    await write("2026-06-01", 30, "first", 2);
    await write("2026-06-02", 60, "fourth", 3);
    expect((await readNotes(access, { db })).map(({ text }) => text)).toEqual([
      "first",
      "second",
      "third",
      "fourth",
    ]);
  });

  it("can be changed, keeping when it was added, and removed", async () => {
    const { access, ...written } = await writer("changes");
    const later = at(T0 + 60_000);
    const visit = { kind: "visit", date: "2026-09-01", minuteOfDay: 600, text: "" } as const;
    const changed = await changeNote(access, written.note.id, visit, later);
    expect(changed).toEqual({ id: written.note.id, ...visit, createdAt: T0, updatedAt: T0 + 60_000 });
    expect(await readNotes(access, { db })).toEqual([changed]);
    const again = await changeNote(access, written.note.id, { ...visit, text: "Dr. Ruiz" }, later);
    expect(await readNotes(access, { db })).toEqual([again]);

    const percent = { date: "2026-06-01", unit: "%", value: 6.9, remark: "" } as const;
    expect(await changeLabResult(access, written.result.id, percent, later)).toMatchObject({
      a1cPercent: 6.9,
      enteredUnit: "%",
      remark: "",
    });
    await removeNote(access, written.note.id, { db });
    await removeLabResult(access, written.result.id, { db });
    await removeHandExclusion(access, written.exclusion.id, { db });
    expect(await rowsOf(access.patientId)).toEqual([]);
    await expect(removeNote(access, written.note.id, { db })).rejects.toEqual(code("not_found"));
  });

  it("holds one of the changes when several come at once, and says so to the others", async () => {
    const { access, patientId, note: kept } = await writer("at once");
    const texts = ["one", "two", "three", "four", "five"];
    const outcomes = await Promise.allSettled(
      texts.map((text) => changeNote(access, kept.id, { ...note, text }, { db, clock })),
    );
    const saved = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.text] : []));
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toEqual(code("conflict"));
    const [now] = await readNotes(access, { db });
    expect(saved).toContain(now?.text);
    const changes = (await auditOf(patientId)).filter(({ action }) => action === "journal.changed");
    expect(changes).toHaveLength(saved.length);
    // Nobody's change was overwritten unseen: each one that was kept is a revision of its own.
    const { rows } = await owner.query("SELECT revision FROM journal_entry WHERE id = $1", [kept.id]);
    expect(rows).toEqual([{ revision: saved.length + 1 }]);
  });

  it("tells the last visit on or before a date, and no plain note or coming visit for one", async () => {
    const { access } = await connectedPerson(db, "visits");
    expect(lastVisit(await readVisitDates(access, { db }), "2026-06-15")).toBeNull();
    for (const [kind, date] of [
      ["visit", "2026-03-01"],
      ["visit", "2025-12-01"],
      ["note", "2026-05-01"],
      ["visit", "2026-09-01"],
    ] as const)
      await addNote(access, { kind, date, minuteOfDay: 600, text: "x" }, { db, clock });
    expect(lastVisit(await readVisitDates(access, { db }), "2026-06-15")).toBe("2026-03-01");
    expect(lastVisit(await readVisitDates(access, { db }), "2026-03-01")).toBe("2026-03-01");
    expect(lastVisit(await readVisitDates(access, { db }), "2026-02-28")).toBe("2025-12-01");
    expect(lastVisit(await readVisitDates(access, { db }), "2026-09-01")).toBe("2026-09-01");
  });
});

describe("what cannot be kept", () => {
  it("is refused with a sentence that names the field, and leaves nothing behind", async () => {
    const { access, patientId } = await connectedPerson(db, "refused");
    const options = { db, clock };
    const refusal = (detail: RegExp) =>
      expect.objectContaining({ code: "bad_request", detail: expect.stringMatching(detail) });
    await expect(addNote(access, { ...note, text: "" }, options)).rejects.toEqual(refusal(/“text”/));
    await expect(addNote(access, { ...note, date: "2026-06-20" }, options)).rejects.toEqual(
      refusal(/“date”/),
    );
    await expect(addLabResult(access, { ...result, unit: "%" }, options)).rejects.toEqual(
      refusal(/“value” looks like mmol\/mol/),
    );
    await expect(
      addHandExclusion(access, { ...exclusion, to: "2026-06-26T00:00:00Z" }, options),
    ).rejects.toEqual(refusal(/15 days/));
    expect(await rowsOf(patientId)).toEqual([]);
    expect(await auditOf(patientId)).toEqual([]);
  });

  it.each([
    ["note", 5_000, (person: Person) => addNote(person.access, note, { db, clock })],
    ["lab-result", 500, (person: Person) => addLabResult(person.access, result, { db, clock })],
    ["exclusion", 1_000, (person: Person) => addHandExclusion(person.access, exclusion, { db, clock })],
  ] as const)("is one %s more than %d, also when several come at once", async (kind, most, add) => {
    const person = await connectedPerson(db, `cap ${kind}`);
    await owner.query(
      `INSERT INTO journal_entry (id, patient_id, kind, revision, format, created_at, updated_at, sealed)
       SELECT gen_random_uuid(), $1, $2, 1, 1, now(), now(), '' FROM generate_series(1, $3::int - 1)`,
      [person.patientId, kind, most],
    );
    const outcomes = await Promise.allSettled([add(person), add(person), add(person)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(add(person)).rejects.toEqual(
      expect.objectContaining({
        code: "conflict",
        detail: expect.stringContaining(most.toLocaleString("en-US")),
      }),
    );
    expect(await rowsOf(person.patientId)).toHaveLength(most);
  });
});

describe("what stays between a person and their journal", () => {
  it("is what they wrote: no row and no line of the log says a word of it, nor for which day", async () => {
    const { patientId, access, ...written } = await writer("sealed");
    await changeNote(access, written.note.id, { ...note, kind: "visit" }, { db, clock });
    await removeLabResult(access, written.result.id, { db });
    const rows = (await rowsOf(patientId)).map(({ sealed, ...row }) => [row, sealed.toString("latin1")]);
    const stored = JSON.stringify([rows, await auditOf(patientId)]);
    expect(rows).toHaveLength(2);
    for (const secret of [CANARY, Buffer.from(CANARY).toString("hex"), "2026-06-14", "visit", "mmol"])
      expect(stored).not.toContain(secret);
    expect(await auditOf(patientId)).toEqual([
      { action: "journal.added", detail: { entryId: written.note.id, kind: "note" } },
      { action: "journal.added", detail: { entryId: written.result.id, kind: "lab-result" } },
      { action: "journal.added", detail: { entryId: written.exclusion.id, kind: "exclusion" } },
      { action: "journal.changed", detail: { entryId: written.note.id, kind: "note" } },
      { action: "journal.removed", detail: { entryId: written.result.id, kind: "lab-result" } },
    ]);
  });

  it("is out of everybody else's reach: a foreign id is as unknown as one that never was", async () => {
    const mine = await writer("mine");
    const other = await connectedPerson(db, "other");
    const options = { db, clock };
    for (const id of [mine.note.id, newId(), "not-an-id", ""]) {
      await expect(changeNote(other.access, id, note, options)).rejects.toEqual(code("not_found"));
      await expect(removeNote(other.access, id, options)).rejects.toEqual(code("not_found"));
    }
    await expect(changeLabResult(other.access, mine.result.id, result, options)).rejects.toEqual(
      code("not_found"),
    );
    await expect(removeHandExclusion(other.access, mine.exclusion.id, options)).rejects.toEqual(
      code("not_found"),
    );
    expect(await readNotes(other.access, { db })).toEqual([]);
    expect(await readNotes(mine.access, { db })).toEqual([mine.note]);
    // An entry is only found as what it is.
    await expect(removeNote(mine.access, mine.result.id, options)).rejects.toEqual(code("not_found"));
    expect(await rowsOf(mine.patientId)).toHaveLength(3);
  });

  it("shows no row where no patient or another one was named, and takes none for another", async () => {
    const { patientId } = await writer("walls");
    const other = await connectedPerson(db, "walls, other");
    expect(await db.journalEntry.count()).toBe(0);
    expect(await inSystemTransaction("system:sync", (tx) => tx.journalEntry.count(), { db })).toBe(0);
    expect(await inPatientTransaction(other.access, (tx) => tx.journalEntry.count(), { db })).toBe(0);
    const asOwner = openDatabase(database.adminUrl, { connectionsMax: 1 });
    expect(await asOwner.journalEntry.count()).toBe(0);
    await asOwner.$disconnect();
    const smuggle = inPatientTransaction(
      other.access,
      (tx) =>
        tx.journalEntry.create({
          data: {
            id: newId(),
            patientId,
            kind: "note",
            revision: 1,
            format: 1,
            createdAt: new Date(),
            updatedAt: new Date(),
            sealed: Buffer.from("x"),
          },
        }),
      { db },
    );
    await expect(smuggle).rejects.toThrow(/row-level security|42501/);
  });

  it("is read but never written by the background import", async () => {
    const { access, connectionId, note: kept } = await writer("import");
    const sync = await accessForSync(connectionId, { db });
    if (!sync) throw new Error("no access for the import");
    expect(await readNotes(sync, { db })).toEqual([kept]);
    await expect(addNote(sync, note, { db, clock })).rejects.toEqual(code("forbidden"));
    await expect(changeNote(sync, kept.id, note, { db, clock })).rejects.toEqual(code("forbidden"));
    await expect(removeNote(sync, kept.id, { db })).rejects.toEqual(code("forbidden"));
    expect(await readNotes(access, { db })).toEqual([kept]);
  });
});

describe("an entry that was changed or moved in the database", () => {
  it.each([
    [
      "a changed byte",
      "UPDATE journal_entry SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE patient_id = $1 AND kind = 'note'",
    ],
    [
      "an entry cut short",
      "UPDATE journal_entry SET sealed = substring(sealed FROM 1 FOR 60) WHERE patient_id = $1 AND kind = 'note'",
    ],
    [
      "another revision",
      "UPDATE journal_entry SET revision = revision + 1 WHERE patient_id = $1 AND kind = 'note'",
    ],
    ["another format", "UPDATE journal_entry SET format = 2 WHERE patient_id = $1 AND kind = 'note'"],
    ["another id", "UPDATE journal_entry SET id = gen_random_uuid() WHERE patient_id = $1 AND kind = 'note'"],
    [
      "another kind of entry in its place",
      `UPDATE journal_entry n SET sealed = o.sealed FROM journal_entry o
       WHERE n.patient_id = $1 AND n.kind = 'note' AND o.patient_id = $1 AND o.kind = 'exclusion'`,
    ],
  ])("is never read as if nothing had happened: %s", async (name, statement) => {
    const { access, patientId } = await writer(`tampered ${name}`);
    await owner.query(statement, [patientId]);
    await expect(readNotes(access, { db })).rejects.toThrow(/could not be opened/);
    // The other kinds do not suffer with it.
    expect(await readLabResults(access, { db })).toHaveLength(1);
  });

  it("is never read as one's own: another patient's", async () => {
    const mine = await writer("swap mine");
    const theirs = await writer("swap theirs");
    await owner.query("DELETE FROM journal_entry WHERE id = $1", [mine.note.id]);
    await owner.query("UPDATE journal_entry SET patient_id = $1 WHERE id = $2", [
      mine.patientId,
      theirs.note.id,
    ]);
    await expect(readNotes(mine.access, { db })).rejects.toThrow(/could not be opened/);
  });
});

describe("the end of a journal", () => {
  it("does not come with the end of the connection, even with the data", async () => {
    const { access, patientId } = await writer("disconnected");
    await disconnect(access, { keepData: false }, { db, ...neverRefresh });
    expect(await rowsOf(patientId)).toHaveLength(3);
    expect(await readNotes(access, { db })).toHaveLength(1);
  });

  it("comes when everything is deleted, which says before how many entries go", async () => {
    const { access, patientId } = await writer("erased");
    const other = await writer("stays");
    expect(await previewErasure(access, { db })).toMatchObject({ journalEntries: 3 });
    await erasePatient(access, { db, keyBackupDays: 7 });
    expect(await rowsOf(patientId)).toEqual([]);
    expect(await auditOf(patientId)).toEqual([]);
    await expect(readNotes(access, { db })).rejects.toThrow(/has been deleted/);
    await expect(addNote(access, note, { db, clock })).rejects.toThrow(/has been deleted/);
    expect(await readNotes(other.access, { db })).toEqual([other.note]);
  });
});
