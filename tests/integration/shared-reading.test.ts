import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as eventsRoute from "@/app/api/v1/patients/[id]/events/route";
import * as exclusionsRoute from "@/app/api/v1/patients/[id]/exclusions/route";
import * as notesRoute from "@/app/api/v1/patients/[id]/notes/route";
import * as profileRoute from "@/app/api/v1/patients/[id]/profile/route";
import * as readingsRoute from "@/app/api/v1/patients/[id]/readings/route";
import * as patientRoute from "@/app/api/v1/patients/[id]/route";
import * as summaryRoute from "@/app/api/v1/patients/[id]/summary/route";
import * as syncRoute from "@/app/api/v1/patients/[id]/sync/route";
import { DAY_MS, fixedClock, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { openAttemptsPool } from "@/lib/db/attempts";
import { type Database, openDatabase, type Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { env } from "@/lib/env";
import { egvsOf } from "@/lib/glucose/egv-columns";
import { midnight } from "@/lib/glucose/local-time";
import { summarize } from "@/lib/glucose/summary";
import { datesFrom, stream } from "@/lib/glucose/testing/readings";
import { newId } from "@/lib/ids";
import { readHandExclusions, readLabResults, readNotes } from "@/lib/journal/data";
import { addHandExclusion, addLabResult, addNote, removeNote } from "@/lib/journal/mutations";
import {
  readAlerts,
  readCalibrations,
  readDeviceDays,
  readEgvColumns,
  readEgvs,
  readEvents,
} from "@/lib/readings/data";
import { deleteRecords, storeDevices, upsertRecords } from "@/lib/readings/mutations";
import { a1cOf } from "@/lib/reports/a1c";
import { calendarMonthsOf } from "@/lib/reports/calendar";
import { compareOf } from "@/lib/reports/compare";
import { dailyOf } from "@/lib/reports/daily";
import { dayStripOf } from "@/lib/reports/day-strip";
import { devicesOf } from "@/lib/reports/devices";
import { standingOf } from "@/lib/reports/freshness";
import { logbookOf } from "@/lib/reports/logbook";
import { overviewOf } from "@/lib/reports/overview";
import { loadPeriodInput } from "@/lib/reports/period-input";
import {
  bareSummaryAnswer,
  eventsAnswer,
  patientAnswer,
  problemAnswer,
  profileAnswer,
  readingsAnswer,
  summaryAnswer,
} from "@/lib/reports/schema";
import { wearCertificateOf } from "@/lib/reports/wear-certificate";
import { readPatient } from "@/lib/sharing/access";
import { readSubject } from "@/lib/sharing/data-frame";
import { endShare } from "@/lib/sharing/mutations";
import type { PatientAccess } from "@/lib/sharing/policy";
import type { ShareTerms } from "@/lib/sharing/schema";
import {
  newSharer,
  newViewer,
  type Sharer,
  type SharingTools,
  shareByCode,
} from "@/tests/integration/sharing-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

const session = vi.hoisted(() => ({ userId: "" }));
vi.mock("@/lib/auth", () => ({ requireUser: () => Promise.resolve(session) }));

// Twenty days on a wall clock 5:45 ahead of UTC: midnight is a quarter past six in the evening there.
const OFFSET = 345;
const FIRST = "2026-03-01";
const SHARED_FROM = "2026-03-11";
const DAYS = 20;
const begin = midnight(FIRST, OFFSET);
const end = begin + DAYS * DAY_MS;
const edge = midnight(SHARED_FROM, OFFSET);
const everything = { from: begin - DAY_MS, to: end + DAY_MS };
const period = datesFrom("2026-03-07", 14);
const iso = (at: number) => new Date(at).toISOString();

/** Just before and exactly at the first midnight that is shared. */
const AROUND = [edge - 1, edge] as const;

let database: TestDatabase;
let db: Database;
let tools: SharingTools;
let patient: Sharer;
let viewers = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  Object.assign(globalThis, { hindsightDatabase: db });
  tools = { db, pool: openAttemptsPool(database.appUrl) };
  patient = await newSharer(db, "shares-readings");
  await importEverything();
  await writeJournal();
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined });
  await tools.pool.end();
  await db.$disconnect();
  await database.drop();
});

