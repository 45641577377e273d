import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveName } from "@/lib/accounts/mutations";
import { changeSettings } from "@/lib/clinics/mutations";
import { addLabel, removeLabel } from "@/lib/clinics/mutations-label";
import { removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { DAY_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { addHandExclusion } from "@/lib/journal/mutations";
import { standingOf } from "@/lib/reports/freshness";
import { overviewOf } from "@/lib/reports/overview";
import { changeTerms, endShare } from "@/lib/sharing/mutations";
import type { Bounded } from "@/lib/worklist/bounds";
import { listGroundsOf } from "@/lib/worklist/data-grounds";
import { placePatient } from "@/lib/worklist/mutations-placing";
import { markReviewed } from "@/lib/worklist/mutations-review";
import { joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  openSharing,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";
import {
  AT_END,
  counted,
  END,
  LAST,
  newPatient,
  sharesWith,
  worklistOf,
} from "@/tests/integration/worklist-support";

let world: SharingDatabase;
let db: Database;
let owner: Pool;
let north: ClinicAccess;
let south: ClinicAccess;

/** 288 readings a day: what each shape is in percent stands beside it. */
const PEOPLE = {
  // 6 of 288 below 54 are 2.083 %, 18 of 288 below 70 are 6.25 %.
  lows: { newest: { veryLow: 6, low: 12 } },
  // 58 of 288 above 250 are 20.14 %, all above 180 are 40.28 %: 40.28 points less in range than before.
  highs: { newest: { high: 58, veryHigh: 58 } },
  // Nothing to look at.
  calm: {},
  // Three hours a day are 12.5 % worn; 42 hours are enough for times in ranges, not for a GMI.
  seldom: { newest: { low: 3 }, hoursPerDay: 3 },
  // Readings of 20 days, the newest of which is 20 days old.
  gone: {},
} as const;
type Person = keyof typeof PEOPLE;
let people: Record<Person, Sharer>;
let shares: Record<Person, string>;

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner } = world);
  const person = (name: string) => newColleague(world.tools, { address: `${name}@clinic.example`, name });
  north = await newClinic(world.tools, await person("north"), "North");
  south = await newClinic(world.tools, await person("south"), "South");
  people = {
    lows: await newPatient(world, "lows", PEOPLE.lows),
    highs: await newPatient(world, "highs", PEOPLE.highs),
    calm: await newPatient(world, "calm"),
    seldom: await newPatient(world, "seldom", PEOPLE.seldom),
    gone: await newPatient(world, "gone", { daysAgo: 20, days: 40 }),
  };
  shares = {
    lows: await sharesWith(world, people.lows, north),
    highs: await sharesWith(world, people.highs, north),
    calm: await sharesWith(world, people.calm, north),
    seldom: await sharesWith(world, people.seldom, north),
    gone: await sharesWith(world, people.gone, north),
  };
});

afterAll(() => closeSharing(world));

const list = (wish: Parameters<typeof worklistOf>[2] = {}) => worklistOf(world, north, wish);
const namesIn = async (wish: Parameters<typeof worklistOf>[2] = {}) =>
  (await list(wish)).rows.map(({ name }) => name.replace("Patient ", ""));
const rowOf = async (who: Person, wish: Parameters<typeof worklistOf>[2] = {}) => {
  const row = (await list(wish)).rows.find(({ patientId }) => patientId === people[who].patientId);
  if (row === undefined) throw new Error(`${who} is not in the list.`);
  return row;
};
const flagsOf = async (who: Person, wish: Parameters<typeof worklistOf>[2] = {}) =>
  (await rowOf(who, wish)).flags;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error as { refusal?: string }).refusal ?? String(error),
  );

