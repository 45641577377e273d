import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/patients/[patientId]/export/readings/route";
import { recordHash } from "@/lib/audit/record-seal";
import { DAY_MS, fixedClock, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { readingsCsv } from "@/lib/exports/readings-csv";
import { exportedReadings } from "@/lib/exports/readings-export";
import { midnight } from "@/lib/glucose/local-time";
import type { Egv } from "@/lib/glucose/reading";
import { egv, stream } from "@/lib/glucose/testing/readings";
import { newId } from "@/lib/ids";
import { readEgvs } from "@/lib/readings/data";
import { upsertRecords } from "@/lib/readings/mutations";
import { problemAnswer } from "@/lib/reports/schema";
import { disclosuresOf, recordFactsOf } from "@/lib/sharing/data-disclosures";
import { changeTerms, endShare } from "@/lib/sharing/mutations";
import type { ShareTerms } from "@/lib/sharing/schema";
import { verifyRecord } from "@/lib/sharing/verify-record";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  newViewer,
  openSharing,
  type Sharer,
  type SharingDatabase,
  shareByCode,
  shareByLink,
  visitBy,
} from "@/tests/integration/sharing-support";

const session = vi.hoisted(() => ({ userId: "", goesOn: true }));
vi.mock("@/lib/auth", () => ({
  requireUser: () => Promise.resolve(session),
  currentSession: () => Promise.resolve({ token: "cookie" }),
  sessionGoesOn: (token: string) => Promise.resolve(token === "cookie" && session.goesOn),
}));

// Forty days on a wall clock 5:45 ahead of UTC: three parts.
const OFFSET = 345;
const FIRST = "2026-03-01";
const LAST = "2026-04-09";
const SHARED_FROM = "2026-03-20";
const DAYS = 40;
const begin = midnight(FIRST, OFFSET);
const end = begin + DAYS * DAY_MS;
const PARTS = 3;

let world: SharingDatabase;
let db: Database;
let patient: Sharer;
let counter = 0;

beforeAll(async () => {
  world = await openSharing();
  ({ db } = world);
  Object.assign(globalThis, { hindsightDatabase: db });
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined });
  await closeSharing(world);
});

/** Somebody with forty days of readings, and a viewer of them. */
async function sharing(terms: Partial<ShareTerms> = {}) {
  counter += 1;
  patient = await newSharer(db, `takes-away-${counter}`);
  const { access } = patient;
  const records = stream(begin, end, (at) => 90 + ((at / MINUTE_MS) % 130), { offset: OFFSET });
  await store(records);
  await inPatientTransaction(
    access,
    (tx) =>
      tx.connection.updateMany({
        where: { patientId: access.patientId },
        data: { dataThrough: new Date(end - 5 * MINUTE_MS), newestOffsetMinutes: OFFSET },
      }),
    { db },
  );
  const viewerId = await newViewer(db, `reader-${counter}@clinic.example`, "Ana Ruiz");
  const shareId = await shareByCode(world.tools, patient, viewerId, terms);
  return { viewerId, shareId, records };
}

function store(records: readonly Egv[]) {
  const { access } = patient;
  return inPatientTransaction(access, (tx) => upsertRecords(access, tx, { kind: "egv", records }), { db });
}

/** At the end the newest reading is five minutes older than the delay. */
const options = (at = end + 3 * HOUR_MS - MINUTE_MS) => ({ db, clock: fixedClock(at), delayMinutes: 180 });
const NETWORK = "192.0.2.0/24";

function exporting(userId: string, query: { from?: string; to?: string } = {}, given = options()) {
  return exportedReadings({ userId, patient: patient.patientId, network: NETWORK }, query, given);
}

async function allOf(parts: AsyncIterable<readonly Egv[]>): Promise<Egv[]> {
  const all: Egv[] = [];
  for await (const egvs of parts) all.push(...egvs);
  return all;
}

