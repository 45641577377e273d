import { Client, type Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as openRoute from "@/app/api/links/open/route";
import * as visitRoute from "@/app/api/links/visit/route";
import { visitActor } from "@/lib/audit/schema";
import { cookieNames } from "@/lib/auth/cookies";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { createKeyRing } from "@/lib/crypto/key-ring";
import type { Database } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { env } from "@/lib/env";
import { midnight } from "@/lib/glucose/local-time";
import { stream } from "@/lib/glucose/testing/readings";
import { hashToken, newId, newSecretToken } from "@/lib/ids";
import { readNotes } from "@/lib/journal/data";
import { addNote } from "@/lib/journal/mutations";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { rotateKeys } from "@/lib/patients/mutations-key-rotation";
import { writtenInGroups } from "@/lib/read-aloud-code";
import { readEgvs, readEvents } from "@/lib/readings/data";
import { upsertRecords } from "@/lib/readings/mutations";
import { reportPath } from "@/lib/routes";
import { accessAsOwner, readPatient } from "@/lib/sharing/access";
import { sharesOf } from "@/lib/sharing/data";
import { disclosuresOf, recordFactsOf } from "@/lib/sharing/data-disclosures";
import { readSubject } from "@/lib/sharing/data-frame";
import type { Asker } from "@/lib/sharing/data-reach";
import { shareMovesOf } from "@/lib/sharing/data-share-moves";
import { visitUnit } from "@/lib/sharing/data-visits";
import { changeTerms, confirmShare, endShare, renewOffer } from "@/lib/sharing/mutations";
import type { NewViewLink } from "@/lib/sharing/mutations-view-link";
import { sweepShares } from "@/lib/sharing/mutations-viewer";
import { changeVisitUnit, endVisit, PASSCODE_TRIES, VISIT_HOURS } from "@/lib/sharing/mutations-visit";
import type { Disclosed, PatientAccess } from "@/lib/sharing/policy";
import { verifyRecord } from "@/lib/sharing/verify-record";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  newViewer,
  noMessage,
  openSharing,
  type Sharer,
  type SharingDatabase,
  type SharingTools,
  shareByCode,
  shareByLink,
  visitBy,
} from "@/tests/integration/sharing-support";

/** The browser's cookies, as a route reads and writes them. */
const jar = vi.hoisted(() => {
  const kept = new Map<string, string>();
  const set = vi.fn<(name: string, value: string, options: object) => void>((name, value) => {
    kept.set(name, value);
  });
  const get = (name: string) => (kept.has(name) ? { value: kept.get(name) } : undefined);
  return { kept, set, get };
});
vi.mock("next/headers", () => ({ cookies: () => Promise.resolve(jar) }));

let world: SharingDatabase;
let db: Database;
let owner: Pool;
let tools: SharingTools;
let counter = 0;

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner, tools } = world);
  Object.assign(globalThis, { hindsightDatabase: db, hindsightAttempts: tools.pool });
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined, hindsightAttempts: undefined });
  await closeSharing(world);
});

const NETWORK = "198.51.100.0/24";
const OFFSET = 345;
const SHARED_FROM = "2026-03-03";
const begin = midnight("2026-03-01", OFFSET);
const edge = midnight(SHARED_FROM, OFFSET);
const end = begin + 4 * DAY_MS;
const everything = { from: begin - DAY_MS, to: end + DAY_MS };

const now = () => Date.now();
const at = () => ({ db, now: now() });
const unique = (what: string) => `${what}-${(counter += 1)}`;
const sharer = () => newSharer(db, unique("sharer"));
const viewer = (name?: string) => newViewer(db, `${unique("viewer")}@clinic.example`, name);
const visit = (link: Pick<NewViewLink, "token" | "passcode">, browser?: Parameters<typeof visitBy>[2]) =>
  visitBy(tools, link, browser);

/** By which name something is refused; `allowed` when it is not. */
const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "allowed",
    (error: unknown) => (error as { refusal: string }).refusal,
  );

const looking = (asker: Partial<Asker>, patient: string, what: Disclosed = "overview") => ({
  userId: null,
  visitToken: null,
  ...asker,
  patient,
  what,
  network: NETWORK,
});

/** The access that somebody is given who opens a view, held on to. */
const admitted = (asker: Partial<Asker>, patient: string, what?: Disclosed): Promise<PatientAccess> =>
  readPatient(looking(asker, patient, what), async (access) => access, { db, delayMinutes: 180 });

/** What somebody is answered who opens a view of a patient. */
const opens = (asker: Partial<Asker>, patient: string, what?: Disclosed): Promise<string> =>
  admitted(asker, patient, what).then(
    ({ capability }) => capability,
    (error: unknown) => (error as { refusal: string }).refusal,
  );

const shareOf = async ({ access }: Sharer, { shareId }: Pick<NewViewLink, "shareId">) =>
  (await sharesOf(access, at())).find(({ id }) => id === shareId);

const opensUsed = async (patient: Sharer, link: NewViewLink) =>
  (await shareOf(patient, link))?.link?.opensUsed;

interface StoredLook {
  readonly viewer: string;
  readonly channel: string;
  readonly what: string;
  readonly share_id: string;
}

const looksAt = async ({ patientId }: Pick<Sharer, "patientId">): Promise<StoredLook[]> =>
  (
    await owner.query<StoredLook>(
      "SELECT viewer, channel, what, share_id FROM disclosure WHERE patient_id = $1 ORDER BY seq",
      [patientId],
    )
  ).rows;