async function importEverything(): Promise<void> {
  const { access } = patient;
  const device = { displayDevice: "iOS", transmitterGeneration: "g7", transmitterId: null };
  const timed = AROUND.map((systemTime, i) => ({
    recordId: `around-${i}`,
    systemTime,
    displayOffsetMinutes: OFFSET,
  }));
  await inPatientTransaction(
    access,
    async (tx) => {
      const records = stream(begin, end, (at) => 90 + ((at / MINUTE_MS) % 130), { offset: OFFSET });
      await upsertRecords(access, tx, { kind: "egv", records });
      await upsertRecords(access, tx, {
        kind: "event",
        records: timed.map((one) => ({
          ...one,
          type: "carbs",
          subType: null,
          value: 40,
          unit: "grams",
          status: "created",
        })),
      });
      await upsertRecords(access, tx, {
        kind: "calibration",
        records: timed.map((one) => ({
          ...one,
          ...device,
          value: 110,
          unit: "mg/dL",
          transmitterTicks: null,
        })),
      });
      await upsertRecords(access, tx, {
        kind: "alert",
        records: timed.map((one) => ({
          ...one,
          ...device,
          name: "high",
          state: "activeAlarming",
          displayApp: "G7",
        })),
      });
      for (const at of [begin + DAY_MS, end - DAY_MS])
        await storeDevices(
          access,
          tx,
          [
            {
              lastUploadAt: at,
              transmitterId: null,
              transmitterGeneration: "g7",
              transmitterGenerationVariant: null,
              displayDevice: "iOS",
              displayApp: "G7",
              schedules: [],
            },
          ],
          at,
        );
      await tx.connection.updateMany({
        where: { patientId: access.patientId },
        data: {
          historyFrom: new Date(begin),
          dataThrough: new Date(end - 5 * MINUTE_MS),
          newestOffsetMinutes: OFFSET,
        },
      });
    },
    { db },
  );
}

async function writeJournal(): Promise<void> {
  const { access } = patient;
  const note = (date: typeof SHARED_FROM | "2026-03-10", text: string) =>
    addNote(access, { kind: "note", date, minuteOfDay: 600, text }, { db });
  const lab = (date: typeof SHARED_FROM | "2026-03-10") =>
    addLabResult(access, { date, unit: "%", value: 7.1, remark: "" }, { db });
  const leftOut = (from: number, to: number, reason: string) =>
    addHandExclusion(access, { from: iso(from), to: iso(to), reason }, { db });
  await note("2026-03-10", "Before");
  await note(SHARED_FROM, "After");
  await lab("2026-03-10");
  await lab(SHARED_FROM);
  await leftOut(begin, begin + HOUR_MS, "Long before");
  await leftOut(edge - HOUR_MS, edge + HOUR_MS, "Across the edge");
  await leftOut(edge + DAY_MS, edge + DAY_MS + HOUR_MS, "Within");
}

interface Viewer {
  readonly userId: string;
  readonly shareId: string;
  readonly access: PatientAccess;
}

/** Somebody who is let in, as admitted to every report that their share reaches. */
async function letIn(terms: Partial<ShareTerms> = {}): Promise<Viewer> {
  viewers += 1;
  const userId = await newViewer(db, `reader-${viewers}@clinic.example`);
  const shareId = await shareByCode(tools, patient, userId, terms);
  const looking = { userId, patient: patient.patientId, what: "overview", network: null } as const;
  const access = await readPatient(looking, async (given) => given, { db, delayMinutes: 180 });
  return { userId, shareId, access };
}

const fromEdge = { window: { kind: "from", date: SHARED_FROM } } as const;
const options = () => ({ db, clock: fixedClock(end + 3 * HOUR_MS), delayMinutes: 180 });

/** Everything that the reports show of these days. */
async function everythingOf(access: PatientAccess) {
  const standing = await standingOf(access, options());
  const { freshness } = standing;
  const input = await loadPeriodInput(access, period, freshness, { db });
  const other = datesFrom("2026-03-01", 6);
  return {
    standing,
    summary: summarize(input),
    overview: await overviewOf(access, period, freshness, { db }),
    daily: await dailyOf(access, { date: SHARED_FROM, zone: null }, freshness, { db }),
    strip: await dayStripOf(access, { date: SHARED_FROM, days: 7, zone: null }, freshness, { db }),
    compare: await compareOf(access, { period, other }, freshness, { db }),
    calendar: await calendarMonthsOf(
      access,
      { period, lastDate: period.to, freshness, curves: true },
      { db },
    ),
    logbook: await logbookOf(access, period, freshness, { db }),
    devices: await devicesOf(access, period, freshness, { db }),
    certificate: await wearCertificateOf(access, 30, freshness, { db }),
    a1c: await a1cOf(access, freshness, { db }),
  };
}

