import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as getProfile } from "@/app/api/v1/patients/[id]/profile/route";
import { GET as getSummary } from "@/app/api/v1/patients/[id]/summary/route";
import { fixedClock, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { keyFigures } from "@/lib/glucose/key-figures";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { addHandExclusion, removeHandExclusion } from "@/lib/journal/mutations";
import { upsertRecords } from "@/lib/readings/mutations";
import { overviewOf } from "@/lib/reports/overview";
import { loadPeriodInput } from "@/lib/reports/period-input";
import { profileAnswer, summaryAnswer } from "@/lib/reports/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson, type Person } from "./records-support";

const session = vi.hoisted(() => ({ userId: "" }));
vi.mock("@/lib/auth", () => ({ requireUser: () => Promise.resolve(session) }));

// Two days of readings every five minutes: 100, and 50 from 02:00 to 04:00 of the first night.
const from = Date.parse("2026-03-02T00:00:00Z");
const NIGHT = { from: from + 2 * HOUR_MS, to: from + 4 * HOUR_MS };
const readings = stream(from, from + 48 * HOUR_MS, (at) => (at >= NIGHT.from && at < NIGHT.to ? 50 : 100));
const period = datesFrom("2026-03-02", 2);
const [ALL, IN_NIGHT] = [2 * 288, 24];

let database: TestDatabase;
let db: Database;
let person: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  Object.assign(globalThis, { hindsightDatabase: db });
  person = await connectedPerson(db, "excludes");
  session.userId = person.userId;
  await inPatientTransaction(
    person.access,
    (tx) => upsertRecords(person.access, tx, { kind: "egv", records: readings }),
    { db },
  );
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined });
  await db.$disconnect();
  await database.drop();
});

const options = () => ({ db, clock: fixedClock(from + 30 * 24 * HOUR_MS) });
const exclude = (span: { readonly from: number; readonly to: number }, reason: string) =>
  addHandExclusion(
    person.access,
    { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), reason },
    options(),
  );
const input = () => loadPeriodInput(person.access, period, longAfter, { db });
const ask = async (get: typeof getSummary) =>
  (
    await get(new Request(`http://localhost/?from=${period.from}&to=${period.to}`), {
      params: Promise.resolve({ id: "me" }),
    })
  ).json();

test("readings that a person leaves out are in no figure, on pages and in the API alike, and come back whole", async () => {
  const before = summarize(await input());
  expect(before).toMatchObject({ readings: ALL, coverage: { excluded: 0 }, exclusions: [] });
  expect(before.timeInRanges.veryLow).toBeGreaterThan(0);

  const night = await exclude(NIGHT, "Lay on it");
  // One that ended before the readings of these dates, and one after them: neither is this period's business.
  await exclude({ from: from - 72 * HOUR_MS, to: from - 48 * HOUR_MS }, "Earlier");
  await exclude({ from: from + 96 * HOUR_MS, to: from + 97 * HOUR_MS }, "Later");

  const loaded = await input();
  expect(loaded.exclusions).toEqual([
    { kind: "by-hand", ...NIGHT, transmitterId: null, reason: "Lay on it", markedBy: "owner" },
  ]);
  const summary = summarize(loaded);
  const without = summarize({
    series: buildSeries(readings.filter(({ systemTime: at }) => at < NIGHT.from || at >= NIGHT.to)),
    period,
    freshness: longAfter,
  });
  expect(summary.readings).toBe(ALL - IN_NIGHT);
  expect(summary.timeInRanges).toEqual(without.timeInRanges);
  expect(summary.mean).toBe(100);
  // It was worn all the same, and the summary says what was left out.
  expect(summary.coverage).toMatchObject({ observed: ALL, excluded: IN_NIGHT });
  expect(summary.exclusions).toMatchObject([{ reason: "Lay on it", readings: IN_NIGHT }]);

  const overview = await overviewOf(person.access, period, longAfter, { db });
  expect(overview.summary).toMatchObject(keyFigures(loaded));

  const api = summaryAnswer.parse(await ask(getSummary));
  expect(api).toMatchObject({
    readings: summary.readings,
    mean: summary.mean,
    timeInRanges: summary.timeInRanges,
    coverage: { observed: ALL, excluded: IN_NIGHT },
  });
  expect(api.exclusions).toEqual([
    {
      kind: "by-hand",
      from: new Date(NIGHT.from).toISOString(),
      to: new Date(NIGHT.to).toISOString(),
      reason: "Lay on it",
      readings: IN_NIGHT,
    },
  ]);
  const profile = profileAnswer.parse(await ask(getProfile));
  const at = (minuteOfDay: number) => profile.points.find((point) => point.minuteOfDay === minuteOfDay);
  expect(at(150)?.readings).toBe(12);
  expect(at(330)?.readings).toBe(24);

  await removeHandExclusion(person.access, night.id, options());
  expect(summarize(await input())).toEqual({ ...before, exclusions: [] });
});

test("an exclusion is half-open: the reading at its end still counts", async () => {
  const edge = await exclude({ from, to: from + 5 * MINUTE_MS }, "The first reading only");
  expect(summarize(await input()).coverage.excluded).toBe(1);
  await removeHandExclusion(person.access, edge.id, options());
});
