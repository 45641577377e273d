import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { disclosuresOf } from "@/lib/sharing/data-disclosures";
import { endShare } from "@/lib/sharing/mutations";
import { verifyRecord } from "@/lib/sharing/verify-record";
import { ROWS_PER_PAGE, type WorklistPage } from "@/lib/worklist/row";
import { joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  newSharer,
  openSharing,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";
import { newPatient, sharesWith, worklistOf } from "@/tests/integration/worklist-support";

/** More than fit on a page; one has readings, and needs a look. */
const PATIENTS = ROWS_PER_PAGE + 2;

let world: SharingDatabase;
let owner: Pool;
let clinic: ClinicAccess;
let viewer: ClinicAccess;
let lows: Sharer;
const crowd: Sharer[] = [];

beforeAll(async () => {
  world = await openSharing();
  ({ owner } = world);
  clinic = await newClinic(
    world.tools,
    await newColleague(world.tools, { address: "a@clinic.example" }),
    "Crowd",
  );
  const colleague = await newColleague(world.tools, { address: "b@clinic.example", name: "Dr Who" });
  viewer = await joins(world.tools, clinic, colleague, "viewer");
  lows = await newPatient(world, "lows", { newest: { veryLow: 6 }, days: 14 });
  await sharesWith(world, lows, clinic);
  for (let i = 1; i < PATIENTS; i += 1) {
    const sharer = await newSharer(world.db, `crowd-${String(i).padStart(2, "0")}`);
    await sharesWith(world, sharer, clinic);
    crowd.push(sharer);
  }
});

afterAll(() => closeSharing(world));

interface Look {
  readonly patient_id: string;
  readonly viewer: string;
  readonly clinic_id: string;
  readonly what: string;
  readonly days: string;
}

async function looks(): Promise<Look[]> {
  const { rows } = await owner.query<Look>(
    `SELECT patient_id, viewer, clinic_id, what, day_from::text || ' ' || day_to::text AS days FROM disclosure
     ORDER BY at, patient_id`,
  );
  return rows;
}

const shownIn = ({ rows }: WorklistPage) =>
  rows.map(({ patientId, period }) => ({
    patient_id: patientId,
    viewer: `user:${viewer.userId}`,
    clinic_id: viewer.clinicId,
    what: "worklist",
    days: `${period.from} ${period.to}`,
  }));
const sorted = <T extends { readonly patient_id: string }>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (a.patient_id < b.patient_id ? -1 : 1));