const looks = async () => (await disclosuresOf(patient.access, {}, { db })).looks;
const stored = () => readEgvs(patient.access, { from: begin - DAY_MS, to: end + DAY_MS }, { db });

/** What verifying names about this patient. */
async function faults() {
  const found: unknown[] = [];
  const hash = recordHash(patient.patientId);
  await verifyRecord({ db, onFault: (fault) => fault.patientHash === hash && found.push(fault) });
  return found;
}

describe("the owner's own readings", () => {
  it("come whole, in order and each once, and leave one row in the record, which verifies", async () => {
    const { records } = await sharing();
    const parts: number[] = [];
    const all: Egv[] = [];
    for await (const egvs of exporting(patient.userId)) {
      parts.push(egvs.length);
      all.push(...egvs);
    }
    expect(parts).toHaveLength(PARTS);
    expect(all).toHaveLength(DAYS * 288);
    expect(all).toEqual(await stored());
    expect(all.map(({ systemTime }) => systemTime)).toEqual(records.map(({ systemTime }) => systemTime));
    expect(await looks()).toEqual([
      {
        seq: 1,
        at: expect.any(Number),
        viewerId: patient.userId,
        viewerName: "",
        clinic: null,
        network: NETWORK,
        channel: "export",
        what: "export-readings",
        days: { from: FIRST, to: LAST },
        shareId: null,
      },
    ]);
    const facts = await recordFactsOf(patient.access, { db });
    expect(facts).toEqual({ count: 1, viewers: [], clinics: [], views: ["export-readings"] });
    expect(await faults()).toEqual([]);
  });

  it("are those of the dates that are asked for, by the person's own wall clock", async () => {
    await sharing();
    const all = await allOf(exporting(patient.userId, { from: "2026-03-13", to: "2026-03-16" }));
    const from = midnight("2026-03-13", OFFSET);
    expect(all).toEqual(
      (await stored()).filter(({ systemTime }) => systemTime >= from && systemTime < from + 4 * DAY_MS),
    );
    expect(await looks()).toMatchObject([{ days: { from: "2026-03-13", to: "2026-03-16" } }]);
  });

  it("end where the delay does, to the reading", async () => {
    await sharing();
    const all = await allOf(exporting(patient.userId, {}, options(end - DAY_MS)));
    expect(all).toHaveLength((end - DAY_MS - 3 * HOUR_MS - begin) / MINUTE_MS / 5 + 1);
    expect(all.at(-1)?.systemTime).toBe(end - DAY_MS - 3 * HOUR_MS);
  });

  it("come once where two devices told of one, also on both sides of a part's edge", async () => {
    await sharing();
    const edge = Date.parse("2026-03-14T00:00:00Z");
    const twice = { transmitterId: "a".repeat(64), offset: OFFSET };
    await store([
      egv(edge - 2_000, 120, { ...twice, transmitterTicks: 9_000, displayDevice: "receiver" }),
      egv(edge + 2_000, 120, { ...twice, transmitterTicks: 9_004, displayDevice: "iOS" }),
    ]);
    const all = await allOf(exporting(patient.userId));
    const around = all.filter(({ transmitterId }) => transmitterId === twice.transmitterId);
    expect(around.map(({ displayDevice }) => displayDevice)).toEqual(["iOS"]);
  });

  it("are an empty file where there are none yet", async () => {
    patient = await newSharer(db, "has-nothing-yet");
    expect(await allOf(exporting(patient.userId))).toEqual([]);
    expect(await looks()).toHaveLength(1);
  });
});

