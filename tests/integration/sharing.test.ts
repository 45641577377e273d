import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteAccount, saveName } from "@/lib/accounts/mutations";
import { signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { userActor } from "@/lib/audit/schema";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Database, Transaction } from "@/lib/db/client";
import { enterPatient, inPatientTransaction, inUserTransaction } from "@/lib/db/context";
import { newId, newSecretToken } from "@/lib/ids";
import { accessAsOwner, readPatient } from "@/lib/sharing/access";
import { sharedWith, sharesOf } from "@/lib/sharing/data";
import { shareMovesOf } from "@/lib/sharing/data-share-moves";
import { changeTerms, confirmShare, endShare, offerShare, renewOffer } from "@/lib/sharing/mutations";
import {
  acceptInvitation,
  CODE_TRIES,
  leaveShare,
  redeemCode,
  sweepShares,
} from "@/lib/sharing/mutations-viewer";
import type { Disclosed } from "@/lib/sharing/policy";
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

const now = () => Date.now();
const at = () => ({ db, now: now() });
const unique = (what: string) => `${what}-${(counter += 1)}`;
const sharer = () => newSharer(db, unique("sharer"));
const viewer = (name?: string | null) => newViewer(db, `${unique("viewer")}@clinic.example`, name);
const code = (access: Sharer["access"], terms = FULL_TERMS, note: string | null = null) =>
  offerShare(access, { by: "code", terms, note }, noMessage, at());
const redeem = (userId: string, typed: string | null) =>
  redeemCode({ userId, typed: typed ?? "", network: newSecretToken() }, { ...at(), pool: tools.pool });

/** What a user is answered who opens a view of a patient. */
async function opens(userId: string, patientId: string, what: Disclosed = "overview"): Promise<string> {
  const looking = { userId, patient: patientId, what, network: null };
  return readPatient(looking, async (access) => access.capability, { db, delayMinutes: 180 }).catch(
    (error: unknown) => (error as { refusal: string }).refusal,
  );
}

const stateOf = async ({ access }: Sharer, shareId: string) =>
  (await sharesOf(access, at())).find(({ id }) => id === shareId);