describe("a share of everything", () => {
  it("shows exactly what the owner sees, to the last figure", async () => {
    const { access } = await letIn();
    const own = await everythingOf(patient.access);
    expect(own.summary.coverage).toMatchObject({ observed: 14 * 288, excluded: 36 });
    expect(own.daily.events).toHaveLength(1);
    expect(own.daily.exclusions[0]).toMatchObject({ reason: "Across the edge" });
    expect(await everythingOf(access)).toEqual(own);
  });

  it("says whose data it is, and until when; one's own is nobody else's", async () => {
    const { access } = await letIn({ window: { kind: "days", days: 30 } });
    expect(await readSubject(access, { db })).toMatchObject({
      name: "Patient shares-readings",
      windowDays: 30,
      expiresAt: expect.any(Number),
    });
    expect(await readSubject(patient.access, { db })).toBeNull();
  });
});

describe("a share from a date on", () => {
  it("begins exactly at midnight of the person's own wall clock", async () => {
    const { access } = await letIn(fromEdge);
    const all = await readEgvs(patient.access, everything, { db });
    const seen = await readEgvs(access, everything, { db });
    expect(seen[0]?.systemTime).toBe(edge);
    expect(seen).toEqual(all.filter(({ systemTime }) => systemTime >= edge));
    expect(egvsOf(await readEgvColumns(access, [everything], { db }))).toEqual(seen);
    for (const read of [readEvents, readCalibrations, readAlerts])
      expect((await read(access, everything, { db })).map(({ systemTime }) => systemTime)).toEqual([edge]);
    expect(await readDeviceDays(access, { db })).toHaveLength(1);
    expect(await readDeviceDays(patient.access, { db })).toHaveLength(2);
  });

  it("shows what was written for its days, and of what was left out what reaches into them", async () => {
    const { access } = await letIn(fromEdge);
    expect((await readNotes(access, { db })).map(({ text }) => text)).toEqual(["After"]);
    expect((await readLabResults(access, { db })).map(({ date }) => date)).toEqual([SHARED_FROM]);
    expect(await readHandExclusions(access, { db })).toMatchObject([
      { from: edge - HOUR_MS, to: edge + HOUR_MS, reason: "Across the edge" },
      { reason: "Within" },
    ]);
  });

  it("says that the data begins there, and nothing of what came before", async () => {
    const { access } = await letIn(fromEdge);
    expect(await standingOf(access, options())).toMatchObject({ firstDate: SHARED_FROM });
    const later = await letIn({ window: { kind: "from", date: "2026-03-25" } });
    const { firstDate, freshness } = await standingOf(later.access, options());
    expect({ firstDate, dataThrough: freshness.dataThrough }).toEqual({
      firstDate: "2026-03-25",
      dataThrough: null,
    });
  });

  it("has the owner's figures of the days that are wholly in it", async () => {
    const { access } = await letIn(fromEdge);
    const { freshness } = await standingOf(patient.access, options());
    const days = datesFrom("2026-03-12", 8);
    const of = async (who: PatientAccess) => summarize(await loadPeriodInput(who, days, freshness, { db }));
    const [own, seen] = [await of(patient.access), await of(access)];
    expect(seen.readings).toBe(8 * 288 - 12);
    expect(seen).toEqual(own);
  });

  it("counts no day before it: neither in a certificate nor in a month", async () => {
    const { access } = await letIn(fromEdge);
    const { freshness } = await standingOf(patient.access, options());
    const known = { ...freshness, checkedThrough: freshness.availableUntil };
    const certificate = await wearCertificateOf(access, 30, known, { db });
    expect(certificate?.period).toEqual({ from: SHARED_FROM, to: "2026-03-20", days: 10 });
    const { months } = await calendarMonthsOf(
      access,
      { period, lastDate: period.to, freshness, curves: false },
      { db },
    );
    expect(months.map((month) => month.period.from)).toEqual([SHARED_FROM]);
    const strip = await dayStripOf(access, { date: "2026-03-12", days: 7, zone: null }, freshness, { db });
    expect(strip.days.map(({ day }) => day.date)).toEqual([SHARED_FROM, "2026-03-12"]);
  });
});