describe("whoever is let in", () => {
  it("takes away what their share shows, and leaves one row with their name", async () => {
    const { viewerId, shareId } = await sharing({ window: { kind: "from", date: SHARED_FROM } });
    const all = await allOf(exporting(viewerId));
    const edge = midnight(SHARED_FROM, OFFSET);
    expect(all).toEqual((await stored()).filter(({ systemTime }) => systemTime >= edge));
    expect(await looks()).toMatchObject([
      {
        viewerName: "Ana Ruiz",
        channel: "export",
        what: "export-readings",
        days: { from: SHARED_FROM, to: LAST },
        shareId,
      },
    ]);
    await expect(allOf(exporting(viewerId, { from: FIRST, to: "2026-03-19" }))).rejects.toMatchObject({
      refusal: "not-shared",
    });
    const cut = await allOf(exporting(viewerId, { from: FIRST, to: SHARED_FROM }));
    expect(cut[0]?.systemTime).toBe(edge);
    expect(cut).toHaveLength(288);
    expect(await faults()).toEqual([]);
  });

  it("needs neither events nor notes, but more than the summary", async () => {
    const bare = { withEvents: false, withNotes: false } as const;
    const { viewerId } = await sharing(bare);
    expect(await allOf(exporting(viewerId))).toHaveLength(DAYS * 288);
    const other = await sharing({ ...bare, scope: "summary" });
    await expect(allOf(exporting(other.viewerId))).rejects.toMatchObject({ refusal: "not-shared" });
    expect(await looks()).toEqual([]);
  });
});

/** Takes parts one by one: how many came, and how it ended. */
async function begun(userId: string) {
  const parts = exporting(userId);
  const first = await parts.next();
  if (first.done) throw new Error("It ended before it began.");
  return { first: first.value, rest: () => allOf(parts) };
}