describe("a code", () => {
  it("only proposes: nothing is seen before the owner has confirmed exactly who it was", async () => {
    const patient = await sharer();
    const clinician = await newViewer(db, "ana.ruiz@clinic.example", "Ana Ruiz");
    const { shareId, code: written } = await code(patient.access, FULL_TERMS, "See you on Tuesday");
    expect(await opens(clinician, patient.patientId)).toBe("no-such-person");
    await redeem(clinician, `${written?.slice(0, 4).toLowerCase()} ${written?.slice(4)}`);
    expect(await opens(clinician, patient.patientId)).toBe("no-such-person");
    expect(await stateOf(patient, shareId)).toMatchObject({
      state: "redeemed",
      viewer: { name: "Ana Ruiz", verifiedBy: { kind: "email", address: "ana.ruiz@clinic.example" } },
      words: { note: "See you on Tuesday" },
    });
    await confirmShare(patient.access, shareId, at());
    expect(await opens(clinician, patient.patientId)).toBe("viewer");
    expect(await sharedWith(clinician, at())).toMatchObject([
      {
        state: "active",
        patientId: patient.patientId,
        patientName: expect.stringMatching(/^Patient/),
        note: "See you on Tuesday",
      },
    ]);
  });

  it("works once, also when it is entered by ten people at the same moment", async () => {
    const patient = await sharer();
    const { shareId, code: written } = await code(patient.access);
    const viewers = await Promise.all(Array.from({ length: 10 }, () => viewer()));
    const results = await Promise.allSettled(viewers.map((one) => redeem(one, written)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(patient, shareId)).toMatchObject({ state: "redeemed" });
  });

  it("is worth nothing after seven days, when it was withdrawn, or when a new one was made", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const late = await code(patient.access);
    const wait = { ...at(), now: now() + 7 * DAY_MS + MINUTE_MS, pool: tools.pool };
    await expect(
      redeemCode({ userId: clinician, typed: late.code ?? "", network: "n" }, wait),
    ).rejects.toMatchObject({ refusal: "no-such-code" });
    const fresh = await renewOffer(patient.access, late.shareId, noMessage, at());
    await expect(redeem(clinician, late.code)).rejects.toMatchObject({ refusal: "no-such-code" });
    await endShare(patient.access, late.shareId, at());
    await expect(redeem(clinician, fresh.code)).rejects.toMatchObject({ refusal: "no-such-code" });
    expect(await stateOf(patient, late.shareId)).toMatchObject({ state: "ended", endReason: "withdrawn" });
  });

  it("may be tried five times an hour by an account and by a network, right or wrong", async () => {
    const patient = await sharer();
    const { code: written } = await code(patient.access);
    const guesser = await viewer();
    const network = newSecretToken();
    const tries = [];
    for (let i = 0; i < CODE_TRIES.max + 1; i += 1)
      tries.push(
        await redeemCode(
          { userId: guesser, typed: "22222222", network },
          { ...at(), pool: tools.pool },
        ).catch((error: unknown) => (error as { refusal: string }).refusal),
      );
    expect(tries).toEqual([
      ...Array.from({ length: CODE_TRIES.max }, () => "no-such-code"),
      "too-many-tries",
    ]);
    await expect(redeem(guesser, written)).rejects.toMatchObject({ refusal: "too-many-tries" });
    const other = await viewer();
    await expect(
      redeemCode({ userId: other, typed: written ?? "", network }, { ...at(), pool: tools.pool }),
    ).rejects.toMatchObject({ refusal: "too-many-tries" });
  });

  it("wants a name and a confirmed way in of whoever enters it, and is not for its own owner", async () => {
    const patient = await sharer();
    const { code: written } = await code(patient.access);
    await expect(redeem(await viewer(null), written)).rejects.toMatchObject({ refusal: "name-first" });
    const unverified = await sharer();
    await expect(redeem(unverified.userId, written)).rejects.toMatchObject({ refusal: "verified-first" });
    const nameless = await newSharer(db, unique("nameless"));
    await owner.query("UPDATE app_user SET name_sealed = NULL WHERE id = $1", [nameless.userId]);
    await expect(code(nameless.access)).rejects.toMatchObject({ refusal: "own-name-first" });
  });

  it("shows the name that an organisation vouches for, never the one that somebody gave themselves beside it", async () => {
    const patient = await sharer();
    const person = {
      issuer: "https://sign-in.hospital.example",
      subject: unique("subject"),
      claims: { name: "Dr Vouched For", email: null, emailVerified: false },
    };
    const { userId } = await signInWithOidc(person, { db });
    await saveName(userId, "The Director", { db });
    const { shareId, code: written } = await code(patient.access);
    await redeem(userId, written);
    expect(await stateOf(patient, shareId)).toMatchObject({
      viewer: { name: "Dr Vouched For", verifiedBy: { kind: "oidc", issuer: person.issuer } },
    });
  });

  it("does not let the same person in twice", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    await shareByCode(tools, patient, clinician);
    const again = await code(patient.access);
    await expect(redeem(clinician, again.code)).rejects.toMatchObject({ refusal: "shared-already" });
  });

  it("is declined by the owner: the other side never saw anything", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const { shareId, code: written } = await code(patient.access);
    await redeem(clinician, written);
    await endShare(patient.access, shareId, at());
    expect(await stateOf(patient, shareId)).toMatchObject({ state: "ended", endReason: "declined" });
    expect(await opens(clinician, patient.patientId)).toBe("no-such-person");
    await expect(confirmShare(patient.access, shareId, at())).rejects.toMatchObject({
      refusal: "share-moved-on",
    });
  });
});

