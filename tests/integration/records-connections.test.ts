import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionView, dataReach, syncLog } from "@/lib/connections/data";
import { disconnect } from "@/lib/connections/mutations-disconnect";
import { beginTrip, sweepTrips, takeTrip } from "@/lib/connections/mutations-trip";
import { currentAccessToken } from "@/lib/connections/tokens-refresh";
import { type Database, openDatabase } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { accessAsOwner, accessForSync, readPatient } from "@/lib/sharing/access";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { comeBack, connectedPerson, consent, RotatingServer, someTokens } from "./records-support";

let database: TestDatabase;
let db: Database;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await db.$disconnect();
  await owner.end();
  await database.drop();
});

const count = async (table: string, where = "true", values: unknown[] = []) =>
  Number((await owner.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`, values)).rows[0].n);
const actionsOf = async (patientId: string) =>
  (
    await owner.query("SELECT action FROM audit_event WHERE patient_id = $1 ORDER BY at, action", [patientId])
  ).rows.map(({ action }) => action);
const refuse = () => Promise.reject(new Error("Dexcom must not be asked."));

describe("a trip to Dexcom", () => {
  const binding = {
    browserToken: "this-browser",
    sessionId: null,
    environment: "simulator",
    redirectUri: "http://localhost:3000/api/connect/callback/simulator",
  };
  const begin = (more: Partial<Parameters<typeof beginTrip>[0]> = {}) =>
    beginTrip(
      { ...binding, purpose: "sign-in", consent: { version: "v1", grantor: "self" }, ...more },
      { db },
    );

  it("ends once: of twenty returns at the same moment one is let through", async () => {
    const { state } = await begin();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => takeTrip({ ...binding, state }, { db })),
    );
    expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
    expect(taken.filter((trip) => !trip.ok && trip.error === "too-late")).toHaveLength(19);
  });

  it("is refused after ten minutes by the database's clock", async () => {
    const { state } = await begin();
    await owner.query("UPDATE oauth_transaction SET expires_at = expires_at - interval '10 minutes'");
    expect(await takeTrip({ ...binding, state }, { db })).toEqual({ ok: false, error: "too-late" });
  });

  it.each([
    ["another browser", { browserToken: "other" }],
    ["another environment", { environment: "eu" }],
    ["another address", { redirectUri: "http://localhost:3000/elsewhere" }],
    ["a session that began meanwhile", { sessionId: newId() }],
  ])("is refused to %s, and is then used up", async (_, other) => {
    const { state } = await begin();
    expect(await takeTrip({ ...binding, ...other, state }, { db })).toEqual({
      ok: false,
      error: "not-this-browser",
    });
    expect(await takeTrip({ ...binding, state }, { db })).toEqual({ ok: false, error: "too-late" });
  });

  it("is refused when the session it began in is over", async () => {
    const { state } = await begin({ sessionId: newId(), purpose: "reconnect" });
    expect(await takeTrip({ ...binding, state }, { db })).toEqual({ ok: false, error: "signed-out" });
  });

  it("keeps neither state nor browser token in the clear", async () => {
    const { state } = await begin();
    const { rows } = await owner.query("SELECT * FROM oauth_transaction");
    expect(JSON.stringify(rows)).not.toContain(state);
    expect(JSON.stringify(rows)).not.toContain("this-browser");
  });

  it("leaves nothing behind when nobody comes back", async () => {
    await begin();
    await owner.query("UPDATE oauth_transaction SET expires_at = now() - interval '1 second'");
    await owner.query("UPDATE consent SET agreed_at = now() - interval '25 hours' WHERE patient_id IS NULL");
    await sweepTrips({ db });
    expect(await count("oauth_transaction")).toBe(0);
    expect(await count("consent", "patient_id IS NULL")).toBe(0);
  });
});

describe("coming back from Dexcom", () => {
  it("makes a new person with key, consent, connection and sealed tokens, all or nothing", async () => {
    const { patientId, connectionId, userId } = await connectedPerson(db, "new-person");
    expect(await count("patient_owner", "patient_id = $1 AND user_id = $2", [patientId, userId])).toBe(1);
    expect(await count("keys.patient_key", "patient_id = $1", [patientId])).toBe(1);
    expect(await count("consent", "patient_id = $1", [patientId])).toBe(1);
    expect(await count("connection_token", "connection_id = $1", [connectionId])).toBe(1);
    expect(await actionsOf(patientId)).toEqual(
      expect.arrayContaining(["consent.recorded", "connection.created", "patient.created"]),
    );
  });

  it("creates nothing at all when the consent is missing or was used before", async () => {
    const before = await count("patient");
    const consentId = await consent(db);
    await comeBack(db, "with-consent", { consentId });
    await expect(comeBack(db, "second-use", { consentId })).rejects.toThrow(/without its consent/);
    await expect(comeBack(db, "no-consent", { consentId: newId() })).rejects.toThrow(/without its consent/);
    expect(await count("patient")).toBe(before + 1);
  });

  it("knows the same account again and replaces its tokens on the same connection", async () => {
    const first = await connectedPerson(db, "returning");
    const again = await comeBack(db, "returning", { tokens: someTokens("second") });
    expect(again).toEqual({
      kind: "connected",
      userId: first.userId,
      patientId: first.patientId,
      connectionId: first.connectionId,
      isNewPerson: false,
    });
    const token = await currentAccessToken(first.access, first.connectionId, { db, refresh: refuse });
    expect(token.ok && token.value.token.reveal()).toBe("CANARY_access_second");
  });

  it("makes one person of two first visits at the same moment", async () => {
    const [a, b] = await Promise.all([comeBack(db, "twice"), comeBack(db, "twice")]);
    expect(a.kind === "connected" && b.kind === "connected" && a.patientId === b.patientId).toBe(true);
  });

  it("treats the same userId at another Dexcom or for another client as another person", async () => {
    const here = await connectedPerson(db, "same-id");
    const elsewhere = await comeBack(db, "same-id", { environment: "eu" });
    const otherClient = await comeBack(db, "same-id", { clientId: "another" });
    const people = [here, elsewhere, otherClient].map((one) =>
      "patientId" in one ? one.patientId : one.kind,
    );
    expect(new Set(people).size).toBe(3);
  });

  it("never attaches another account to the person who reconnects", async () => {
    const mine = await connectedPerson(db, "mine");
    await connectedPerson(db, "somebody-else");
    const rows = async () => [
      await count("patient"),
      await count("connection"),
      await count("dexcom_identity"),
    ];
    const before = await rows();
    for (const subject of ["somebody-else", "never-seen"])
      expect(await comeBack(db, subject, { purpose: "reconnect", sessionUserId: mine.userId })).toEqual({
        kind: "wrong-account",
      });
    expect(await comeBack(db, "mine", { purpose: "reconnect", sessionUserId: null })).toEqual({
      kind: "wrong-account",
    });
    expect(await rows()).toEqual(before);
  });

  it("records who agreed: the person themselves, or a parent or guardian", async () => {
    const child = await comeBack(db, "child", { consentId: await consent(db, "guardian") });
    expect(child.kind === "connected" && (await count("patient_owner", "role = 'guardian'"))).toBe(1);
  });
});

describe("access", () => {
  it("is the owner's; unknown, foreign and malformed ids get the very same refusal", async () => {
    const mine = await connectedPerson(db, "owner");
    const theirs = await connectedPerson(db, "other-owner");
    const { userId, patientId } = mine;
    expect((await accessAsOwner({ userId, patient: patientId }, { db })).patientId).toBe(patientId);
    expect((await accessAsOwner({ userId, patient: "me" }, { db })).patientId).toBe(patientId);
    const refusals = await Promise.all(
      [theirs.patientId, newId(), "nonsense", "", "' OR 1=1"].map((patient) =>
        accessAsOwner({ userId, patient }, { db }).catch((error: unknown) => JSON.stringify(error)),
      ),
    );
    expect(new Set(refusals)).toEqual(
      new Set([
        JSON.stringify({
          name: "AppError",
          code: "not_found",
          detail: "There is no such person here.",
          refusal: "no-such-person",
        }),
      ]),
    );
  });

  it("is looked up and used in one transaction, which then shows this patient and nobody else", async () => {
    const { userId, patientId } = await connectedPerson(db, "reads-at-once");
    const theirs = await connectedPerson(db, "somebody-beside");
    const looking = { what: "overview", network: null } as const;
    const seen = await readPatient(
      { userId, patient: "me", ...looking },
      async (access, options) => ({
        patientId: access.patientId,
        connections: await options.tx?.connection.findMany({ select: { patientId: true } }),
        view: await connectionView(access, options),
      }),
      { db },
    );
    expect(seen).toMatchObject({ patientId, connections: [{ patientId }], view: { status: "importing" } });
    let wasRead = false;
    const read = async () => {
      wasRead = true;
      return {};
    };
    await expect(
      readPatient({ userId, patient: theirs.patientId, ...looking }, read, { db }),
    ).rejects.toThrow(/not_found/);
    expect(wasRead).toBe(false);
  });

  it("to one patient shows nothing in a transaction about another", async () => {
    const mine = await connectedPerson(db, "in-the-wrong-place");
    const theirs = await connectedPerson(db, "in-the-right-place");
    const access = await accessAsOwner({ userId: mine.userId, patient: "me" }, { db });
    expect(await connectionView(access, { db })).not.toBeNull();
    const { view } = await readPatient(
      { userId: theirs.userId, patient: "me", what: "overview", network: null },
      async (_, options) => ({ view: await connectionView(access, options) }),
      { db },
    );
    expect(view).toBeNull();
  });

  it("of the background import reads and writes readings, and can neither disconnect nor erase", async () => {
    const { connectionId } = await connectedPerson(db, "synced");
    const access = await accessForSync(connectionId, { db });
    expect(access?.capability).toBe("sync");
    expect(() => access?.demand("import")).not.toThrow();
    expect(() => access?.demand("disconnect")).toThrow(/forbidden/);
    expect(() => access?.demand("erase")).toThrow(/forbidden/);
    expect(await accessForSync(newId(), { db })).toBeNull();
  });
});

describe("disconnecting", () => {
  const withReadings = async (subject: string) => {
    const tokens = someTokens(subject);
    const person = await connectedPerson(db, subject, tokens);
    const { patientId, connectionId, access } = person;
    await inPatientTransaction(
      access,
      async (tx) => {
        await tx.dayBlock.create({
          data: {
            patientId,
            source: "dexcom",
            kind: "egv",
            day: new Date("2026-01-01"),
            revision: 1,
            format: 1,
            sealed: Buffer.from("sealed"),
          },
        });
        await tx.syncCursor.create({ data: { connectionId, patientId, kind: "egv" } });
        await tx.syncRun.create({
          data: { id: newId(), connectionId, patientId, trigger: "first", startedAt: new Date() },
        });
      },
      { db },
    );
    return { ...person, server: new RotatingServer(tokens) };
  };

  it("spends the stored token, destroys tokens and key, withdraws consent and keeps the data when asked", async () => {
    const { access, patientId, connectionId, server } = await withReadings("keeps");
    await disconnect(access, { keepData: true }, { db, refresh: server.refresh });
    expect(server.calls).toBe(1);
    expect(await server.refresh(someTokens("keeps").refreshToken)).toMatchObject({ ok: false });
    expect(await count("connection_token", "connection_id = $1", [connectionId])).toBe(0);
    expect(await count("keys.connection_key", "connection_id = $1", [connectionId])).toBe(0);
    expect(await count("consent", "patient_id = $1 AND withdrawn_at IS NULL", [patientId])).toBe(0);
    expect(await count("day_block", "patient_id = $1", [patientId])).toBe(1);
    expect(await connectionView(access, { db })).toMatchObject({
      status: "disconnected",
      reason: "disconnected",
      nextSyncAt: null,
      syncing: false,
      progress: null,
    });
    expect(await actionsOf(patientId)).toEqual(
      expect.arrayContaining(["connection.disconnected", "consent.withdrawn"]),
    );
  });

  it("deletes readings, cursors and what could not be read when that is asked, also afterwards", async () => {
    const { access, patientId, server } = await withReadings("deletes");
    await disconnect(access, { keepData: true }, { db, refresh: server.refresh });
    await disconnect(access, { keepData: false }, { db, refresh: server.refresh });
    expect(await count("day_block", "patient_id = $1", [patientId])).toBe(0);
    expect(await count("sync_cursor", "patient_id = $1", [patientId])).toBe(0);
    expect(await dataReach(access, { db })).toEqual({
      historyFrom: null,
      checkedThrough: null,
      dataThrough: null,
      newestOffsetMinutes: null,
    });
    expect(await actionsOf(patientId)).toContain("data.deleted");
    const actions = await actionsOf(patientId);
    expect(actions.filter((action) => action === "connection.disconnected")).toHaveLength(1);
  });

  it("works although Dexcom does not answer", async () => {
    const { access, connectionId } = await withReadings("unreachable");
    await disconnect(access, { keepData: true }, { db, refresh: refuse });
    expect(await count("connection_token", "connection_id = $1", [connectionId])).toBe(0);
  });

  it("leaves sign-in as identity only until the person reconnects", async () => {
    const { access, userId, patientId, connectionId, server } = await withReadings("identity");
    await disconnect(access, { keepData: true }, { db, refresh: server.refresh });
    expect(await comeBack(db, "identity", { tokens: someTokens("thrown-away") })).toEqual({
      kind: "identified",
      userId,
      patientId,
    });
    expect(await count("connection_token", "connection_id = $1", [connectionId])).toBe(0);
    expect((await connectionView(access, { db }))?.status).toBe("disconnected");

    const back = await comeBack(db, "identity", { purpose: "reconnect", sessionUserId: userId });
    expect(back).toMatchObject({ kind: "connected", connectionId, patientId });
    expect((await connectionView(access, { db }))?.status).toBe("active");
    expect(await actionsOf(patientId)).toContain("connection.reconnected");
  });

  it("shows its runs in the log, the newest first", async () => {
    const { access } = await withReadings("log");
    expect(await syncLog(access, { db })).toMatchObject([
      { trigger: "first", outcome: null, finishedAt: null },
    ]);
  });
});

describe("how a connection says it stands", () => {
  const HOUR = 3_600_000;
  const status = async (subject: string, set: string) => {
    const { access, connectionId, patientId } = await connectedPerson(db, subject);
    await owner.query(
      `INSERT INTO sync_cursor (connection_id, patient_id, kind, backfill_from, backfilled_to, windows_done, windows_total)
       VALUES ($1, $2, 'egv', '2025-01-01Z', '2025-01-01Z', 12, 12)`,
      [connectionId, patientId],
    );
    await owner.query(`UPDATE connection SET ${set} WHERE id = $1`, [connectionId]);
    return connectionView(access, { db });
  };

  it("active once everything has been read", async () => {
    expect(await status("view-active", "failures = 0")).toMatchObject({
      status: "active",
      reason: null,
      progress: null,
    });
  });

  it("retrying while Dexcom has trouble", async () => {
    expect(await status("view-trouble", "failures = 2, last_outcome = 'upstream-down'")).toMatchObject({
      status: "retrying",
      lastOutcome: "upstream-down",
    });
  });

  it("needs the person, and says why", async () => {
    const set = "status = 'reconnect_needed', status_reason = 'revoked', next_sync_at = NULL";
    expect(await status("view-revoked", set)).toMatchObject({
      status: "reconnect-needed",
      reason: "revoked",
    });
  });

  it("syncing only while somebody holds the lease", async () => {
    expect(await status("view-held", "sync_until = now() + interval '30 seconds'")).toMatchObject({
      syncing: true,
    });
    expect(await status("view-lost", "sync_until = now() - interval '1 second'")).toMatchObject({
      syncing: false,
    });
  });

  it("importing, with how far it has come and how long it may take", async () => {
    const { access, connectionId, patientId } = await connectedPerson(db, "view-importing");
    expect(await connectionView(access, { db })).toMatchObject({ status: "importing", progress: null });
    await owner.query(
      `INSERT INTO sync_cursor (connection_id, patient_id, kind, backfill_from, backfilled_to, windows_done, windows_total)
       VALUES ($1, $2, 'egv', '2025-01-01Z', '2025-10-01Z', 3, 12)`,
      [connectionId, patientId],
    );
    const startedAt = Date.UTC(2026, 0, 1);
    await owner.query(
      `INSERT INTO sync_run (id, connection_id, patient_id, trigger, started_at) VALUES (gen_random_uuid(), $1, $2, 'first', $3)`,
      [connectionId, patientId, new Date(startedAt)],
    );
    const view = await connectionView(access, { db, clock: { now: () => startedAt + HOUR } });
    expect(view).toMatchObject({
      status: "importing",
      progress: {
        windowsDone: 3,
        windowsTotal: 12,
        fetchingFrom: Date.UTC(2025, 9, 1),
        secondsLeft: 3 * 3_600,
      },
    });
  });
});
