import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userActor } from "@/lib/audit/schema";
import { endSession, findSession, type SignIn, sessionAdapter, startSession } from "@/lib/auth/adapter";
import { isRecentlyConfirmed, sessionsOf } from "@/lib/auth/data";
import { RECENT_SIGN_IN_MS } from "@/lib/auth/limits";
import { confirmSession, endOtherSessions, endSessionOf } from "@/lib/auth/mutations";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { type Database, openDatabase } from "@/lib/db/client";
import { inUserTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const BY_DEXCOM: SignIn = { method: "dexcom", place: null };
const AT_HOME = { browser: "Firefox", system: "Linux", network: "192.0.2.0/24" };
const ON_THE_PHONE = { browser: "Safari", system: "iOS", network: "2001:db8:1::/48" };
const NOWHERE = { browser: null, system: null, network: null };

async function newUser(): Promise<string> {
  const id = newId();
  await db.user.create({ data: { id } });
  return id;
}

/** Lets the session grow older, as if all of this had happened `ms` ago. */
async function age(sessionId: string, ms: number): Promise<void> {
  await db.$executeRaw`
    UPDATE session SET last_seen_at = last_seen_at - make_interval(secs => ${ms / 1000}),
      expires_at = expires_at - make_interval(secs => ${ms / 1000}),
      absolute_expires_at = absolute_expires_at - make_interval(secs => ${ms / 1000})
    WHERE id = ${sessionId}::uuid`;
}

/** What is on record of a person, oldest first. */
async function recordOf(userId: string): Promise<readonly { action: string; detail: unknown }[]> {
  const actor = userActor(userId);
  const read = { where: { actor }, select: { action: true, detail: true }, orderBy: { at: "asc" } } as const;
  return inUserTransaction(actor, (tx) => tx.auditEvent.findMany(read), { db });
}

const touch = (token: string) => sessionAdapter(() => db).updateSession?.({ sessionToken: token });

describe("a session", () => {
  it("is found by its token, which the database holds only as a hash", async () => {
    const userId = await newUser();
    const { token, sessionId } = await startSession(userId, BY_DEXCOM, db);
    expect(await findSession(token, db)).toMatchObject({ sessionId, userId });
    expect(await findSession(`${token}x`, db)).toBeNull();
    const rows = await db.$queryRaw<unknown[]>`SELECT to_jsonb(session) FROM session`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("gets a new token at every sign-in", async () => {
    const userId = await newUser();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => startSession(userId, BY_DEXCOM, db)));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(20);
    for (const { token } of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it("ends after 30 minutes without use", async () => {
    const { token, sessionId } = await startSession(await newUser(), BY_DEXCOM, db);
    await age(sessionId, 29 * MINUTE_MS);
    expect(await findSession(token, db)).not.toBeNull();
    await age(sessionId, 2 * MINUTE_MS);
    expect(await findSession(token, db)).toBeNull();
    expect(await touch(token)).toBeNull();
  });

  it("lives on with use, but never beyond 12 hours", async () => {
    const { token, sessionId } = await startSession(await newUser(), BY_DEXCOM, db);
    for (let passed = 0; passed < 11.5 * HOUR_MS; passed += 25 * MINUTE_MS) {
      await age(sessionId, 25 * MINUTE_MS);
      expect(await touch(token)).not.toBeNull();
    }
    const last = await findSession(token, db);
    const { absoluteExpiresAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(last?.expiresAt.getTime()).toBeLessThanOrEqual(absoluteExpiresAt.getTime());
    await age(sessionId, 29 * MINUTE_MS);
    expect(await findSession(token, db)).toBeNull();
  });

  it("is dead for every copy of its token once it has ended, and both ends are on record", async () => {
    const userId = await newUser();
    const [one, other] = [
      await startSession(userId, BY_DEXCOM, db),
      await startSession(userId, BY_DEXCOM, db),
    ];
    await endSession(one.token, db);
    await endSession(one.token, db);
    expect(await findSession(one.token, db)).toBeNull();
    expect(await touch(one.token)).toBeNull();
    expect(await findSession(other.token, db)).not.toBeNull();
    const actor = userActor(userId);
    const events = await inUserTransaction(actor, (tx) => tx.auditEvent.findMany({ where: { actor } }), {
      db,
    });
    const ofOne = events.filter(({ detail }) => JSON.stringify(detail).includes(one.sessionId));
    expect(ofOne.map(({ action }) => action).sort()).toEqual(["session.ended", "session.started"]);
  });
});

describe("the list of one's sessions", () => {
  it("says how, from where and since when, the one seen last first", async () => {
    const userId = await newUser();
    await startSession(await newUser(), { method: "dexcom", place: AT_HOME }, db);
    const home = await startSession(userId, { method: "dexcom", place: AT_HOME }, db);
    const phone = await startSession(userId, { method: "email", place: ON_THE_PHONE }, db);
    const unknown = await startSession(userId, { method: "oidc", place: null }, db);
    await age(unknown.sessionId, 3 * MINUTE_MS);
    await age(phone.sessionId, 5 * MINUTE_MS);
    const sessions = await sessionsOf(userId, phone.sessionId, { db });
    expect(sessions).toMatchObject([
      { sessionId: home.sessionId, method: "dexcom", ...AT_HOME, isCurrent: false },
      { sessionId: unknown.sessionId, method: "oidc", ...NOWHERE, isCurrent: false },
      { sessionId: phone.sessionId, method: "email", ...ON_THE_PHONE, isCurrent: true },
    ]);
    const { createdAt, lastSeenAt } = await db.session.findUniqueOrThrow({ where: { id: phone.sessionId } });
    expect(sessions[2]).toMatchObject({ startedAt: createdAt.getTime(), lastSeenAt: lastSeenAt.getTime() });
  });

  it("holds no session that is over", async () => {
    const userId = await newUser();
    const over = await startSession(userId, BY_DEXCOM, db);
    const live = await startSession(userId, BY_DEXCOM, db);
    await age(over.sessionId, 31 * MINUTE_MS);
    const sessions = await sessionsOf(userId, live.sessionId, { db });
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual([live.sessionId]);
    await expect(endSessionOf(userId, over.sessionId, { db })).rejects.toMatchObject({
      refusal: "no-such-session",
    });
    expect(await endOtherSessions(userId, live.sessionId, { db })).toBe(0);
  });

  it("is the only one who can read a place: the row holds neither browser nor network", async () => {
    const { sessionId } = await startSession(await newUser(), { method: "dexcom", place: AT_HOME }, db);
    const [dump] = await db.$queryRaw<{ text: string; sealed: Uint8Array }[]>`
      SELECT to_jsonb(session)::text AS text, place_sealed AS sealed FROM session WHERE id = ${sessionId}::uuid`;
    const bytes = Buffer.from(dump?.sealed ?? []);
    expect(bytes.length).toBeGreaterThan(0);
    for (const word of Object.values(AT_HOME)) {
      expect(dump?.text).not.toContain(word);
      expect(bytes.includes(word)).toBe(false);
    }
  });

  it("opens no place that was moved to another session, and still lists that session", async () => {
    const userId = await newUser();
    const home = await startSession(userId, { method: "dexcom", place: AT_HOME }, db);
    const phone = await startSession(userId, { method: "email", place: ON_THE_PHONE }, db);
    await db.$executeRaw`
      UPDATE session SET place_sealed = (SELECT place_sealed FROM session WHERE id = ${home.sessionId}::uuid)
      WHERE id = ${phone.sessionId}::uuid`;
    const sessions = await sessionsOf(userId, home.sessionId, { db });
    expect(sessions.find(({ sessionId }) => sessionId === phone.sessionId)).toMatchObject(NOWHERE);
    expect(sessions.find(({ sessionId }) => sessionId === home.sessionId)).toMatchObject(AT_HOME);
    await endSessionOf(userId, phone.sessionId, { db });
    expect(await findSession(phone.token, db)).toBeNull();
  });
});

describe("ending a session from another one", () => {
  it("ends that one and no other, and is on record", async () => {
    const userId = await newUser();
    const [one, other] = [
      await startSession(userId, BY_DEXCOM, db),
      await startSession(userId, BY_DEXCOM, db),
    ];
    await endSessionOf(userId, one.sessionId, { db });
    expect(await findSession(one.token, db)).toBeNull();
    expect(await touch(one.token)).toBeNull();
    expect(await findSession(other.token, db)).not.toBeNull();
    expect((await recordOf(userId)).at(-1)).toEqual({
      action: "session.ended",
      detail: { sessionId: one.sessionId, reason: "ended-elsewhere" },
    });
  });

  it("refuses somebody else's exactly like one that never was", async () => {
    const userId = await newUser();
    const foreign = await startSession(await newUser(), BY_DEXCOM, db);
    const refusalOf = (sessionId: string) =>
      endSessionOf(userId, sessionId, { db }).catch((error: unknown) => error);
    const refusals = await Promise.all([foreign.sessionId, newId(), "me", "' OR true --"].map(refusalOf));
    expect(refusals[0]).toMatchObject({ code: "not_found", refusal: "no-such-session" });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(await findSession(foreign.token, db)).not.toBeNull();
    expect(await recordOf(userId)).toEqual([]);
  });

  it("ends all others of this person at once, each on record, and says how many", async () => {
    const userId = await newUser();
    const mine = await startSession(userId, BY_DEXCOM, db);
    const others = await Promise.all([1, 2, 3].map(() => startSession(userId, BY_DEXCOM, db)));
    const stranger = await startSession(await newUser(), BY_DEXCOM, db);
    expect(await endOtherSessions(userId, mine.sessionId, { db })).toBe(3);
    for (const { token } of others) expect(await findSession(token, db)).toBeNull();
    expect(await findSession(mine.token, db)).not.toBeNull();
    expect(await findSession(stranger.token, db)).not.toBeNull();
    const ends = (await recordOf(userId)).filter(({ action }) => action === "session.ended");
    expect(ends.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(others.map(({ sessionId }) => ({ sessionId, reason: "ended-elsewhere" }))),
    );
    expect(ends).toHaveLength(3);
    expect(await endOtherSessions(userId, mine.sessionId, { db })).toBe(0);
  });
});

describe("a proof of who somebody is", () => {
  /** As if the proof had been given that long ago. */
  const provedAgo = (sessionId: string, ms: number) => db.$executeRaw`
    UPDATE session SET confirmed_at = confirmed_at - make_interval(secs => ${ms / 1000}) WHERE id = ${sessionId}::uuid`;

  it("counts for ten minutes from signing in, and again from each new one", async () => {
    const session = await startSession(await newUser(), BY_DEXCOM, db);
    const isRecent = () => isRecentlyConfirmed(session.sessionId, { db });
    expect(await isRecent()).toBe(true);
    await provedAgo(session.sessionId, RECENT_SIGN_IN_MS - 5_000);
    expect(await isRecent()).toBe(true);
    await provedAgo(session.sessionId, 5_000);
    expect(await isRecent()).toBe(false);
    await touch(session.token);
    expect(await isRecent()).toBe(false);
    await confirmSession(session, "email", { db });
    expect(await isRecent()).toBe(true);
    expect((await recordOf(session.userId)).at(-1)).toEqual({
      action: "session.confirmed",
      detail: { sessionId: session.sessionId, method: "email" },
    });
  });

  it("is worth nothing without its session", async () => {
    const session = await startSession(await newUser(), BY_DEXCOM, db);
    await expect(
      confirmSession({ ...session, userId: await newUser() }, "email", { db }),
    ).rejects.toMatchObject({ refusal: "signed-out" });
    await age(session.sessionId, 31 * MINUTE_MS);
    expect(await isRecentlyConfirmed(session.sessionId, { db })).toBe(false);
    await expect(confirmSession(session, "email", { db })).rejects.toMatchObject({ refusal: "signed-out" });
    expect(await isRecentlyConfirmed(newId(), { db })).toBe(false);
    expect((await recordOf(session.userId)).map(({ action }) => action)).toEqual(["session.started"]);
  });
});