/** Of the visits of a link, the oldest first. */
const visitIds = async ({ shareId }: Pick<NewViewLink, "shareId">): Promise<string[]> =>
  (
    await owner.query<{ id: string }>("SELECT id FROM link_visit WHERE share_id = $1 ORDER BY opened_at", [
      shareId,
    ])
  ).rows.map(({ id }) => id);

/** Lets a link's time run out. Only its owner may change its terms, so the trigger that says so looks away. */
async function lapse({ shareId }: Pick<NewViewLink, "shareId">): Promise<void> {
  await owner.query(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}';
    SET session_replication_role = origin`);
}

/** Lets the hours of all visits of a link pass, all but a moment. */
const hoursPass = ({ shareId }: Pick<NewViewLink, "shareId">, hours: number) =>
  owner.query(
    "UPDATE link_visit SET expires_at = expires_at - make_interval(hours => $2) WHERE share_id = $1",
    [shareId, hours],
  );

/** Nothing that was tried before counts any more. */
const anHourPasses = () => owner.query("UPDATE rate_limit SET expire = expire - 3600000");

/** Readings, an event before and one after the date that is shared from, and a note for each side. */
async function withData(patient: Sharer): Promise<Sharer> {
  const { access } = patient;
  const event = {
    displayOffsetMinutes: OFFSET,
    type: "carbs",
    subType: null,
    value: 40,
    unit: "grams",
    status: "created",
  } as const;
  await inPatientTransaction(
    access,
    async (tx) => {
      const readings = stream(begin, end, (time) => 90 + ((time / MINUTE_MS) % 130), { offset: OFFSET });
      await upsertRecords(access, tx, { kind: "egv", records: readings });
      await upsertRecords(access, tx, {
        kind: "event",
        records: [edge - 1, edge].map((systemTime, i) => ({ ...event, recordId: `event-${i}`, systemTime })),
      });
      await tx.connection.updateMany({
        where: { patientId: access.patientId },
        data: { newestOffsetMinutes: OFFSET },
      });
    },
    { db },
  );
  for (const date of ["2026-03-02", SHARED_FROM] as const)
    await addNote(access, { kind: "note", date, minuteOfDay: 600, text: `On ${date}` }, { db });
  return patient;
}

const readAll = async (access: PatientAccess) => ({
  egvs: await readEgvs(access, everything, { db }),
  events: await readEvents(access, everything, { db }),
  notes: await readNotes(access, { db }),
  subject: await readSubject(access, { db }),
});

describe("a link with its passcode", () => {
  it("shows exactly what a person with the same share sees, from the same date on", async () => {
    const patient = await withData(await sharer());
    const terms = { window: { kind: "from", date: SHARED_FROM }, lasts: "30-days" } as const;
    const clinician = await viewer();
    await shareByCode(tools, patient, clinician, terms);
    const { patientId, visitToken } = await visit(await shareByLink(tools, patient, terms));
    expect(patientId).toBe(patient.patientId);
    const byLink = await admitted({ visitToken }, patientId);
    const seen = await readAll(byLink);
    expect(seen.egvs).toHaveLength(2 * 288);
    expect(seen.egvs[0]?.systemTime).toBe(edge);
    expect(seen.events.map(({ systemTime }) => systemTime)).toEqual([edge]);
    expect(seen.notes.map(({ text }) => text)).toEqual([`On ${SHARED_FROM}`]);
    expect(seen.subject?.name).toMatch(/^Patient sharer/);
    const { subject, ...data } = await readAll(await admitted({ userId: clinician }, patientId));
    expect(seen).toMatchObject({ ...data, subject: { name: subject?.name, windowDays: null } });
    for (const what of ["daily", "logbook", "notes", "a1c"] as const)
      expect(await opens({ visitToken }, patientId, what)).toBe("viewer");
  });

  it("shows no events, no notes and no days that were not chosen", async () => {
    const patient = await withData(await sharer());
    const bare = { withEvents: false, withNotes: false };
    const { patientId, visitToken } = await visit(await shareByLink(tools, patient, bare));
    const access = await admitted({ visitToken }, patientId);
    expect(await readAll(access)).toMatchObject({ events: [], notes: [] });
    for (const what of ["logbook", "notes", "a1c"] as const)
      expect(await opens({ visitToken }, patientId, what)).toBe("not-shared");
    const summary = await visit(await shareByLink(tools, patient, { ...bare, scope: "summary" }));
    expect(await opens(summary, patientId)).toBe("viewer");
    expect(await opens(summary, patientId, "daily")).toBe("not-shared");
    // A window that moves ends at the newest day that is there now.
    const moving = await visit(await shareByLink(tools, patient, { window: { kind: "days", days: 14 } }));
    const clock = { now: () => Date.parse("2026-11-20T02:00:00Z") };
    const from = await readPatient(looking(moving, patientId), async ({ limits }) => limits?.from, {
      db,
      clock,
      delayMinutes: 180,
    });
    expect(from).toBe("2026-11-07");
  });

  it("takes the passcode in any case, with spaces or a hyphen", async () => {
    const link = await shareByLink(tools, await sharer());
    const { passcode, token } = link;
    for (const typed of [
      writtenInGroups(passcode),
      ` ${passcode.toLowerCase()} `,
      passcode.split("").join(" "),
    ])
      expect(await refusalOf(visit({ token, passcode: typed }))).toBe("allowed");
  });

  it("begins in the unit of its owner, and each visit has a unit of its own", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const [one, other] = [await visit(link), await visit(link)];
    const unitOf = async ({ visitToken }: { readonly visitToken: string }) =>
      visitUnit(await admitted({ visitToken }, patient.patientId), { db });
    expect(await unitOf(one)).toBe("mmol/L");
    expect(await changeVisitUnit(one.visitToken, "mg/dL", { db })).toBe(true);
    expect([await unitOf(one), await unitOf(other)]).toEqual(["mg/dL", "mmol/L"]);
    await endVisit(one.visitToken, { db });
    expect(await changeVisitUnit(one.visitToken, "mmol/L", { db })).toBe(false);
  });

  it("cannot be confirmed, renewed or made without a name of one's own", async () => {
    const patient = await sharer();
    const { shareId } = await shareByLink(tools, patient);
    expect(await refusalOf(confirmShare(patient.access, shareId, at()))).toBe("share-moved-on");
    expect(await refusalOf(renewOffer(patient.access, shareId, noMessage, at()))).toBe("share-moved-on");
    await owner.query("UPDATE app_user SET name_sealed = NULL WHERE id = $1", [patient.userId]);
    expect(await refusalOf(shareByLink(tools, patient))).toBe("own-name-first");
  });

  it("always ends: nobody makes or changes one that lasts until it is stopped, not even past the code", async () => {
    const patient = await sharer();
    expect(await refusalOf(shareByLink(tools, patient, { lasts: "open" }))).toBe("link-must-end");
    expect(await sharesOf(patient.access, at())).toEqual([]);
    const link = await shareByLink(tools, patient);
    const before = await shareOf(patient, link);
    expect(before?.expiresAt).toBeLessThanOrEqual(now() + DAY_MS);
    const forEver = { ...FULL_TERMS, lasts: "open" } as const;
    expect(await refusalOf(changeTerms(patient.access, link.shareId, forEver, at()))).toBe("link-must-end");
    for (const data of [
      { expiresAt: null, remindAt: new Date() },
      { lasts: "open", expiresAt: null, remindAt: new Date() },
      { viewerUserId: patient.userId },
      { state: "offered" },
    ])
      await expect(
        inPatientTransaction(
          patient.access,
          (tx) => tx.share.updateMany({ where: { id: link.shareId }, data }),
          { db },
        ),
      ).rejects.toThrow(/share_link_ends/);
    expect(await shareOf(patient, link)).toEqual(before);
  });

  it("stays a link, and what lets in one person stays that: not even the owner's code makes one of the other", async () => {
    const patient = await sharer();
    const { shareId } = await shareByLink(tools, patient);
    const personal = await shareByCode(tools, patient, await viewer());
    for (const [id, kind] of [
      [shareId, "person"],
      [personal, "link"],
    ] as const)
      await expect(
        inPatientTransaction(
          patient.access,
          (tx) => tx.share.updateMany({ where: { id }, data: { kind, viewerUserId: null } }),
          { db },
        ),
      ).rejects.toThrow(/stays|insufficient_privilege|42501/);
  });
});

describe("a wrong passcode", () => {
  it("opens nothing, uses no opening and tells of no opening", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const other = await shareByLink(tools, patient);
    for (const passcode of ["22222222", "", "no code at all", other.passcode, link.passcode.slice(0, 7)])
      expect(await refusalOf(visit({ ...link, passcode }))).toBe("wrong-passcode");
    expect(await shareOf(patient, link)).toMatchObject({ link: { opensUsed: 0, openings: [] } });
    expect(await looksAt(patient)).toEqual([]);
    const moves = await shareMovesOf(patient.access, { from: null, to: null }, { db });
    expect(moves.map(({ action }) => action)).toEqual(["share.offered", "share.offered"]);
  });

  it("may be wrong five times an hour for a link, from wherever; right ones use nothing up", async () => {
    const link = await shareByLink(tools, await sharer(), { opensMax: 20 });
    const { max } = PASSCODE_TRIES.link;
    const tries: string[] = [];
    for (let i = 0; i < max; i += 1)
      for (const passcode of [link.passcode, "22222222"])
        tries.push(await refusalOf(visit({ ...link, passcode })));
    expect(tries).toEqual(Array.from({ length: max }, () => ["allowed", "wrong-passcode"]).flat());
    expect(await refusalOf(visit(link))).toBe("too-many-tries");
    await anHourPasses();
    expect(await refusalOf(visit(link))).toBe("allowed");
  });

  it("may be tried twenty times an hour from a network, whatever the link, known or not", async () => {
    const link = await shareByLink(tools, await sharer());
    const network = newSecretToken();
    const tries = new Set<string>();
    for (let i = 0; i < PASSCODE_TRIES.network.max; i += 1)
      tries.add(await refusalOf(visit({ token: newSecretToken(), passcode: link.passcode }, { network })));
    expect([...tries]).toEqual(["link-over"]);
    // Nor do its tries count against the link: whoever is elsewhere still gets in.
    for (let i = 0; i < PASSCODE_TRIES.link.max; i += 1)
      expect(await refusalOf(visit(link, { network }))).toBe("too-many-tries");
    expect(await refusalOf(visit(link))).toBe("allowed");
  });

  it("and an unknown link are counted alike: the count tells nobody which links there are", async () => {
    const unknown = { token: newSecretToken(), passcode: "22222222" };
    const tries: string[] = [];
    for (let i = 0; i <= PASSCODE_TRIES.link.max; i += 1) tries.push(await refusalOf(visit(unknown)));
    expect(tries).toEqual([
      ...Array.from({ length: PASSCODE_TRIES.link.max }, () => "link-over"),
      "too-many-tries",
    ]);
  });
});

describe("a link that is over", () => {
  it("answers the same, whatever ended it, and as one that never was", async () => {
    const patient = await sharer();
    const make = (opensMax = 1) => shareByLink(tools, patient, { opensMax });
    const [revoked, expired, swept, used] = [await make(), await make(), await make(), await make()];
    await endShare(patient.access, revoked.shareId, at());
    await lapse(expired);
    await visit(used);
    const unknown = { token: newSecretToken(), passcode: used.passcode };
    const answers = [];
    for (const link of [unknown, revoked, expired, used])
      answers.push(
        await visit(link).then(
          () => null,
          (error: unknown) => error,
        ),
      );
    await lapse(swept);
    await sweepShares(at());
    answers.push(await visit(swept).catch((error: unknown) => error));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ refusal: "link-over", code: "gone" });
    expect(await shareOf(patient, swept)).toMatchObject({ state: "ended", endReason: "expired" });
    expect(await shareOf(patient, revoked)).toMatchObject({ state: "ended", endReason: "revoked" });
  });

  it("is told from a wrong passcode only while it lasts", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const guess = { ...link, passcode: "22222222" };
    expect(await refusalOf(visit(guess))).toBe("wrong-passcode");
    await endShare(patient.access, link.shareId, at());
    expect(await refusalOf(visit(guess))).toBe("link-over");
  });

  it("opens nothing for whoever waits while its owner stops it", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const stopping = new Client({ connectionString: world.database.superuserUrl });
    await stopping.connect();
    await stopping.query("BEGIN");
    await stopping.query("SELECT FROM share WHERE id = $1 FOR UPDATE", [link.shareId]);
    await stopping.query("UPDATE share SET state = 'ended', end_reason = 'revoked' WHERE id = $1", [
      link.shareId,
    ]);
    const opening = refusalOf(visit(link));
    await vi.waitFor(
      async () => {
        const { rows } = await owner.query<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        expect(rows[0]?.waiting).toBe(1);
      },
      { timeout: 10_000, interval: 20 },
    );
    await stopping.query("COMMIT");
    await stopping.end();
    expect(await opening).toBe("link-over");
    expect(await visitIds(link)).toEqual([]);
  });
});

describe("the openings of a link", () => {
  it("are never more than it has, also when twice as many browsers open it at the same moment", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient, { opensMax: 2 });
    const results = await Promise.all(Array.from({ length: 4 }, () => refusalOf(visit(link))));
    expect(results.toSorted()).toEqual(["allowed", "allowed", "link-over", "link-over"]);
    const use = (await shareOf(patient, link))?.link;
    expect(use).toMatchObject({ opensMax: 2, opensUsed: 2 });
    expect(use?.openings).toHaveLength(2);
  });

  it("are not used by a browser that is visiting: it goes on with the same visit", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient, { opensMax: 1 });
    const first = await visit(link);
    expect(await visit(link, { visitToken: first.visitToken })).toEqual(first);
    expect(await opensUsed(patient, link)).toBe(1);
    expect(await opens(first, patient.patientId)).toBe("viewer");
    // Whoever shows a visit that is not theirs, or none that there is, is not visiting.
    const other = await visit(await shareByLink(tools, patient));
    for (const visitToken of [other.visitToken, newSecretToken(), ""])
      expect(await refusalOf(visit(link, { visitToken }))).toBe("link-over");
  });

  it("begin anew once a visit has ended, by its hours or by whoever made it", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient, { opensMax: 3 });
    const first = await visit(link);
    await hoursPass(link, VISIT_HOURS);
    expect(await opens(first, patient.patientId)).toBe("share-ended");
    const second = await visit(link, { visitToken: first.visitToken });
    expect(second.visitToken).not.toBe(first.visitToken);
    expect(await opens(second, patient.patientId)).toBe("viewer");
    await endVisit(second.visitToken, { db });
    expect(await opens(second, patient.patientId)).toBe("share-ended");
    const third = await visit(link, { visitToken: second.visitToken });
    expect(await opens(third, patient.patientId)).toBe("viewer");
    expect(await opensUsed(patient, link)).toBe(3);
    expect(await refusalOf(visit(link))).toBe("link-over");
  });

  it("last four hours and no longer, however often somebody comes back", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const before = now();
    const { visitToken } = await visit(link);
    await visit(link, { visitToken });
    const { rows } = await owner.query<{ expires_at: Date }>(
      "SELECT expires_at FROM link_visit WHERE token_hash = $1",
      [hashToken(visitToken)],
    );
    const until = rows[0]?.expires_at.getTime() ?? 0;
    expect(Math.abs(until - before - 4 * HOUR_MS)).toBeLessThan(MINUTE_MS);
    await hoursPass(link, 3);
    expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
  });

  it("belong to the browsers that made them: ending one leaves the others", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const [one, other] = [await visit(link), await visit(link)];
    await endVisit(newSecretToken(), { db });
    await endVisit(one.visitToken, { db });
    expect(await opens(one, patient.patientId)).toBe("share-ended");
    expect(await opens(other, patient.patientId)).toBe("viewer");
  });
});

describe("taking a link back", () => {
  it("holds from the very next read of a visit that is going on, and names no reason", async () => {
    const patient = await sharer();
    for (const stop of [
      (link: NewViewLink) => endShare(patient.access, link.shareId, at()),
      (link: NewViewLink) => lapse(link),
      (link: NewViewLink) => hoursPass(link, VISIT_HOURS),
    ]) {
      const link = await shareByLink(tools, patient);
      const { visitToken } = await visit(link);
      expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
      await stop(link);
      expect(await opens({ visitToken }, patient.patientId)).toBe("share-ended");
    }
  });

  it("holds for an access that was admitted before: it shows nothing any more, and says why", async () => {
    const patient = await withData(await sharer());
    const link = await shareByLink(tools, patient);
    for (const stop of [
      () => hoursPass(link, VISIT_HOURS),
      () => endShare(patient.access, link.shareId, at()),
    ]) {
      const { visitToken } = await visit(link);
      const access = await admitted({ visitToken }, patient.patientId);
      expect((await readAll(access)).egvs).toHaveLength(4 * 288);
      await stop();
      for (const read of [
        () => readEgvs(access, everything, { db }),
        () => readEvents(access, everything, { db }),
        () => readNotes(access, { db }),
        () => readSubject(access, { db }),
      ])
        expect(await refusalOf(read())).toBe("share-ended");
    }
  });

  it("tells a visit that is over while a page is read that it is over, not that something is broken", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const { visitToken } = await visit(link);
    const access = await admitted({ visitToken }, patient.patientId);
    await endVisit(visitToken, { db });
    expect(await refusalOf(visitUnit(access, { db }))).toBe("share-ended");
  });

  it("also by halves: narrower terms narrow the visit that is going on", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const { visitToken } = await visit(link);
    expect(await opens({ visitToken }, patient.patientId, "logbook")).toBe("viewer");
    const narrower = {
      scope: "reports",
      withEvents: false,
      withNotes: false,
      window: { kind: "from", date: SHARED_FROM },
      lasts: "visit",
    } as const;
    await changeTerms(patient.access, link.shareId, narrower, at());
    expect(await opens({ visitToken }, patient.patientId, "logbook")).toBe("not-shared");
    expect((await admitted({ visitToken }, patient.patientId)).limits).toEqual({
      scope: "reports",
      withEvents: false,
      withNotes: false,
      from: SHARED_FROM,
    });
    await changeTerms(patient.access, link.shareId, { ...narrower, scope: "summary" }, at());
    expect(await opens({ visitToken }, patient.patientId, "daily")).toBe("not-shared");
    expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
  });
});

describe("a visit", () => {
  it("reaches the patient of its link and nobody else", async () => {
    const [patient, other] = [await withData(await sharer()), await withData(await sharer())];
    const { visitToken } = await visit(await shareByLink(tools, patient));
    await visit(await shareByLink(tools, other));
    expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
    const answers = [];
    for (const someone of [other.patientId, newId(), "me", "no id"])
      answers.push(await admitted({ visitToken }, someone).catch((error: unknown) => error));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ refusal: "no-such-person", code: "not_found" });
    for (const nobody of [null, newSecretToken(), ""])
      expect(await opens({ visitToken: nobody }, patient.patientId)).toBe("no-such-person");
    expect(await looksAt(other)).toEqual([]);
  });

  it("is never an owner's access, nor anything else than reading", async () => {
    const patient = await sharer();
    const { visitToken } = await visit(await shareByLink(tools, patient));
    const access = await admitted({ visitToken }, patient.patientId);
    for (const action of ["annotate", "import", "connect", "disconnect", "erase", "share"] as const)
      expect(() => access.demand(action)).toThrow(expect.objectContaining({ refusal: "read-only" }));
    for (const read of [
      () => sharesOf(access, at()),
      () => disclosuresOf(access, {}, { db }),
      () => endShare(access, access.shareId ?? "", at()),
      () => erasePatient(access, { db }),
      () => addNote(access, { kind: "note", date: SHARED_FROM, minuteOfDay: 0, text: "Mine" }, { db }),
    ])
      expect(await refusalOf(read())).toBe("read-only");
    // Even where somebody hands the visit on: who is not the owner learns nothing.
    const asking = { userId: await viewer(), patient: patient.patientId, visitToken };
    expect(await refusalOf(accessAsOwner(asking, { db }))).toBe("no-such-person");
  });

  it("leaves an owner who opens their own link an owner, and nobody in the record", async () => {
    const patient = await sharer();
    const { visitToken } = await visit(await shareByLink(tools, patient));
    const asker = { userId: patient.userId, visitToken };
    for (const patientId of ["me", patient.patientId]) expect(await opens(asker, patientId)).toBe("owner");
    expect(await looksAt(patient)).toEqual([]);
  });

  it("stands behind a share of one's own, whatever each shows", async () => {
    const patient = await sharer();
    const clinician = await viewer("Ana Ruiz");
    const bare = { scope: "summary", withEvents: false, withNotes: false } as const;
    const shareId = await shareByCode(tools, patient, clinician, bare);
    const { visitToken } = await visit(await shareByLink(tools, patient));
    const asker = { userId: clinician, visitToken };
    expect(await opens(asker, patient.patientId)).toBe("viewer");
    expect(await opens(asker, patient.patientId, "daily")).toBe("not-shared");
    expect(await looksAt(patient)).toEqual([
      { viewer: `user:${clinician}`, channel: "page", what: "overview", share_id: shareId },
    ]);
  });

  it("lets in whoever is signed in but has no share, or none any more, and the record says by which link", async () => {
    const patient = await sharer();
    const former = await viewer("Ben Okoro");
    await endShare(patient.access, await shareByCode(tools, patient, former), at());
    const link = await shareByLink(tools, patient);
    for (const userId of [await viewer("Cleo Adams"), former]) {
      const { visitToken } = await visit(link);
      expect(await opens({ userId, visitToken }, patient.patientId)).toBe("viewer");
      expect(await opens({ userId, visitToken }, "me")).toBe("no-such-person");
      await endVisit(visitToken, { db });
      expect(await opens({ userId, visitToken }, patient.patientId)).toBe("share-ended");
    }
    const { looks } = await disclosuresOf(patient.access, {}, { db });
    expect(looks).toMatchObject(
      looks.map(() => ({ channel: "link", viewerName: null, viewerId: link.shareId, network: NETWORK })),
    );
    expect((await looksAt(patient)).map((row) => row.viewer)).toEqual(
      (await visitIds(link)).map((id) => visitActor(id)),
    );
  });
});

describe("the record of who looked by a link", () => {
  const FORTNIGHT = { from: "2026-11-01", to: "2026-11-14" } as const;

  const look = (
    visitToken: string,
    { patientId }: Sharer,
    what: Disclosed = "overview",
    days: typeof FORTNIGHT | null = FORTNIGHT,
  ) =>
    readPatient({ ...looking({ visitToken }, patientId, what), daysOf: () => days }, async () => null, {
      db,
      delayMinutes: 180,
    });

  it("has one row for one look, with the visit, the share and the network, and no name", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const { visitToken } = await visit(link);
    await look(visitToken, patient);
    const [visitId] = await visitIds(link);
    expect(await looksAt(patient)).toEqual([
      { viewer: `link:${visitId}`, channel: "link", what: "overview", share_id: link.shareId },
    ]);
    const { looks } = await disclosuresOf(patient.access, {}, { db });
    expect(looks).toEqual([
      {
        seq: 1,
        at: expect.any(Number),
        viewerId: link.shareId,
        viewerName: null,
        clinic: null,
        network: NETWORK,
        channel: "link",
        what: "overview",
        days: FORTNIGHT,
        shareId: link.shareId,
      },
    ]);
  });

  it("has the same row for the same days within five minutes, one for each browser, and a chain that verifies", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const [one, other] = [await visit(link), await visit(link)];
    const rows = async (visitToken: string, what?: Disclosed, days?: null) => {
      await look(visitToken, patient, what, days);
      return (await looksAt(patient)).length;
    };
    expect([await rows(one.visitToken), await rows(one.visitToken)]).toEqual([1, 1]);
    expect([await rows(other.visitToken), await rows(other.visitToken)]).toEqual([2, 2]);
    expect(await rows(one.visitToken, "daily")).toBe(3);
    expect(await rows(one.visitToken, "devices", null)).toBe(4);
    const faults: unknown[] = [];
    const { rows: count } = await verifyRecord({ db, onFault: (fault) => faults.push(fault) });
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(4);
    await owner.query("UPDATE disclosure SET at = at - make_interval(mins => 6) WHERE patient_id = $1", [
      patient.patientId,
    ]);
    expect(await rows(one.visitToken)).toBe(5);
    // Its rows were moved in time: whoever verifies now names them, and who verifies later should not.
    await verifyRecord({ db, onFault: (fault) => faults.push(fault) });
    expect(faults).not.toEqual([]);
    await owner.query("DELETE FROM patient WHERE id = $1", [patient.patientId]);
  });

  it("has no row for what was refused or failed, and nothing is read without one", async () => {
    const patient = await sharer();
    const { visitToken } = await visit(await shareByLink(tools, patient, { withEvents: false }));
    expect(await opens({ visitToken }, patient.patientId, "logbook")).toBe("not-shared");
    await expect(
      readPatient(
        looking({ visitToken }, patient.patientId),
        () => Promise.reject(new Error("a failing read")),
        { db },
      ),
    ).rejects.toThrow("a failing read");
    expect(await looksAt(patient)).toEqual([]);
  });

  it("is grouped and narrowed by link, beside the people in it", async () => {
    const patient = await sharer();
    const clinician = await viewer("Ana Ruiz");
    await shareByCode(tools, patient, clinician);
    const [first, second] = [await shareByLink(tools, patient), await shareByLink(tools, patient)];
    const visits = [await visit(first), await visit(first), await visit(second)];
    for (const { visitToken } of visits) await look(visitToken, patient);
    await admitted({ userId: clinician }, patient.patientId);
    const facts = await recordFactsOf(patient.access, { db });
    expect(facts).toMatchObject({ count: 4, views: ["overview"] });
    expect(facts.viewers).toHaveLength(3);
    expect(new Set(facts.viewers)).toEqual(
      new Set([
        { id: clinician, name: "Ana Ruiz" },
        { id: first.shareId, name: null },
        { id: second.shareId, name: null },
      ]),
    );
    const seqs = async (wish: Parameters<typeof disclosuresOf>[1]) =>
      (await disclosuresOf(patient.access, wish, { db })).looks.map(({ seq }) => seq);
    expect(await seqs({ viewerId: first.shareId })).toEqual([2, 1]);
    expect(await seqs({ viewerId: second.shareId })).toEqual([3]);
    expect(await seqs({ viewerId: clinician })).toEqual([4]);
    expect(await seqs({ viewerId: first.shareId, what: "daily" })).toEqual([]);
    expect(await seqs({ viewerId: first.shareId, before: 2 })).toEqual([1]);
    // A visit's id names nobody there, and the share of a person is not the person.
    const [visitId = ""] = await visitIds(first);
    for (const viewerId of [visitId, (await sharesOf(patient.access, at())).at(-1)?.id ?? ""])
      expect(await seqs({ viewerId })).toEqual([]);
  });

  it("tells its owner of every opening: when, and from where, the newest first", async () => {
    const patient = await sharer();
    const personal = await shareByCode(tools, patient, await viewer());
    const [link, other] = [await shareByLink(tools, patient), await shareByLink(tools, patient)];
    const places = [
      { browser: "Firefox", system: "Windows", network: "192.0.2.0/24" },
      { browser: null, system: null, network: null },
      { browser: "Safari", system: "iOS", network: "2001:db8:1::/48" },
    ];
    for (const place of places) await visit(link, { place });
    await visit(other);
    // One that is over is still told of.
    await hoursPass(link, VISIT_HOURS);
    await endShare(patient.access, link.shareId, at());
    const use = (await shareOf(patient, link))?.link;
    expect(use).toMatchObject({ opensMax: 3, opensUsed: 3 });
    expect(use?.openings).toEqual(
      places
        .map((place) => ({ id: expect.any(String) as string, at: expect.any(Number) as number, ...place }))
        .toReversed(),
    );
    expect(use?.openings.map(({ id }) => id)).toEqual((await visitIds(link)).toReversed());
    const times = use?.openings.map((opening) => opening.at) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(await opensUsed(patient, other)).toBe(1);
    expect(await shareOf(patient, { shareId: personal })).toMatchObject({ kind: "person", link: null });
  });

  it("holds in the log every move of a link, with who made it, and nothing of from where", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const { visitToken } = await visit(link);
    await visit(link, { visitToken });
    await endVisit(visitToken, { db });
    await changeTerms(patient.access, link.shareId, { ...FULL_TERMS, lasts: "visit" }, at());
    await endShare(patient.access, link.shareId, at());
    const [visitId] = await visitIds(link);
    const { rows } = await owner.query(
      "SELECT action, actor, detail FROM audit_event WHERE patient_id = $1 AND action LIKE 'share.%' ORDER BY at",
      [patient.patientId],
    );
    const { shareId } = link;
    const actor = `user:${patient.userId}`;
    expect(rows).toEqual([
      { action: "share.offered", actor, detail: { shareId, by: "link" } },
      { action: "share.opened", actor: "system:sharing", detail: { shareId, visitId } },
      { action: "share.changed", actor, detail: { shareId } },
      { action: "share.ended", actor, detail: { shareId, reason: "revoked" } },
    ]);
    const moves = await shareMovesOf(patient.access, { from: null, to: null }, { db });
    expect(moves.find(({ action }) => action === "share.opened")).toMatchObject({ shareId, isOwners: false });
  });
});

/** Every row of ours as text. */
async function everyRow(): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'keys', 'pgboss')",
  );
  const parts: string[] = [];
  for (const { name } of rows)
    parts.push(JSON.stringify((await owner.query(`SELECT t::text FROM ${name} AS t`)).rows));
  return parts.join("\n");
}

describe("a dump of the whole database", () => {
  it("opens no link and names nobody: neither token nor passcode, neither place nor words stand in it", async () => {
    const patient = await newSharer(db, "CANARY-PATIENT");
    const note = "CANARY-NOTE for Tuesday";
    const link = await shareByLink(tools, patient, { note });
    const place = { browser: "CANARY-BROWSER", system: "CANARY-SYSTEM", network: "203.0.113.0/24" };
    const { visitToken } = await visit(link, { place, network: place.network });
    const given = { ...looking({ visitToken }, patient.patientId), network: place.network };
    await readPatient(given, async () => null, { db });
    const dump = await everyRow();
    const words = [
      link.token,
      link.passcode,
      writtenInGroups(link.passcode),
      visitToken,
      note,
      "Patient CANARY-PATIENT",
      place.browser,
      place.system,
      "203.0.113",
    ];
    const spellings = words.flatMap((word) => [
      word,
      word.toLowerCase(),
      Buffer.from(word).toString("hex"),
      Buffer.from(word).toString("base64").replace(/=+$/, "").slice(0, -1),
      // Without a key, all passcodes could be tried on a hash in an afternoon.
      ...(word.length < 40 ? [hashToken(word)] : []),
    ]);
    expect(spellings.filter((word) => dump.includes(word))).toEqual([]);

    // The same search finds what is really there, and what would have been planted.
    expect(dump).toContain(hashToken(link.token));
    expect(dump).toContain(hashToken(visitToken));
    await owner.query("INSERT INTO worker_heartbeat (id, seen_at) VALUES ($1, now())", [link.passcode]);
    const planted = await everyRow();
    await owner.query("DELETE FROM worker_heartbeat WHERE id = $1", [link.passcode]);
    expect(spellings.filter((word) => planted.includes(word))).toEqual([link.passcode]);
  });

  it("has nothing left of a link and its visits once the patient is erased", async () => {
    const [patient, other] = [await sharer(), await sharer()];
    const [link, kept] = [await shareByLink(tools, patient), await shareByLink(tools, other)];
    const { visitToken } = await visit(link);
    const staying = await visit(kept);
    await opens({ visitToken }, patient.patientId);
    const [visitId = ""] = await visitIds(link);
    const traces = [patient.patientId, link.shareId, visitId, hashToken(link.token), hashToken(visitToken)];
    const before = await everyRow();
    for (const trace of traces) expect(before).toContain(trace);
    await erasePatient(patient.access, { db });
    const after = await everyRow();
    expect(traces.filter((trace) => after.includes(trace))).toEqual([]);
    expect(await opens({ visitToken }, patient.patientId)).toBe("no-such-person");
    expect(await refusalOf(visit(link))).toBe("link-over");
    expect(await opens(staying, other.patientId)).toBe("viewer");
  });

  it("has the same sealed places after the keys were rotated, and they still open", async () => {
    const patient = await sharer();
    const link = await shareByLink(tools, patient);
    const { visitToken } = await visit(link);
    const before = await shareOf(patient, link);
    const sealed = async () =>
      (await owner.query("SELECT sealed FROM link_visit WHERE share_id = $1", [link.shareId])).rows;
    const bytes = await sealed();
    const next = { id: "next", key: Buffer.alloc(32, 9) };
    const ring = createKeyRing([next, ...env().ENCRYPTION_KEYS]);
    expect((await rotateKeys({ db, ring })).patients).toBeGreaterThan(0);
    // Back under the settings of this process, so that what was sealed can be opened.
    await rotateKeys({ db, ring: createKeyRing([...env().ENCRYPTION_KEYS, next]) });
    expect(await sealed()).toEqual(bytes);
    expect(await shareOf(patient, link)).toEqual(before);
    expect(before?.link?.openings).toMatchObject([{ browser: "Firefox", network: "192.0.2.0/24" }]);
    expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
    expect(await refusalOf(visit(link))).toBe("allowed");
  });
});

describe("the addresses that open a link and end a visit", () => {
  const { visit: cookie } = cookieNames(env());
  const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: false };

  function request(method: string, body: object, headers: Record<string, string> = {}): Request {
    return new Request("http://localhost/api/links", {
      method,
      headers: {
        origin: env().NEXTAUTH_URL,
        "content-type": "application/json",
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "x-hindsight-network": NETWORK,
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }
  const context = { params: Promise.resolve({}) };
  const asked = async (answer: Promise<Response>) => {
    const response = await answer;
    return { status: response.status, body: (await response.json()) as unknown };
  };

  it("give the token to the browser's cookie only, for four hours, and take it away as they gave it", async () => {
    const patient = await sharer();
    const { token, passcode, shareId } = await shareByLink(tools, patient);
    jar.kept.clear();
    jar.set.mockClear();
    const opened = await asked(openRoute.POST(request("POST", { token, passcode }), context));
    expect(opened).toEqual({ status: 200, body: { location: reportPath.overview(patient.patientId) } });
    const visitToken = jar.kept.get(cookie) ?? "";
    expect(jar.set.mock.calls).toEqual([[cookie, visitToken, { ...attributes, maxAge: 4 * 60 * 60 }]]);
    expect(await opens({ visitToken }, patient.patientId)).toBe("viewer");
    expect(await shareOf(patient, { shareId })).toMatchObject({
      link: { openings: [{ browser: "Firefox", system: "Linux", network: NETWORK }] },
    });

    expect(await asked(visitRoute.PUT(request("PUT", { unit: "mg/dL" }), context))).toEqual({
      status: 200,
      body: { unit: "mg/dL" },
    });
    expect(await visitUnit(await admitted({ visitToken }, patient.patientId), { db })).toBe("mg/dL");

    expect(await asked(visitRoute.DELETE(request("DELETE", {}), context))).toEqual({ status: 200, body: {} });
    expect(await opens({ visitToken }, patient.patientId)).toBe("share-ended");
    // A browser drops a __Host- cookie only at one that is as secure as it is.
    expect(jar.set.mock.lastCall).toEqual([cookie, "", { ...attributes, maxAge: 0 }]);
    jar.kept.set(cookie, visitToken);
    expect(await asked(visitRoute.PUT(request("PUT", { unit: "mg/dL" }), context))).toMatchObject({
      status: 401,
      body: { code: "signed-out" },
    });
    jar.kept.clear();
  });

  it("do nothing that another site asks for, and count none of it", async () => {
    const patient = await sharer();
    const { token, passcode, shareId } = await shareByLink(tools, patient);
    const counts = async () => (await owner.query("SELECT key, points FROM rate_limit ORDER BY key")).rows;
    const before = await counts();
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "content-type": "text/plain" },
    ];
    for (const headers of foreign)
      for (const answer of [
        openRoute.POST(request("POST", { token, passcode }, headers), context),
        visitRoute.PUT(request("PUT", { unit: "mg/dL" }, headers), context),
        visitRoute.DELETE(request("DELETE", {}, headers), context),
      ])
        expect(await asked(answer)).toMatchObject({ status: 403, body: { code: "foreign-site" } });
    expect(await counts()).toEqual(before);
    expect(await shareOf(patient, { shareId })).toMatchObject({ link: { opensUsed: 0 } });
  });

  it("refuse a body that says anything else than a token and a passcode", async () => {
    for (const body of [
      {},
      { token: 1, passcode: "22222222" },
      { token: { not: "" }, passcode: "22222222" },
      { token: "x".repeat(101), passcode: "22222222" },
      { token: "x", passcode: "x".repeat(41) },
      { token: "x", passcode: "22222222", shareId: newId() },
    ])
      expect(await asked(openRoute.POST(request("POST", body), context))).toMatchObject({ status: 400 });
    const unknown = { token: "\u0000'; DROP TABLE share_link; --", passcode: "\u0000" };
    expect(await asked(openRoute.POST(request("POST", unknown), context))).toMatchObject({
      status: 410,
      body: { code: "link-over" },
    });
  });
});