describe("a download that is running", () => {
  it("goes on to its end while the share does", async () => {
    const { viewerId } = await sharing();
    const { first, rest } = await begun(viewerId);
    expect([...first, ...(await rest())]).toEqual(await stored());
  });

  it("fails when the share ends, with what came before and its row in place", async () => {
    const { viewerId, shareId } = await sharing();
    const { first, rest } = await begun(viewerId);
    expect(first.length).toBeGreaterThan(13 * 287);
    await endShare(patient.access, shareId, { db, now: Date.now() });
    await expect(rest()).rejects.toMatchObject({ refusal: "share-ended" });
    expect(await looks()).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it("fails when the share's time is over, by the database's clock", async () => {
    const { viewerId, shareId } = await sharing();
    const { rest } = await begun(viewerId);
    await world.owner.query(`
      SET session_replication_role = replica;
      UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}';
      SET session_replication_role = origin`);
    await expect(rest()).rejects.toMatchObject({ refusal: "share-ended" });
  });

  it("fails when the share shows only the summary from now on, or none of the days that are left", async () => {
    const bare = { ...FULL_TERMS, scope: "summary", withEvents: false, withNotes: false } as const;
    const late = { ...FULL_TERMS, window: { kind: "from", date: LAST } } as const;
    for (const terms of [bare, late]) {
      const { viewerId, shareId } = await sharing();
      const { rest } = await begun(viewerId);
      await changeTerms(patient.access, shareId, terms, { db, now: Date.now() });
      await expect(rest()).rejects.toMatchObject({ refusal: "not-shared" });
    }
  });

  it("goes on when the share loses only days that have come already", async () => {
    const { viewerId, shareId } = await sharing();
    const { first, rest } = await begun(viewerId);
    const terms = { ...FULL_TERMS, window: { kind: "from", date: "2026-03-02" } } as const;
    await changeTerms(patient.access, shareId, terms, { db, now: Date.now() });
    expect([...first, ...(await rest())]).toEqual(await stored());
  });
});

async function ask(as: string, query = "", of = patient.patientId): Promise<Response> {
  session.userId = as;
  const request = new Request(`http://localhost/${query}`);
  return GET(request, { params: Promise.resolve({ patientId: of }) });
}

async function refusalOf(response: Response) {
  const { status, code } = problemAnswer.parse(await response.json());
  return { status, code };
}

describe("the address", () => {
  it("answers with a file that says by its name and in its first line what it is not for", async () => {
    await sharing();
    const response = await ask(patient.userId, "?from=2026-03-02&to=2026-03-03", "me");
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="hindsight-readings-not-for-treatment-decisions.csv"',
    });
    const [head, ...lines] = (await response.text()).split("\r\n");
    expect(head).toMatch(/^time_utc,.*,Not for treatment decisions$/);
    expect(lines).toHaveLength(2 * 288 + 1);
    expect(lines[0]).toMatch(/^2026-03-01T18:15:00.000Z,2026-03-02T00:00:00.000,\d+,\d+\.\d,/);
  });

  it("breaks off what is running, so that nobody takes it for whole", async () => {
    const { viewerId, shareId } = await sharing();
    const response = await ask(viewerId);
    const body = response.body?.getReader() ?? expect.fail("no body");
    const { value } = await body.read();
    let whole = "";
    for await (const part of readingsCsv(exporting(patient.userId), "dexcom")) whole += part;
    const came = new TextDecoder().decode(value);
    expect(whole.startsWith(came)).toBe(true);
    expect(came.length).toBeLessThan(whole.length / 2);
    await endShare(patient.access, shareId, { db, now: Date.now() });
    await expect(body.read()).rejects.toMatchObject({ refusal: "share-ended" });
    expect(await refusalOf(await ask(viewerId))).toEqual({ status: 410, code: "share-ended" });
  });

  it("breaks off with the session of whoever downloads", async () => {
    const { viewerId } = await sharing();
    const body = (await ask(viewerId)).body?.getReader() ?? expect.fail("no body");
    expect((await body.read()).done).toBe(false);
    session.goesOn = false;
    try {
      await expect(body.read()).rejects.toMatchObject({ refusal: "signed-out" });
    } finally {
      session.goesOn = true;
    }
  });

  it("refuses in words before anything is sent", async () => {
    await sharing();
    const stranger = await newViewer(db, `stranger-${counter}@clinic.example`);
    for (const of of [patient.patientId, newId(), "nobody"])
      expect(await refusalOf(await ask(stranger, "", of))).toEqual({ status: 404, code: "no-such-person" });
    for (const query of ["?from=2026-03-01", "?from=2026-03-09&to=2026-03-01", "?from=x&to=y", "?day=1"])
      expect(await refusalOf(await ask(patient.userId, query))).toMatchObject({ status: 400 });
    expect(await looks()).toEqual([]);
  });

  it("knows no visit by a link", async () => {
    await sharing();
    const visit = await visitBy(world.tools, await shareByLink(world.tools, patient));
    expect(visit.patientId).toBe(patient.patientId);
    const stranger = await newViewer(db, `visitor-${counter}@clinic.example`);
    expect(await refusalOf(await ask(stranger))).toEqual({ status: 404, code: "no-such-person" });
  });
});

describe("a row without a share", () => {
  it("is written by the owner themselves and for a file only", async () => {
    const { viewerId, shareId } = await sharing();
    const { patientId, userId } = patient;
    const row = {
      patientId,
      seq: 1,
      at: new Date(end),
      viewer: `user:${userId}`,
      shareId: null,
      channel: "export",
      what: "export-readings",
      sealed: Buffer.from("x"),
      mac: "mac",
    };
    const write = (as: string, more: Partial<typeof row>, share: string | null = null) =>
      inPatientTransaction(
        { patientId, actor: `user:${as}`, shareId: share },
        (tx) => tx.disclosure.create({ data: { ...row, id: newId(), ...more } }),
        { db },
      );
    const denied = /row-level security/;
    await expect(write(viewerId, { viewer: `user:${viewerId}` }, shareId)).rejects.toThrow(denied);
    await expect(write(viewerId, {}, shareId)).rejects.toThrow(denied);
    await expect(write(userId, { viewer: `user:${viewerId}` })).rejects.toThrow(denied);
    await expect(write(userId, { channel: "page" })).rejects.toThrow(/own_export/);
    await expect(write(userId, {})).resolves.toMatchObject({ seq: 1 });
  });
});