describe("an invitation", () => {
  const invite = (access: Sharer["access"], address: string) =>
    offerShare(access, { by: "email", address, terms: FULL_TERMS, note: "For you" }, noMessage, at());

  it("belongs to whoever signs in with its address, and to nobody else", async () => {
    const patient = await sharer();
    const address = `${unique("invited")}@clinic.example`;
    const { shareId } = await invite(patient.access, address);
    const stranger = await viewer();
    expect(await sharedWith(stranger, at())).toEqual([]);
    await expect(acceptInvitation({ userId: stranger, shareId }, at())).rejects.toMatchObject({
      refusal: "no-such-share",
    });
    await expect(leaveShare({ userId: stranger, shareId }, at())).rejects.toMatchObject({
      refusal: "no-such-share",
    });

    const invited = await newViewer(db, address, "Invited Person");
    expect(await sharedWith(invited, at())).toMatchObject([
      { id: shareId, state: "offered", note: "For you" },
    ]);
    expect(await opens(invited, patient.patientId)).toBe("no-such-person");
    await acceptInvitation({ userId: invited, shareId }, at());
    expect(await opens(invited, patient.patientId)).toBe("viewer");
    expect(await stateOf(patient, shareId)).toMatchObject({
      state: "active",
      viewer: { name: "Invited Person" },
    });
  });

  it("is declined, or over after seven days, and then cannot be accepted", async () => {
    const patient = await sharer();
    const [one, other] = [`${unique("declines")}@clinic.example`, `${unique("waits")}@clinic.example`];
    const declined = await invite(patient.access, one);
    const late = await invite(patient.access, other);
    const [declines, waits] = [await newViewer(db, one), await newViewer(db, other)];
    await leaveShare({ userId: declines, shareId: declined.shareId }, at());
    expect(await stateOf(patient, declined.shareId)).toMatchObject({ state: "ended", endReason: "declined" });
    await expect(
      acceptInvitation({ userId: declines, shareId: declined.shareId }, at()),
    ).rejects.toMatchObject({ refusal: "no-such-share" });
    const afterwards = { db, now: now() + 7 * DAY_MS + MINUTE_MS };
    await expect(
      acceptInvitation({ userId: waits, shareId: late.shareId }, afterwards),
    ).rejects.toMatchObject({ refusal: "no-such-share" });
    await sweepShares(afterwards);
    expect(await stateOf(patient, late.shareId)).toMatchObject({ state: "ended", endReason: "expired" });
  });
});

