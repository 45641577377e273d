import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR_MS } from "@/lib/clock";
import { currentAccessToken, spendStoredTokens, withAccessToken } from "@/lib/connections/tokens-refresh";
import { type Database, openDatabase } from "@/lib/db/client";
import { DexcomError } from "@/lib/dexcom/errors";
import { newId } from "@/lib/ids";
import { accessForSync } from "@/lib/sharing/access";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson, RotatingServer, someTokens } from "./records-support";

let database: TestDatabase;
let owner: Client;
/** As many pools as there would be processes: nothing but the database connects them. */
let processes: readonly Database[];
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  processes = [1, 2, 3, 4].map(() => openDatabase(database.appUrl, { connectionsMax: 6 }));
  const [first] = processes;
  if (!first) throw new Error("no process");
  db = first;
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await Promise.all(processes.map((each) => each.$disconnect()));
  await owner.end();
  await database.drop();
});

async function worker(name = newId()) {
  const tokens = someTokens(name);
  const { connectionId, userId } = await connectedPerson(db, `subject-${name}`, tokens);
  const access = await accessForSync(connectionId, { db });
  if (!access) throw new Error("no access");
  return { access, connectionId, userId, server: new RotatingServer(tokens) };
}

const expire = (connectionId: string) =>
  owner.query(
    "UPDATE connection_token SET access_expires_at = now() - interval '1 minute' WHERE connection_id = $1",
    [connectionId],
  );
const coolOff = (connectionId: string) =>
  owner.query("UPDATE connection_token SET retry_at = NULL WHERE connection_id = $1", [connectionId]);

describe("an access token", () => {
  it("is handed out without asking Dexcom while it is valid", async () => {
    const { access, connectionId, server } = await worker("fresh");
    const token = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(token.ok && token.value.token.reveal()).toBe("CANARY_access_fresh");
    expect(server.calls).toBe(0);
  });

  it("is refreshed once, however many processes ask at the same moment", async () => {
    const { access, connectionId, server } = await worker();
    server.delayMs = 60;
    for (let round = 1; round <= 6; round += 1) {
      await expire(connectionId);
      const tokens = await Promise.all(
        Array.from({ length: 20 }, (_, caller) =>
          currentAccessToken(access, connectionId, {
            db: processes[caller % processes.length] ?? db,
            refresh: server.refresh,
          }),
        ),
      );
      const values = new Set(
        tokens.map((token) => (token.ok ? token.value.token.reveal() : token.error.kind)),
      );
      expect([...values]).toEqual([`CANARY_access_round_${round}`]);
      expect(server).toMatchObject({ calls: round, refusals: 0 });
    }
  });

  it("is refreshed once more when Dexcom refuses it before its time, and the call is repeated", async () => {
    const { access, connectionId, server } = await worker();
    const used: string[] = [];
    const result = await withAccessToken(
      access,
      connectionId,
      { db, refresh: server.refresh },
      {
        use: (token) => {
          used.push(token.reveal());
          return Promise.resolve(token.reveal().endsWith("round_1") ? 200 : 401);
        },
        wasRefused: (status) => status === 401,
      },
    );
    expect(result).toEqual({ ok: true, value: 200 });
    expect(used).toHaveLength(2);
    expect(server.calls).toBe(1);
  });

  it("does not go to a caller who may not import", async () => {
    const { connectionId, userId, server } = await worker();
    const stranger = await connectedPerson(db, `stranger-${userId}`);
    const token = await currentAccessToken(stranger.access, connectionId, { db, refresh: server.refresh });
    expect(token).toEqual({ ok: false, error: { kind: "not-connected" } });
  });
});

describe("a refresh that fails", () => {
  it("keeps the tokens and lets nobody try again at once when Dexcom has trouble", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    server.failWith = new DexcomError("upstream_failed", { status: 503 });
    const ask = () => currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(server.calls).toBe(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.kind === "trouble")).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.error.kind === "wait")).toHaveLength(3);

    server.failWith = null;
    await coolOff(connectionId);
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.refusals).toBe(0);
  });

  it("is called revoked only when the version that was refused is the stored one", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    server.revoke();
    const refused = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(refused).toEqual({ ok: false, error: { kind: "refused", provenRevoked: false } });
  });

  it("is proven to be a revocation when an unexpired access token had been refused too", async () => {
    const { access, connectionId, server } = await worker();
    const tools = { db, refresh: server.refresh };
    const first = await currentAccessToken(access, connectionId, tools);
    server.revoke();
    const refused = first.ok && (await currentAccessToken(access, connectionId, tools, first.value));
    expect(refused).toEqual({ ok: false, error: { kind: "refused", provenRevoked: true } });
  });

  it("is called interrupted when an earlier answer was lost on the way", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    server.loseNextAnswer = true;
    const ask = () => currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(await ask()).toMatchObject({ error: { kind: "trouble" } });
    await coolOff(connectionId);
    expect(await ask()).toEqual({ ok: false, error: { kind: "interrupted" } });
  });
});