describe("the record of who looked", () => {
  it("has a row for each patient on the page, for the days shown, and none for anybody else", async () => {
    const first = await worklistOf(world, viewer);
    expect(first).toMatchObject({ page: 1, pages: 2, found: PATIENTS, total: PATIENTS });
    expect(first.rows).toHaveLength(ROWS_PER_PAGE);
    expect(first.rows[0]?.patientId).toBe(lows.patientId);
    expect(await looks()).toEqual(sorted(shownIn(first)));

    // The same again within five minutes is the same look; the next page is another one.
    await worklistOf(world, viewer);
    const second = await worklistOf(world, viewer, { page: 2 });
    expect(second.rows).toHaveLength(2);
    expect(sorted(await looks())).toEqual(sorted([...shownIn(first), ...shownIn(second)]));
    const ids = [...first.rows, ...second.rows].map(({ patientId }) => patientId);
    expect(new Set(ids)).toEqual(new Set([lows, ...crowd].map(({ patientId }) => patientId)));
  });

  it("has none for whom a search, a filter or the counting only touched", async () => {
    const before = (await looks()).length;
    const found = await worklistOf(world, viewer, { days: 30, search: "crowd-07" });
    expect(found.rows.map(({ name }) => name)).toEqual(["Patient crowd-07"]);
    expect((await looks()).length).toBe(before + 1);
    const none = await worklistOf(world, viewer, { days: 30, search: "nobody", sort: "name", order: "asc" });
    expect(none).toMatchObject({ rows: [], total: PATIENTS });
    expect((await looks()).length).toBe(before + 1);
    expect((await worklistOf(world, viewer, { days: 30, flags: ["very-low"] })).rows).toHaveLength(1);
    expect((await looks()).length).toBe(before + 2);
  });

  it("says to its owner who looked and on whose behalf", async () => {
    const { looks: seen } = await disclosuresOf(lows.access, {}, { db: world.db });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatchObject({
      what: "worklist",
      viewerName: "Dr Who",
      clinic: { id: clinic.clinicId, name: "Crowd" },
      network: "192.0.2.0/24",
    });
  });

  it("is whole after many lists at once", async () => {
    const lists = await Promise.all(
      [clinic, viewer, clinic, viewer].map((access, i) =>
        worklistOf(world, access, { days: 7, page: 1 + (i % 2) }),
      ),
    );
    expect(lists.map(({ rows }) => rows.length)).toEqual([ROWS_PER_PAGE, 2, ROWS_PER_PAGE, 2]);
    const faults: unknown[] = [];
    const { rows } = await verifyRecord({ db: world.db, onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual([]);
    expect(rows).toBe((await looks()).length);
  });

  it("takes the list with it when it cannot be written", async () => {
    await owner.query("ALTER TABLE disclosure ADD CONSTRAINT no_more CHECK (what <> 'worklist') NOT VALID");
    try {
      await expect(worklistOf(world, clinic, { days: 30 })).rejects.toThrow(/no_more/);
    } finally {
      await owner.query("ALTER TABLE disclosure DROP CONSTRAINT no_more");
    }
    expect((await worklistOf(world, clinic, { days: 30 })).rows).toHaveLength(ROWS_PER_PAGE);
  });
});

describe("pages by name", () => {
  it("follow one another without anybody twice or left out", async () => {
    const pages = [
      await worklistOf(world, viewer, { sort: "name", order: "asc" }),
      await worklistOf(world, viewer, { sort: "name", order: "asc", page: 2 }),
    ];
    const names = pages.flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(names).toEqual(names.toSorted());
    expect(names.at(-1)).toBe("Patient lows");
    expect(new Set(names).size).toBe(PATIENTS);
  });
});

describe("the database", () => {
  it("shows a member's transaction about one patient nothing that their clinic keeps", async () => {
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM share WHERE patient_id = $1", [
      lows.patientId,
    ]);
    const about = { patientId: lows.patientId, actor: viewer.actor, shareId: rows[0]?.id ?? null };
    const seen = await inPatientTransaction(
      about,
      async (tx) => [await tx.clinicPatient.count(), await tx.clinicReview.count()],
      { db: world.db },
    );
    expect(seen).toEqual([0, 0]);
  });
});

describe("a share that ends while a list is being read", () => {
  it("is out of it, and the list is there all the same", async () => {
    const [leaving] = crowd;
    if (leaving === undefined) throw new Error("Nobody is there.");
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM share WHERE patient_id = $1", [
      leaving.patientId,
    ]);
    let ended = 0;
    // Once, between the list and the record of those who are shown.
    const endFirst = async () => {
      if (ended === 0) await endShare(leaving.access, rows[0]?.id ?? "", { db: world.db, now: Date.now() });
      ended += 1;
    };
    const interrupted = new Proxy(world.db, {
      get: (target, name) =>
        name === "$transaction"
          ? (work: (tx: Transaction) => Promise<unknown>, options: object) =>
              target.$transaction((tx) => work(interruptedTx(tx, endFirst)), options)
          : Reflect.get(target, name),
    });
    const newcomer = await newColleague(world.tools, { address: "c@clinic.example" });
    const access = await joins(world.tools, clinic, newcomer, "viewer");
    const list = await worklistOf({ ...world, db: interrupted }, access, { search: "crowd-0" });
    expect(ended).toBe(2);
    expect(list.rows.map(({ name }) => name)).toHaveLength(8);
    expect(list.rows.map(({ patientId }) => patientId)).not.toContain(leaving.patientId);
  });
});

/** A transaction in which something happens just before the ends of chains are locked. */
function interruptedTx(tx: Transaction, first: () => Promise<void>): Transaction {
  return new Proxy(tx, {
    get: (target, name) => {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return async (statement: TemplateStringsArray, ...values: unknown[]) => {
        if (statement.join("").includes("INSERT INTO disclosure_head")) await first();
        return tx.$queryRaw(statement, ...values);
      };
    },
  });
}
