import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userActor } from "@/lib/audit/schema";
import { endSession, findSession, sessionAdapter, startSession } from "@/lib/auth/adapter";
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

const touch = (token: string) => sessionAdapter(() => db).updateSession?.({ sessionToken: token });

describe("a session", () => {
  it("is found by its token, which the database holds only as a hash", async () => {
    const userId = await newUser();
    const { token, sessionId } = await startSession(userId, db);
    expect(await findSession(token, db)).toMatchObject({ sessionId, userId });
    expect(await findSession(`${token}x`, db)).toBeNull();
    const rows = await db.$queryRaw<unknown[]>`SELECT to_jsonb(session) FROM session`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("gets a new token at every sign-in", async () => {
    const userId = await newUser();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => startSession(userId, db)));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(20);
    for (const { token } of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  it("ends after 30 minutes without use", async () => {
    const { token, sessionId } = await startSession(await newUser(), db);
    await age(sessionId, 29 * MINUTE_MS);
    expect(await findSession(token, db)).not.toBeNull();
    await age(sessionId, 2 * MINUTE_MS);
    expect(await findSession(token, db)).toBeNull();
    expect(await touch(token)).toBeNull();
  });

  it("lives on with use, but never beyond 12 hours", async () => {
    const { token, sessionId } = await startSession(await newUser(), db);
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
    const [one, other] = [await startSession(userId, db), await startSession(userId, db)];
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