describe("a process that dies or freezes while it refreshes", () => {
  const abandonLease = (connectionId: string) =>
    owner.query(
      `UPDATE connection_token SET lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second'
       WHERE connection_id = $1`,
      [connectionId],
    );

  it("costs nothing when it died before Dexcom was asked", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    await abandonLease(connectionId);
    const token = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(token.ok).toBe(true);
    expect(server).toMatchObject({ calls: 1, refusals: 0 });
  });

  it("leaves a connection that says interrupted, not revoked, when it died before it could save", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    await abandonLease(connectionId);
    await server.refresh(someTokens("x").refreshToken);
    server.revoke();
    const token = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(token).toEqual({ ok: false, error: { kind: "interrupted" } });
  });

  it("does not lose the good tokens when it wakes up after somebody else was refused", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    let wake = () => undefined as void;
    const frozen = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const sleeper = currentAccessToken(access, connectionId, {
      db,
      refresh: async (token) => {
        const answer = await server.refresh(token);
        await frozen;
        return answer;
      },
    });
    await expect.poll(() => server.calls).toBe(1);
    await owner.query("UPDATE connection_token SET lease_until = now() - interval '1 second'");
    const other = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(other).toEqual({ ok: false, error: { kind: "interrupted" } });
    // What the sync does with that verdict.
    await owner.query(
      "UPDATE connection SET status = 'reconnect_needed', status_reason = 'interrupted' WHERE id = $1",
      [connectionId],
    );
    wake();
    expect(await sleeper).toMatchObject({ ok: true });
    const after = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
    expect(after.ok && after.value.token.reveal()).toBe("CANARY_access_round_1");
  });

  it("does not overwrite what another process saved meanwhile", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    const slow = currentAccessToken(access, connectionId, {
      db,
      refresh: async (token) => {
        // Frozen before it asks: its lease runs out and another one refreshes.
        await owner.query("UPDATE connection_token SET lease_until = now() - interval '1 second'");
        const other = await currentAccessToken(access, connectionId, { db, refresh: server.refresh });
        expect(other.ok).toBe(true);
        return server.refresh(token);
      },
    });
    const late = await slow;
    expect(late.ok && late.value.token.reveal()).toBe("CANARY_access_round_1");
    expect(server.refusals).toBe(1);
  });

  it("saves the only copy even when the database is away for a moment", async () => {
    const { access, connectionId, server } = await worker();
    await expire(connectionId);
    const flaky = openDatabase(database.appUrl, { connectionsMax: 1, applicationName: "flaky" });
    const token = await currentAccessToken(access, connectionId, {
      db: flaky,
      refresh: async (refreshToken) => {
        const answer = await server.refresh(refreshToken);
        await owner.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'flaky'",
        );
        return answer;
      },
    });
    expect(token.ok && token.value.token.reveal()).toBe("CANARY_access_round_1");
    const [process] = processes;
    const stored = await currentAccessToken(access, connectionId, {
      db: process ?? db,
      refresh: server.refresh,
    });
    expect(stored.ok && stored.value.token.reveal()).toBe("CANARY_access_round_1");
    expect(server.calls).toBe(1);
    await flaky.$disconnect();
  });
});

describe("a new consent at Dexcom", () => {
  it("is not overwritten by a refresh of the old one that comes home late", async () => {
    const { access, connectionId, server } = await worker("late");
    await expire(connectionId);
    const renewed = { ...someTokens("renewed"), expiresAt: Date.now() + HOUR_MS };
    const token = await currentAccessToken(access, connectionId, {
      db,
      refresh: async (refreshToken) => {
        await connectedPerson(db, "subject-late", renewed);
        return server.refresh(refreshToken);
      },
    });
    expect(token.ok && token.value.token.reveal()).toBe("CANARY_access_renewed");
  });
});

describe("the last refresh before disconnecting", () => {
  it("makes the stored refresh token worthless and keeps none of the answer", async () => {
    const { connectionId, userId, server } = await worker("leaving");
    const person = await connectedPerson(db, "subject-leaving", someTokens("leaving"));
    expect(person.userId).toBe(userId);
    expect(await spendStoredTokens(person.access, connectionId, { db, refresh: server.refresh })).toBe(true);
    expect(await server.refresh(someTokens("leaving").refreshToken)).toMatchObject({
      error: { code: "invalid_grant" },
    });
    const { rows } = await owner.query<{ version: number }>(
      "SELECT version FROM connection_token WHERE connection_id = $1",
      [connectionId],
    );
    expect(rows).toEqual([{ version: 1 }]);
  });

  it("does not stand in the way when Dexcom is down", async () => {
    const { connectionId, server } = await worker("down");
    const person = await connectedPerson(db, "subject-down", someTokens("down"));
    server.failWith = new DexcomError("unreachable");
    expect(await spendStoredTokens(person.access, connectionId, { db, refresh: server.refresh })).toBe(false);
  });
});