/** Lets a share's time run out. Only its owner may change its terms, so the trigger that says so looks away. */
async function lapse(shareId: string): Promise<void> {
  await owner.query(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = now() - interval '1 ms' WHERE id = '${shareId}';
    SET session_replication_role = origin`);
}

describe("taking it back", () => {
  it("holds from the very next request, whoever ends it, and is told without a reason", async () => {
    const patient = await sharer();
    for (const end of [
      (shareId: string) => endShare(patient.access, shareId, at()),
      (shareId: string, userId: string) => leaveShare({ userId, shareId }, at()),
      (shareId: string) => lapse(shareId),
    ]) {
      const clinician = await viewer();
      const shareId = await shareByCode(tools, patient, clinician);
      expect(await opens(clinician, patient.patientId)).toBe("viewer");
      await sharedWith(clinician, at());
      await end(shareId, clinician);
      expect(await opens(clinician, patient.patientId)).toBe("share-ended");
      await expect(
        accessAsOwner({ userId: clinician, patient: patient.patientId }, { db }),
      ).rejects.toMatchObject({
        refusal: "share-ended",
      });
      const [seen] = await sharedWith(clinician, at());
      // Whose data it was is all that they keep.
      expect(seen).toMatchObject({ state: "ended", note: null });
      expect(seen?.patientName).toMatch(/^Patient/);
    }
  });

  it("happens by itself when whoever is let in deletes their account", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician);
    await deleteAccount(clinician, { db });
    expect(await stateOf(patient, shareId)).toMatchObject({
      state: "ended",
      endReason: "left",
      viewer: { name: expect.stringMatching(/^Viewer/) },
    });
    const [ended] = await shareMovesOf(patient.access, { from: null, to: null }, { db });
    expect(ended).toMatchObject({ action: "share.ended", shareId, reason: "left", isOwners: false });
  });

  it("stops a read that was admitted before: the second wall sees nothing any more", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician);
    await dayBlock(patient.patientId, "2026-01-01", "egv");
    const looking = {
      userId: clinician,
      patient: patient.patientId,
      what: "overview",
      network: null,
    } as const;
    const access = await readPatient(looking, async (given) => given, { db, delayMinutes: 180 });
    const blocks = () => inPatientTransaction(access, (tx) => tx.dayBlock.count(), { db });
    const keys = () => inPatientTransaction(access, (tx) => tx.patientKey.count(), { db });
    expect([await blocks(), await keys()]).toEqual([1, 1]);
    await endShare(patient.access, shareId, at());
    expect([await blocks(), await keys()]).toEqual([0, 0]);
  });

  it("is for good: letting somebody in again is a new share", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const first = await shareByCode(tools, patient, clinician);
    await endShare(patient.access, first, at());
    await expect(changeTerms(patient.access, first, FULL_TERMS, at())).rejects.toMatchObject({
      refusal: "share-moved-on",
    });
    const second = await shareByCode(tools, patient, clinician);
    expect(second).not.toBe(first);
    expect(await opens(clinician, patient.patientId)).toBe("viewer");
  });
});

describe("what a share lets somebody see", () => {
  it("is what its terms say, and changes with them at once", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician, { withEvents: false, withNotes: false });
    const sees = async (what: Disclosed) => opens(clinician, patient.patientId, what);
    expect(await Promise.all((["overview", "daily", "api-readings"] as const).map(sees))).toEqual([
      "viewer",
      "viewer",
      "viewer",
    ]);
    expect(
      await Promise.all((["logbook", "api-events", "notes", "api-lab-results"] as const).map(sees)),
    ).toEqual(Array.from({ length: 4 }, () => "not-shared"));
    await changeTerms(
      patient.access,
      shareId,
      { ...FULL_TERMS, scope: "summary", withEvents: false, withNotes: false },
      at(),
    );
    expect(await Promise.all((["overview", "api-summary"] as const).map(sees))).toEqual(["viewer", "viewer"]);
    expect(await Promise.all((["daily", "profile", "logbook", "api-readings"] as const).map(sees))).toEqual(
      Array.from({ length: 4 }, () => "not-shared"),
    );
    await changeTerms(patient.access, shareId, FULL_TERMS, at());
    expect(await sees("logbook")).toBe("viewer");
  });

  it("begins where its window begins: a date, or so many days before what Dexcom shares now", async () => {
    const patient = await sharer();
    const limitsOf = async (window: typeof FULL_TERMS.window) => {
      const clinician = await viewer();
      await shareByCode(tools, patient, clinician, { window });
      const clock = { now: () => Date.parse("2026-11-20T02:00:00Z") };
      const looking = {
        userId: clinician,
        patient: patient.patientId,
        what: "overview",
        network: null,
      } as const;
      return readPatient(looking, async ({ limits }) => limits?.from, { db, clock, delayMinutes: 180 });
    };
    expect(await limitsOf({ kind: "all" })).toBeNull();
    expect(await limitsOf({ kind: "from", date: "2026-11-01" })).toBe("2026-11-01");
    // Three hours before two in the morning it is still the 19th: the 19th and 13 days before.
    expect(await limitsOf({ kind: "days", days: 14 })).toBe("2026-11-06");
  });

  it("counts the time of a code from when it is confirmed: a visit is not over before it began", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const { shareId, code: written } = await code(patient.access, { ...FULL_TERMS, lasts: "visit" });
    await redeem(clinician, written);
    expect(await stateOf(patient, shareId)).toMatchObject({ beginsWhenConfirmed: true, expiresAt: null });
    const confirmedAt = now() + 3 * DAY_MS;
    await confirmShare(patient.access, shareId, { db, now: confirmedAt });
    expect(await stateOf(patient, shareId)).toMatchObject({
      beginsWhenConfirmed: false,
      expiresAt: confirmedAt + DAY_MS,
    });
  });

  it("never lasts silently for ever: until it is stopped means asked again after a year", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician, { lasts: "open" });
    expect(await stateOf(patient, shareId)).toMatchObject({ expiresAt: null, isDueForReminder: false });
    const inAYear = await sharesOf(patient.access, { db, now: now() + 366 * DAY_MS });
    expect(inAYear.find(({ id }) => id === shareId)).toMatchObject({ isDueForReminder: true });
  });
});

describe("the record of what happened", () => {
  it("holds every move of a share, with who made it", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const shareId = await shareByCode(tools, patient, clinician);
    await changeTerms(patient.access, shareId, FULL_TERMS, at());
    await leaveShare({ userId: clinician, shareId }, at());
    const { rows } = await owner.query<{ action: string; actor: string }>(
      "SELECT action, actor FROM audit_event WHERE patient_id = $1 AND action LIKE 'share.%' ORDER BY at, action",
      [patient.patientId],
    );
    const [patientActor, viewerActor] = [userActor(patient.userId), userActor(clinician)];
    expect(rows).toEqual([
      { action: "share.offered", actor: patientActor },
      { action: "share.redeemed", actor: "system:sharing" },
      { action: "share.activated", actor: patientActor },
      { action: "share.changed", actor: patientActor },
      { action: "share.ended", actor: viewerActor },
    ]);
  });
});

/** One sealed day, as the import would write it. */
async function dayBlock(patientId: string, day: string, kind: string): Promise<void> {
  await inPatientTransaction(
    { patientId, actor: "system:sync" },
    (tx) =>
      tx.dayBlock.create({
        data: {
          patientId,
          source: "dexcom",
          kind,
          day: new Date(day),
          revision: 1,
          format: 1,
          sealed: Buffer.from("x"),
        },
      }),
    { db },
  );
}

describe("the second wall, with every check in code left out", () => {
  /** What a transaction sees that claims to be about a patient, whatever it was entitled to. */
  const seen = (userId: string, patientId: string, shareId: string | null) =>
    inUserTransaction(
      userActor(userId),
      async (tx) => {
        await enterPatient(tx, { patientId, actor: userActor(userId), shareId });
        return {
          days: (await tx.dayBlock.findMany({ select: { kind: true, day: true } })).map(
            ({ kind, day }) => `${kind} ${day.toISOString().slice(0, 10)}`,
          ),
          keys: await tx.patientKey.count(),
          connections: await tx.connection.count(),
          tokens: await tx.connectionToken.count(),
          consents: await tx.consent.count(),
          audit: await tx.auditEvent.count({ where: { patientId, NOT: { actor: userActor(userId) } } }),
          others: await tx.disclosure.count({ where: { NOT: { viewer: userActor(userId) } } }),
        };
      },
      { db },
    );
  const NOTHING = { days: [], keys: 0, connections: 0, tokens: 0, consents: 0, audit: 0, others: 0 };
  const write = (
    userId: string,
    patientId: string,
    shareId: string,
    work: (tx: Transaction) => Promise<unknown>,
  ) =>
    inUserTransaction(
      userActor(userId),
      async (tx) => {
        await enterPatient(tx, { patientId, actor: userActor(userId), shareId });
        return work(tx);
      },
      { db },
    );

  it("shows an owner everything, a viewer what their share says, and everybody else nothing", async () => {
    const [patient, other] = [await sharer(), await sharer()];
    const [clinician, windowed, ended, none] = [
      await viewer(),
      await viewer(),
      await viewer(),
      await viewer(),
    ];
    const today = new Date().toISOString().slice(0, 10);
    for (const kind of ["egv", "event"])
      for (const day of ["2026-01-01", today]) await dayBlock(patient.patientId, day, kind);
    const share = await shareByCode(tools, patient, clinician);
    const bare = await shareByCode(tools, patient, windowed, {
      withEvents: false,
      window: { kind: "days", days: 7 },
    });
    const over = await shareByCode(tools, patient, ended);
    await endShare(patient.access, over, at());
    const foreign = await shareByCode(tools, other, none);

    expect(await seen(patient.userId, patient.patientId, null)).toMatchObject({
      keys: 1,
      connections: 1,
      tokens: 1,
    });
    const full = await seen(clinician, patient.patientId, share);
    expect(full).toMatchObject({ keys: 1, connections: 1, tokens: 0, consents: 0, audit: 0, others: 0 });
    expect(full.days.toSorted()).toEqual([
      "egv 2026-01-01",
      `egv ${today}`,
      "event 2026-01-01",
      `event ${today}`,
    ]);
    expect((await seen(windowed, patient.patientId, bare)).days).toEqual([`egv ${today}`]);

    // No share named, an ended one, one of somebody else, one of another patient, one that does not exist.
    for (const [userId, shareId] of [
      [clinician, null],
      [ended, over],
      [none, share],
      [none, foreign],
      [none, newId()],
      [other.userId, null],
      [other.userId, share],
      [newId(), null],
    ] as const)
      expect(await seen(userId, patient.patientId, shareId)).toEqual(NOTHING);
  });

  it("lets a viewer write nothing of a patient, nor change what they are let to see", async () => {
    const patient = await sharer();
    const clinician = await viewer();
    const { patientId } = patient;
    const shareId = await shareByCode(tools, patient, clinician, { withNotes: false });
    await dayBlock(patientId, "2026-01-01", "egv");
    const refused = /row-level security|insufficient_privilege|42501|only the owner|does not come back/;
    const attempts: readonly ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) =>
        tx.dayBlock.createMany({
          data: [
            {
              patientId,
              source: "dexcom",
              kind: "egv",
              day: new Date("2026-01-02"),
              revision: 1,
              format: 1,
              sealed: Buffer.from("x"),
            },
          ],
        }),
      (tx) => tx.patientKey.createMany({ data: [{ patientId: newId(), wrapped: "x" }] }),
      (tx) => tx.share.updateMany({ where: { id: shareId }, data: { withNotes: true } }),
      (tx) => tx.share.updateMany({ where: { id: shareId }, data: { scope: "summary", withEvents: false } }),
      (tx) =>
        tx.share.updateMany({ where: { id: shareId }, data: { expiresAt: null, remindAt: new Date() } }),
      (tx) => tx.share.updateMany({ where: { id: shareId }, data: { viewerUserId: newId() } }),
      (tx) =>
        tx.disclosure.createMany({
          data: [
            {
              id: newId(),
              patientId,
              seq: 99,
              at: new Date(),
              viewer: userActor(newId()),
              shareId,
              channel: "page",
              what: "overview",
              sealed: Buffer.from("x"),
              mac: "x",
            },
          ],
        }),
    ];
    for (const attempt of attempts)
      await expect(write(clinician, patientId, shareId, attempt)).rejects.toThrow(refused);
    // What an update or a delete does not see it leaves as it is.
    const untouched = await write(clinician, patientId, shareId, async (tx) => [
      (await tx.dayBlock.updateMany({ data: { revision: 9 } })).count,
      (await tx.dayBlock.deleteMany()).count,
      (await tx.patientKey.deleteMany()).count,
      (await tx.connection.updateMany({ data: { status: "disconnected" } })).count,
    ]);
    expect(untouched).toEqual([0, 0, 0, 0]);
    // Nobody confirms themselves, and what has ended stays ended.
    const { shareId: offered, code: written } = await code(patient.access);
    const second = await viewer();
    await redeem(second, written);
    await expect(
      write(second, patientId, offered, (tx) =>
        tx.share.updateMany({ where: { id: offered }, data: { state: "active", activatedAt: new Date() } }),
      ),
    ).rejects.toThrow(refused);
    await endShare(patient.access, shareId, at());
    await expect(
      write(clinician, patientId, shareId, (tx) =>
        tx.share.updateMany({
          where: { id: shareId },
          data: { state: "active", endReason: null, endedAt: null },
        }),
      ),
    ).rejects.toThrow(refused);
  });

  it("keeps shares of a patient from everybody but the two sides", async () => {
    const patient = await sharer();
    const [clinician, stranger] = [await viewer(), await viewer()];
    const shareId = await shareByCode(tools, patient, clinician);
    const count = (userId: string) =>
      write(userId, patient.patientId, shareId, (tx) =>
        tx.share.count({ where: { patientId: patient.patientId } }),
      );
    expect([await count(patient.userId), await count(clinician), await count(stranger)]).toEqual([1, 1, 0]);
  });
});

it("leaves neither names nor notes nor codes in the clear anywhere in the database", async () => {
  const patient = await newSharer(db, "canary-sharer");
  const clinician = await newViewer(db, "canary.viewer@clinic.example", "Canary Viewer");
  const { shareId, code: written } = await code(patient.access, FULL_TERMS, "Canary note");
  const invitation = await offerShare(
    patient.access,
    { by: "email", address: "canary.invited@clinic.example", terms: FULL_TERMS, note: null },
    noMessage,
    at(),
  );
  const dump = async () =>
    JSON.stringify((await owner.query("SELECT to_jsonb(s) AS row FROM share s")).rows) +
    JSON.stringify((await owner.query("SELECT to_jsonb(d) AS row FROM disclosure d")).rows);
  const texts = [await dump()];
  await redeem(clinician, written);
  texts.push(await dump());
  await confirmShare(patient.access, shareId, at());
  await opens(clinician, patient.patientId);
  texts.push(await dump());
  const secrets = [
    "Canary Viewer",
    "canary.viewer@",
    "Patient canary",
    "Canary note",
    "canary.invited",
    written ?? "",
  ];
  for (const text of texts)
    for (const secret of secrets)
      for (const spelling of [
        secret,
        Buffer.from(secret).toString("hex"),
        Buffer.from(secret).toString("base64url"),
      ])
        expect(text).not.toContain(spelling);
  expect(texts.join("")).toContain(invitation.shareId);
});