describe("a share without events and notes", () => {
  const bare = { withEvents: false, withNotes: false };

  it("shows neither, but the same figures: what was left out counts, the reason stays unsaid", async () => {
    const { access } = await letIn(bare);
    expect(await readEvents(access, everything, { db })).toEqual([]);
    expect(await readNotes(access, { db })).toEqual([]);
    expect(await readLabResults(access, { db })).toEqual([]);
    const [own, seen] = [await everythingOf(patient.access), await everythingOf(access)];
    expect(seen.overview).toEqual(own.overview);
    expect(seen.summary).toEqual({
      ...own.summary,
      exclusions: own.summary.exclusions.map((one) => ({ ...one, reason: "" })),
    });
    expect(JSON.stringify(seen)).not.toMatch(/Across the edge|Within/);
  });

  it("holds with every check in code left out", async () => {
    const { access } = await letIn(bare);
    const seen = await inPatientTransaction(
      access,
      async (tx) => ({
        events: await tx.dayBlock.count({ where: { kind: "event" } }),
        written: await tx.journalEntry.count({ where: { kind: { not: "exclusion" } } }),
        leftOut: await tx.journalEntry.count(),
      }),
      { db },
    );
    expect(seen).toEqual({ events: 0, written: 0, leftOut: 3 });
  });
});

describe("a share that ended after somebody was admitted", () => {
  it("shows that same access nothing any more, and says why", async () => {
    const { access, shareId } = await letIn();
    expect(await readEgvs(access, everything, { db })).toHaveLength(DAYS * 288);
    await endShare(patient.access, shareId, { db, now: Date.now() });
    for (const read of [
      () => readEgvs(access, everything, { db }),
      () => readEgvColumns(access, [everything], { db }),
      () => readEvents(access, everything, { db }),
      () => readNotes(access, { db }),
      () => readHandExclusions(access, { db }),
      () => loadPeriodInput(access, period, { ...freshAtEnd(), displayOffsetMinutes: OFFSET }, { db }),
    ])
      await expect(read()).rejects.toMatchObject({ refusal: "share-ended" });
  });
});

function freshAtEnd() {
  const availableUntil = end;
  return {
    now: end,
    delayMinutes: 180,
    availableUntil,
    checkedThrough: availableUntil,
    dataThrough: availableUntil,
  };
}