/** Time, as it passes: past the triggers that keep a share's terms for its owner. */
async function lasts(shareId: string, until: string): Promise<void> {
  await owner.query(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = ${until} WHERE id = '${shareId}';
    SET session_replication_role = origin`);
}

describe("a clinic's list", () => {
  it("is everybody who shares with it, those who need a look first, with every flag that applies", async () => {
    const { rows, ...counts } = await list();
    expect(rows.map(({ name, flags }) => [name, flags])).toEqual([
      [
        "Patient lows",
        [
          { flag: "very-low", value: 600 / 288 },
          { flag: "low", value: 1_800 / 288 },
        ],
      ],
      [
        "Patient seldom",
        [
          // 3 of 36 readings a day.
          { flag: "low", value: 300 / 36 },
          { flag: "low-wear", value: 12.5 },
        ],
      ],
      [
        "Patient highs",
        [
          { flag: "in-range-drop", value: 100 - (100 * 172) / 288 },
          { flag: "very-high", value: 5_800 / 288 },
          { flag: "high", value: 11_600 / 288 },
          { flag: "below-goal", value: (100 * 172) / 288 },
        ],
      ],
      ["Patient gone", [{ flag: "no-data", value: 20 }]],
      ["Patient calm", []],
    ]);
    expect(counts).toEqual({
      page: 1,
      pages: 1,
      found: 5,
      total: 5,
      grounds: await listGroundsOf(north, { db }),
      needLook: 4,
      flagCounts: {
        "very-low": 1,
        low: 2,
        "in-range-drop": 1,
        "very-high": 1,
        high: 1,
        "below-goal": 1,
        "low-wear": 1,
        "no-data": 1,
        connection: 0,
      },
    });
  });

  it("shows the figures of the patient's own reports, to the last digit", async () => {
    for (const who of ["lows", "highs", "calm", "seldom"] as const) {
      const { figures, period, change, dataThrough } = await rowOf(who);
      const { access } = people[who];
      const { freshness } = await standingOf(access, { db, ...AT_END });
      const days = { ...period, days: 14 };
      const { summary, facts } = await overviewOf(access, days, freshness, { db });
      expect(period).toEqual({ from: "2026-03-07", to: LAST });
      expect(dataThrough).toBe(freshness.dataThrough);
      expect(figures).toMatchObject({
        readings: summary.readings,
        activePercent: summary.coverage.activePercent,
        bands: summary.bands,
        inRange: summary.timeInRanges.target,
        mean: expect.closeTo(summary.mean ?? Number.NaN, 9),
        cv: expect.closeTo(summary.cv ?? Number.NaN, 9),
        gmi: who === "seldom" ? null : expect.closeTo(summary.gmi ?? Number.NaN, 9),
      });
      // On which date it will be there, the preview says.
      const { availableOn: _, ...gmi } = { availableOn: null, ...summary.sufficiency.gmi };
      expect(figures?.verdicts.gmi).toMatchObject(gmi);
      expect(change).toBeCloseTo(facts.change.difference.difference ?? Number.NaN, 9);
    }
  });

  it("withholds of one day what a report of one day withholds", async () => {
    const { period, figures, change } = await rowOf("seldom", { days: 1 });
    expect(period).toEqual({ from: LAST, to: LAST });
    expect(figures).toMatchObject({
      readings: 36,
      bands: null,
      inRange: null,
      mean: null,
      gmi: null,
      cv: null,
    });
    expect(figures?.verdicts.mean).toMatchObject({
      status: "insufficient",
      reasons: [{ rule: "hours", hours: 3, hoursMin: 24 }],
    });
    expect(change).toBeNull();
    expect(await flagsOf("seldom", { days: 1 })).toEqual([{ flag: "low-wear", value: 12.5 }]);
  });

  it("has no figures of somebody of whom nothing was counted yet, and says nothing about them", async () => {
    const fresh = await newSharer(db, "fresh");
    const shareId = await sharesWith(world, fresh, north);
    const row = (await list()).rows.find(({ patientId }) => patientId === fresh.patientId);
    expect(row).toMatchObject({ name: "Patient fresh", figures: null, change: null, flags: [] });
    await endShare(fresh.access, shareId, { db, now: Date.now() });
  });

  it("is another one for every period", async () => {
    expect((await rowOf("highs", { days: 7 })).period).toEqual({ from: "2026-03-14", to: LAST });
    // The newest week is like the one before it.
    expect((await rowOf("highs", { days: 7 })).change).toBe(0);
    expect((await rowOf("highs", { days: 30 })).change).toBeCloseTo((-14 / 30) * (11_600 / 288), 9);
    expect(await flagsOf("gone", { days: 30 })).toEqual([{ flag: "low-wear", value: expect.any(Number) }]);
  });
});

describe("search, filters and sorting", () => {
  it("find by every word of a name, whatever its case and accents", async () => {
    await saveName(people.calm.userId, "Zoë Núñez-García", { db });
    // What stands in a share is the name at the time of sharing.
    await endShare(people.calm.access, shares.calm, { db, now: Date.now() });
    shares.calm = await sharesWith(world, people.calm, north);
    expect(await namesIn({ search: "nunez ZOE" })).toEqual(["Zoë Núñez-García"]);
    expect(await namesIn({ search: "patient" })).toEqual(["lows", "seldom", "highs", "gone"]);
    expect(await list({ search: "nobody" })).toMatchObject({ rows: [], found: 0, total: 5, needLook: 0 });
  });

  it("count over what the other filters leave", async () => {
    const { rows, flagCounts, found, total, needLook } = await list({ flags: ["low"] });
    expect(rows.map(({ name }) => name)).toEqual(["Patient lows", "Patient seldom"]);
    expect({ found, total, needLook }).toEqual({ found: 2, total: 5, needLook: 4 });
    expect(flagCounts).toMatchObject({ "very-low": 1, low: 2, "low-wear": 1, high: 0 });
    expect(await namesIn({ flags: ["low", "low-wear"] })).toEqual(["seldom"]);
    expect(await namesIn({ needLook: true })).toEqual(["lows", "seldom", "highs", "gone"]);
    expect((await list({ search: "lows" })).flagCounts).toMatchObject({ low: 1, high: 0 });
  });

  it("sort by any column both ways, whoever has no value last", async () => {
    expect(await namesIn({ sort: "name", order: "asc" })).toEqual([
      "gone",
      "highs",
      "lows",
      "seldom",
      "Zoë Núñez-García",
    ]);
    expect(await namesIn({ sort: "average", order: "desc" })).toEqual([
      "highs",
      "Zoë Núñez-García",
      "lows",
      "seldom",
      "gone",
    ]);
    // A GMI of a sensor that is seldom worn is withheld, and so is one without readings.
    const byGmi = await namesIn({ sort: "gmi", order: "asc" });
    expect(byGmi.slice(0, 3)).toEqual(["lows", "Zoë Núñez-García", "highs"]);
    expect(byGmi.slice(3).toSorted()).toEqual(["gone", "seldom"]);
    expect((await namesIn({ sort: "newest", order: "asc" }))[0]).toBe("gone");
  });

  it("filter by the numbers of any column, unrounded, and count over whom they leave", async () => {
    const byColumn = async (column: Bounded, from: number | null, to: number | null) =>
      (await namesIn({ bounds: [{ column, from, to }], sort: "name", order: "asc" })).map((name) =>
        name.replace("Zoë Núñez-García", "calm"),
      );
    const { figures, change, dataThrough } = await rowOf("lows");
    if (!figures || change === null || dataThrough === null) throw new Error("A figure is missing.");
    const exact: readonly (readonly [Bounded, number | null])[] = [
      ["in-range", figures.inRange],
      ["change", change],
      ["average", figures.mean],
      ["gmi", figures.gmi],
      ["cv", figures.cv],
      ["worn", figures.activePercent],
      ["episodes", figures.episodes?.low ?? null],
    ];
    for (const [column, number] of exact) {
      if (number === null) throw new Error(`${column} is missing.`);
      expect(await byColumn(column, number, number), column).toContain("lows");
      expect(await byColumn(column, number + 0.01, null), column).not.toContain("lows");
      expect(await byColumn(column, null, number - 0.01), column).not.toContain("lows");
    }
    expect(await byColumn("newest", 19, null)).toEqual(["gone"]);
    expect(await byColumn("newest", null, 19)).toEqual(["highs", "lows", "seldom", "calm"]);
    // Of whoever has no GMI nobody knows on which side it would be.
    expect(await byColumn("gmi", 0, 20)).toEqual(["highs", "lows", "calm"]);
    expect(await list({ bounds: [{ column: "worn", from: null, to: 50 }] })).toMatchObject({
      found: 1,
      total: 5,
      needLook: 1,
      flagCounts: { low: 1, "low-wear": 1, high: 0 },
    });
  });

  it("filter by site, by tag and by who was not reviewed", async () => {
    const { labelId: siteId } = await addLabel(north, { kind: "site", label: "East wing" }, { db });
    const { labelId: tagId } = await addLabel(north, { kind: "tag", label: "Pump" }, { db });
    const body = { revision: 0, targets: null, siteId, tagIds: [tagId] };
    await placePatient(north, people.lows.patientId, body, { db });
    await placePatient(north, people.highs.patientId, { ...body, siteId: null }, { db });
    expect(await namesIn({ siteId })).toEqual(["lows"]);
    expect(await namesIn({ tagId })).toEqual(["lows", "highs"]);
    expect(await namesIn({ tagId, flags: ["high"] })).toEqual(["highs"]);
    expect((await list({ tagId })).flagCounts).toMatchObject({ low: 1, high: 1, "no-data": 0 });
    expect(await rowOf("lows")).toMatchObject({ siteId, tagIds: [tagId] });

    await markReviewed(north, people.lows.patientId, { db });
    expect(await namesIn({ notReviewed: true })).not.toContain("lows");
    expect((await namesIn({ notReviewed: true })).length).toBe(4);
    expect((await namesIn({ sort: "reviewed", order: "asc" }))[0]).toBe("lows");
    expect(await rowOf("lows")).toMatchObject({ reviewed: { at: expect.any(Number), by: "north" } });

    await removeLabel(north, tagId, { db });
    expect(await rowOf("lows")).toMatchObject({ siteId, tagIds: [] });
  });

  it("find everybody again who was reviewed before the period began", async () => {
    await owner.query("UPDATE clinic_review SET reviewed_at = $2 WHERE patient_id = $1", [
      people.lows.patientId,
      new Date(END - 14 * DAY_MS - 1),
    ]);
    expect(await namesIn({ notReviewed: true })).toContain("lows");
    expect(await namesIn({ notReviewed: true, days: 30 })).not.toContain("lows");
  });
});

describe("a patient's targets", () => {
  it("are the clinic's until others are chosen, and decide bands and flags at once", async () => {
    await changeSettings(
      south,
      { name: "South", defaultTargets: "pregnancy-type-2", inactiveDays: null },
      { db },
    );
    const both = await newPatient(world, "both", { newest: { low: 18, high: 80 } });
    await sharesWith(world, both, south);
    const inSouth = async () => {
      const [row] = (await worklistOf(world, south)).rows;
      if (row === undefined) throw new Error("Nobody is there.");
      return row;
    };
    // 66 mg/dL is low to others, and in range in pregnancy; there is no goal to miss, but a fall is a fall.
    expect(await inSouth()).toMatchObject({ targets: "pregnancy-type-2" });
    expect((await inSouth()).flags.map(({ flag }) => flag)).toEqual(["in-range-drop"]);
    expect((await inSouth()).figures?.bands?.map(({ band, count }) => [band, count])).toEqual([
      ["veryLow", 0],
      ["low", 0],
      ["target", 14 * 208],
      ["high", 14 * 80],
    ]);

    const place = (targets: "pregnancy" | "standard" | "older", revision: number) =>
      placePatient(south, both.patientId, { revision, targets, siteId: null, tagIds: [] }, { db });
    await place("pregnancy", 0);
    expect((await inSouth()).flags).toEqual([
      { flag: "in-range-drop", value: 100 - (100 * 208) / 288 },
      { flag: "high", value: 8_000 / 288 },
    ]);
    await place("standard", 1);
    expect((await inSouth()).flags.map(({ flag }) => flag)).toEqual([
      "low",
      "in-range-drop",
      "high",
      "below-goal",
    ]);
    await place("older", 2);
    expect((await inSouth()).flags.map(({ flag }) => flag)).toEqual(["low", "in-range-drop"]);
  });
});

describe("what changes", () => {
  it("is in the list with the next look: the connection at once, figures when they were counted anew", async () => {
    const { patientId, access } = people.highs;
    expect((await flagsOf("highs")).map(({ flag }) => flag)).not.toContain("connection");
    await owner.query("UPDATE connection SET status = 'reconnect_needed' WHERE patient_id = $1", [patientId]);
    expect(await rowOf("highs")).toMatchObject({ connection: "broken" });
    expect((await flagsOf("highs")).at(-1)).toEqual({ flag: "connection", value: null });
    await owner.query("UPDATE connection SET status = 'active' WHERE patient_id = $1", [patientId]);

    const from = new Date(END - 14 * DAY_MS).toISOString();
    const to = new Date(END - 7 * DAY_MS).toISOString();
    await addHandExclusion(access, { from, to, reason: "Another sensor" }, { db, clock: AT_END.clock });
    expect((await rowOf("highs")).figures?.readings).toBe(14 * 288);
    expect(await counted(world, people.highs)).toBe("refreshed");
    expect((await rowOf("highs")).figures?.readings).toBe(7 * 288);
  });

  it("never comes from a summary that somebody changed: the patient is there without figures", async () => {
    const { patientId } = people.highs;
    const { rows } = await owner.query<{ sealed: Buffer }>(
      "SELECT sealed FROM glucose_summary WHERE patient_id = $1",
      [patientId],
    );
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
    const changed = Buffer.from(sealed);
    changed[100] = (changed[100] ?? 0) ^ 1;
    const write = (bytes: Buffer) =>
      owner.query("UPDATE glucose_summary SET sealed = $2, revision = revision + 1 WHERE patient_id = $1", [
        patientId,
        bytes,
      ]);
    await write(changed);
    expect(await rowOf("highs")).toMatchObject({ figures: null, flags: [] });
    expect((await list()).total).toBe(5);
    // Neither does one that belongs to another revision.
    await write(sealed);
    expect(await rowOf("highs")).toMatchObject({ figures: null, flags: [] });
    await owner.query("UPDATE glucose_summary SET stale_since = now() WHERE patient_id = $1", [patientId]);
    expect(await counted(world, people.highs)).toBe("refreshed");
    expect((await rowOf("highs")).figures?.readings).toBe(7 * 288);
  });
});

describe("a share's window", () => {
  it("cuts the period, and leaves no change where the period before is not all shared", async () => {
    const window = (from: "2026-03-12" | "2026-02-21" | "2026-02-20" | "2026-04-01") =>
      changeTerms(
        people.lows.access,
        shares.lows,
        { ...FULL_TERMS, window: { kind: "from", date: from } },
        { db, now: Date.now() },
      );
    await window("2026-03-12");
    const cut = await rowOf("lows");
    expect(cut.period).toEqual({ from: "2026-03-12", to: LAST });
    expect(cut.figures?.readings).toBe(9 * 288);
    expect(cut.change).toBeNull();
    await window("2026-02-21");
    expect(await rowOf("lows")).toMatchObject({
      period: { from: "2026-03-07", to: LAST },
      change: expect.any(Number),
    });
    expect((await rowOf("lows", { days: 30 })).period).toEqual({ from: "2026-02-21", to: LAST });
    await changeTerms(
      people.lows.access,
      shares.lows,
      { ...FULL_TERMS, window: { kind: "days", days: 3 } },
      { db, now: Date.now() },
    );
    expect(await rowOf("lows")).toMatchObject({
      period: { from: "2026-03-18", to: LAST },
      figures: { readings: 3 * 288 },
      change: null,
    });
    // Nothing is shared yet: not even that there is a reading.
    await window("2026-04-01");
    expect(await rowOf("lows")).toMatchObject({
      period: { from: "2026-04-01", to: "2026-04-01" },
      figures: null,
      dataThrough: null,
      flags: [{ flag: "no-data", value: null }],
    });
    await changeTerms(people.lows.access, shares.lows, FULL_TERMS, { db, now: Date.now() });
  });
});

describe("the next look", () => {
  it("is without whoever took it back, without whose time is over, and with whoever shares again", async () => {
    expect(await namesIn()).toContain("lows");
    await lasts(shares.lows, "now() - interval '1 ms'");
    expect(await namesIn()).not.toContain("lows");
    await lasts(shares.lows, "now() + interval '1 day'");
    expect(await namesIn()).toContain("lows");
    await endShare(people.lows.access, shares.lows, { db, now: Date.now() });
    expect(await namesIn()).not.toContain("lows");
    expect((await list()).total).toBe(4);
    shares.lows = await sharesWith(world, people.lows, north);
    // What the clinic kept about them is there again.
    expect(await rowOf("lows")).toMatchObject({ siteId: expect.any(String), reviewed: { by: "north" } });
  });

  it("is refused to whoever was removed, and to an access from before", async () => {
    const leaving = await newColleague(world.tools, { address: "leaving@clinic.example" });
    const access = await joins(world.tools, north, leaving, "viewer");
    expect((await worklistOf(world, access)).total).toBe(5);
    await removeMember(north, leaving.userId, { db });
    expect(await refusal(worklistOf(world, access))).toBe("no-such-clinic");
  });

  it("is refused to whoever stopped coming", async () => {
    const absent = await newColleague(world.tools, { address: "absent@clinic.example" });
    const access = await joins(world.tools, north, absent, "viewer");
    await owner.query(
      "UPDATE clinic_member SET last_seen_at = now() - interval '181 days' WHERE user_id = $1",
      [absent.userId],
    );
    expect(await refusal(worklistOf(world, access))).toBe("no-such-clinic");
  });
});

describe("another clinic", () => {
  it("never sees these patients, whoever works in both", async () => {
    const both = await newColleague(world.tools, { address: "both@clinic.example" });
    const [inNorth, inSouth] = [
      await joins(world.tools, north, both, "clinician"),
      await joins(world.tools, south, both, "clinician"),
    ];
    const idsIn = async (access: ClinicAccess) =>
      (await worklistOf(world, access)).rows.map(({ patientId }) => patientId);
    const ofNorth = await idsIn(inNorth);
    const ofSouth = await idsIn(inSouth);
    expect(ofNorth.length).toBe(5);
    expect(ofSouth.length).toBe(1);
    expect(ofNorth.filter((id) => ofSouth.includes(id))).toEqual([]);
    // The positive control: sharing with both shows one patient in both.
    const shareId = await sharesWith(world, people.calm, south);
    expect(await idsIn(inSouth)).toContain(people.calm.patientId);
    expect(await idsIn(inNorth)).toContain(people.calm.patientId);
    await endShare(people.calm.access, shareId, { db, now: Date.now() });
    expect(await idsIn(inSouth)).toEqual(ofSouth);
  });
});