describe("whoever is let in", () => {
  it("changes nothing through the code", async () => {
    const { access } = await letIn();
    const within = (work: (tx: Transaction) => Promise<unknown>) =>
      inPatientTransaction(access, work, { db });
    const [theirs] = await readNotes(patient.access, { db });
    const note = { kind: "note", date: SHARED_FROM, minuteOfDay: 0, text: "Not mine" } as const;
    for (const write of [
      () => addNote(access, note, { db }),
      () => removeNote(access, theirs?.id ?? "", { db }),
      () => addHandExclusion(access, { from: iso(edge), to: iso(edge + 1), reason: "x" }, { db }),
      () => within((tx) => upsertRecords(access, tx, { kind: "egv", records: stream(begin, end, 100) })),
      () => within((tx) => storeDevices(access, tx, [], begin)),
      () => within((tx) => deleteRecords(access, tx)),
    ])
      await expect(write()).rejects.toMatchObject({ refusal: "read-only" });
  });

  it("changes nothing past the code either: the database shows them the rows and keeps them", async () => {
    const { access } = await letIn();
    const { patientId } = access;
    const within = <T>(work: (tx: Transaction) => Promise<T>) => inPatientTransaction(access, work, { db });
    const sealed = Buffer.from("x");
    await expect(
      within((tx) =>
        tx.dayBlock.create({
          data: {
            patientId,
            source: "dexcom",
            kind: "egv",
            day: new Date("2026-05-01"),
            revision: 1,
            format: 1,
            sealed,
          },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      within((tx) =>
        tx.journalEntry.create({
          data: {
            id: newId(),
            patientId,
            kind: "note",
            revision: 1,
            format: 1,
            sealed,
            createdAt: new Date(edge),
            updatedAt: new Date(edge),
          },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
    const count = await within(async (tx) => ({
      changedDays: (await tx.dayBlock.updateMany({ data: { revision: 9 } })).count,
      removedDays: (await tx.dayBlock.deleteMany()).count,
      changedEntries: (await tx.journalEntry.updateMany({ data: { revision: 9 } })).count,
      removedEntries: (await tx.journalEntry.deleteMany()).count,
      changedConnections: (await tx.connection.updateMany({ data: { failures: 9 } })).count,
    }));
    expect(Object.values(count)).toEqual([0, 0, 0, 0, 0]);
    expect(await readEgvs(patient.access, everything, { db })).toHaveLength(DAYS * 288);
  });
});

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

async function ask(as: string, handler: Handler, query = "", method = "GET"): Promise<Response> {
  session.userId = as;
  const request = new Request(`http://localhost/${query}`, {
    method,
    headers: { origin: env().NEXTAUTH_URL, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: "{}" }),
  });
  return handler(request, { params: Promise.resolve({ id: patient.patientId }) });
}

async function refusalOf(response: Response) {
  const { status, code } = problemAnswer.parse(await response.json());
  return { status, code };
}

const DATES = `?from=${period.from}&to=${period.to}`;
const INSTANTS = `?from=${iso(everything.from)}&to=${iso(everything.to)}`;

describe("the API", () => {
  it("says of a share from a date on which days it really shows, and records them", async () => {
    const { userId, shareId } = await letIn(fromEdge);
    const shown = { from: SHARED_FROM, to: period.to, days: 10 };
    const summary = summaryAnswer.parse(await (await ask(userId, summaryRoute.GET, DATES)).json());
    expect(summary).toMatchObject({ period: shown, coverage: { observed: 10 * 288 } });
    const profile = profileAnswer.parse(await (await ask(userId, profileRoute.GET, DATES)).json());
    expect(profile.period).toEqual(shown);
    const readings = readingsAnswer.parse(await (await ask(userId, readingsRoute.GET, INSTANTS)).json());
    // Where the date begins first on Earth: records of a journey would be there.
    expect(readings.from).toBe("2026-03-10T10:00:00.000Z");
    expect(readings.readings[0]?.systemTime).toBe(iso(edge));
    const events = eventsAnswer.parse(await (await ask(userId, eventsRoute.GET, INSTANTS)).json());
    expect(events.events).toHaveLength(1);

    const rows = await inPatientTransaction(
      patient.access,
      (tx) =>
        tx.disclosure.findMany({
          where: { shareId, channel: "api" },
          select: { what: true, dayFrom: true, dayTo: true },
          orderBy: { seq: "asc" },
        }),
      { db },
    );
    const days = (what: string, to: string) => ({
      what,
      dayFrom: new Date(SHARED_FROM),
      dayTo: new Date(to),
    });
    expect(rows).toEqual([
      days("api-summary", period.to),
      days("api-profile", period.to),
      days("api-readings", "2026-03-21"),
      days("api-events", "2026-03-21"),
    ]);
  });

  it("refuses days that are not shared, and kinds of data that are not", async () => {
    const { userId } = await letIn({ ...fromEdge, withEvents: false, withNotes: false });
    const notShared = { status: 403, code: "not-shared" };
    const before = `?from=${iso(begin)}&to=${iso(begin + DAY_MS)}`;
    expect(await refusalOf(await ask(userId, summaryRoute.GET, "?from=2026-03-01&to=2026-03-10"))).toEqual(
      notShared,
    );
    expect(await refusalOf(await ask(userId, readingsRoute.GET, before))).toEqual(notShared);
    for (const { GET } of [notesRoute, exclusionsRoute])
      expect(await refusalOf(await ask(userId, GET))).toEqual(notShared);
    expect(await refusalOf(await ask(userId, eventsRoute.GET, INSTANTS))).toEqual(notShared);
  });

  it("gives a viewer of the summary its figures and nothing of a single day", async () => {
    const { userId } = await letIn({ scope: "summary", withEvents: false, withNotes: false });
    const answer: unknown = await (await ask(userId, summaryRoute.GET, DATES)).json();
    const own = summaryAnswer.parse(await (await ask(patient.userId, summaryRoute.GET, DATES)).json());
    const { mean, gmi, cv, bands, readings } = own;
    expect(bareSummaryAnswer.parse(answer)).toMatchObject({ mean, gmi, cv, bands, readings });
    expect(answer).not.toHaveProperty("coverage.gaps");
    expect(await refusalOf(await ask(userId, profileRoute.GET, DATES))).toMatchObject({ code: "not-shared" });
    patientAnswer.parse(await (await ask(userId, patientRoute.GET)).json());
  });

  it("lets nobody change anything but the owner, and tells strangers nothing", async () => {
    const { userId, shareId } = await letIn();
    const stranger = await newViewer(db, "stranger@clinic.example");
    const changes = [
      () => ask(userId, notesRoute.POST, "", "POST"),
      () => ask(userId, exclusionsRoute.POST, "", "POST"),
      () => ask(userId, syncRoute.POST, "", "POST"),
    ];
    for (const change of changes)
      expect(await refusalOf(await change())).toEqual({ status: 403, code: "read-only" });
    expect(await refusalOf(await ask(stranger, summaryRoute.GET, DATES))).toMatchObject({ status: 404 });
    await endShare(patient.access, shareId, { db, now: Date.now() });
    for (const request of [...changes, () => ask(userId, summaryRoute.GET, DATES)])
      expect(await refusalOf(await request())).toEqual({ status: 410, code: "share-ended" });
  });
});
