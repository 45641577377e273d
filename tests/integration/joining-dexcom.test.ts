import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import type { Member } from "@/lib/accounts/member";
import { deleteAccount, removeWayIn } from "@/lib/accounts/mutations";
import { signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { beginTrip, takeTrip } from "@/lib/connections/mutations-trip";
import type { Database } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { accessAsOwner } from "@/lib/sharing/access";
import { type AccountsWorld, memberOf, openAccounts } from "@/tests/integration/accounts-support";
import { comeBack, connectedPerson, consent } from "@/tests/integration/records-support";

let world: AccountsWorld;
let db: Database;
let superuser: Client;

beforeAll(async () => {
  world = await openAccounts();
  ({ db, superuser } = world);
});

afterAll(() => world.close());

const sessionOf = (userId: string) => memberOf(db, userId, "oidc");

/** Somebody who came by their organisation, is signed in and has no data. */
async function clinician(subject: string): Promise<Member> {
  const claims = { name: null, email: null, emailVerified: false };
  const { userId } = await signInWithOidc({ issuer: "https://login.example", subject, claims }, { db });
  return sessionOf(userId);
}

/** Comes back from Dexcom as `subject` to join that account to `member`. */
const join = (subject: string, { sessionId, userId }: Member, consentId?: string) =>
  comeBack(db, subject, {
    purpose: "join",
    sessionId,
    sessionUserId: userId,
    ...(consentId === undefined ? {} : { consentId }),
  });

/** How many rows there are of all that a joining would make. */
async function everything(): Promise<unknown> {
  const tables = [
    "app_user",
    "patient",
    "patient_owner",
    "dexcom_identity",
    "connection",
    "connection_token",
    "keys.patient_key",
    "keys.connection_key",
    "audit_event",
  ];
  const { rows } = await superuser.query(
    `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS "${table}"`).join(", ")},
       (SELECT count(*) FROM consent WHERE patient_id IS NOT NULL) AS consents`,
  );
  return rows[0];
}

describe("a Dexcom account that nobody has here", () => {
  it("becomes the own one of whoever is signed in: patient, ownership, key, consent and connection at once", async () => {
    const ana = await clinician("ana");
    const joined = await join("ana", ana, await consent(db, "guardian"));
    if (joined.kind !== "joined") throw new Error(joined.kind);
    const { patientId, connectionId } = joined;
    expect(joined).toMatchObject({ userId: ana.userId, isNewPerson: false });
    const { rows } = await superuser.query(
      `SELECT (SELECT role FROM patient_owner WHERE patient_id = $1 AND user_id = $2) AS role,
              (SELECT count(*)::int FROM dexcom_identity WHERE patient_id = $1 AND user_id = $2) AS identities,
              (SELECT count(*)::int FROM keys.patient_key WHERE patient_id = $1) AS keys,
              (SELECT grantor FROM consent WHERE patient_id = $1) AS grantor,
              (SELECT status FROM connection WHERE id = $3) AS status,
              (SELECT count(*)::int FROM connection_token WHERE connection_id = $3) AS tokens`,
      [patientId, ana.userId, connectionId],
    );
    expect(rows).toEqual([
      { role: "guardian", identities: 1, keys: 1, grantor: "guardian", status: "active", tokens: 1 },
    ]);
    const log = await superuser.query("SELECT action FROM audit_event WHERE actor = $1 ORDER BY action", [
      `user:${ana.userId}`,
    ]);
    expect(log.rows.map(({ action }) => action)).toEqual([
      "account.created",
      "connection.created",
      "consent.recorded",
      "patient.created",
      "session.started",
      "way-in.added",
    ]);
    expect((await accessAsOwner({ userId: ana.userId, patient: "me" }, { db })).patientId).toBe(patientId);
  });

  it("is a way in from then on, and the other one may go", async () => {
    const bea = await clinician("bea");
    await join("bea", bea);
    expect(await comeBack(db, "bea")).toMatchObject({ kind: "connected", userId: bea.userId });
    await removeWayIn(bea.userId, "oidc", { db });
    expect(await accountOf(bea.userId, { db })).toMatchObject({ hasDexcom: true, hasOidc: false });
  });

  it("joins nobody without a session that is theirs and goes on", async () => {
    const [carl, other] = [await clinician("carl"), await clinician("carl-other")];
    await superuser.query("UPDATE session SET expires_at = now() WHERE id = $1", [other.sessionId]);
    const before = await everything();
    for (const wrong of [other, { ...carl, userId: other.userId }, { ...carl, sessionId: newId() }])
      expect(await join("carl", wrong)).toEqual({ kind: "signed-out" });
    expect(await comeBack(db, "carl", { purpose: "join" })).toEqual({ kind: "signed-out" });
    expect(await everything()).toEqual(before);
  });

  it("leaves nothing behind when one part of it cannot be written", async () => {
    const dora = await clinician("dora");
    const before = await everything();
    await expect(join("dora", dora, newId())).rejects.toThrow(/without its consent/);
    expect(await everything()).toEqual(before);
    expect(await accountOf(dora.userId, { db })).toMatchObject({ hasDexcom: false });
  });
});

describe("a Dexcom account that somebody has here", () => {
  it("never attaches to another person, connected or given up, and nothing is created", async () => {
    const owner = await connectedPerson(db, "eva");
    const eva = await clinician("eva");
    for (const status of ["active", "disconnected"]) {
      await superuser.query("UPDATE connection SET status = $2 WHERE id = $1", [owner.connectionId, status]);
      const before = await everything();
      expect(await join("eva", eva)).toEqual({ kind: "dexcom-taken" });
      expect(await everything()).toEqual(before);
    }
    expect(await comeBack(db, "eva")).toMatchObject({ userId: owner.userId });
  });

  it("leaves no room for another one, nor for itself again", async () => {
    const fay = await clinician("fay");
    await join("fay", fay);
    const patient = await sessionOf((await connectedPerson(db, "fay-patient")).userId);
    const before = await everything();
    for (const [subject, member] of [
      ["fay", fay],
      ["fay-other", fay],
      ["fay-other", patient],
      ["fay-patient", fay],
    ] as const)
      expect(await join(subject, member)).toEqual({ kind: "one-dexcom" });
    expect(await everything()).toEqual(before);
  });
});

describe("what happens at the same moment", () => {
  it("gives a person one of two Dexcom accounts", async () => {
    const gus = await clinician("gus");
    const kinds = (await Promise.all([join("gus.1", gus), join("gus.2", gus)])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["joined", "one-dexcom"]);
    const owned = await superuser.query("SELECT 1 FROM patient_owner WHERE user_id = $1", [gus.userId]);
    expect(owned.rowCount).toBe(1);
  });

  it("gives a Dexcom account to one of two people, or to whoever signs in with it", async () => {
    const [hal, other] = [await clinician("hal"), await clinician("hal-other")];
    const kinds = (await Promise.all([join("hal", hal), join("hal", other)])).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["dexcom-taken", "joined"]);

    const ida = await clinician("ida");
    const [joined, signedIn] = await Promise.all([join("ida", ida), comeBack(db, "ida")]);
    expect(["joined", "dexcom-taken"]).toContain(joined.kind);
    expect("userId" in signedIn && signedIn.userId === ida.userId).toBe(joined.kind === "joined");
  });

  /** Starts one after the other while nobody may go on, so that the first one in line goes first. */
  async function inLine<First, Second>(
    { userId }: Member,
    first: () => Promise<First>,
    second: () => Promise<Second>,
  ) {
    const watcher = new Client({ connectionString: world.database.superuserUrl });
    await watcher.connect();
    const waiting = async () => {
      const { rows } = await watcher.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
      );
      return rows[0]?.count;
    };
    await superuser.query("BEGIN");
    await superuser.query("SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE", [userId]);
    const begun = first();
    await expect.poll(waiting).toBe(1);
    const both = Promise.allSettled([begun, second()]);
    await expect.poll(waiting).toBe(2);
    await superuser.query("COMMIT");
    await watcher.end();
    return both;
  }

  it("leaves no data without an owner when the account is deleted meanwhile", async () => {
    const [jon, kim] = [await clinician("jon"), await clinician("kim")];
    const remove = ({ userId }: Member) => deleteAccount(userId, { db });
    expect(
      await inLine(
        jon,
        () => join("jon", jon),
        () => remove(jon),
      ),
    ).toMatchObject([{ value: { kind: "joined" } }, { reason: { refusal: "holds-data" } }]);
    expect(
      await inLine(
        kim,
        () => remove(kim),
        () => join("kim", kim),
      ),
    ).toMatchObject([{ status: "fulfilled" }, { value: { kind: "signed-out" } }]);
    const orphans = await superuser.query(
      "SELECT 1 FROM patient p WHERE NOT EXISTS (SELECT FROM patient_owner o WHERE o.patient_id = p.id)",
    );
    expect(orphans.rowCount).toBe(0);
  });
});

describe("a trip to join", () => {
  const trip = {
    browserToken: "this-browser",
    environment: "simulator",
    redirectUri: "http://localhost:3000/api/connect/callback/simulator",
  };
  const begin = (sessionId: string | null) =>
    beginTrip({ ...trip, sessionId, purpose: "join", consent: { version: "v1", grantor: "self" } }, { db });

  it("ends as one, in the session that it began in, and never as a sign-in", async () => {
    const sessionId = newId();
    const { state } = await begin(sessionId);
    expect(await takeTrip({ ...trip, sessionId, state }, { db })).toMatchObject({
      value: { purpose: "join" },
    });
    expect(await takeTrip({ ...trip, sessionId, state }, { db })).toMatchObject({ error: "too-late" });
    for (const [other, error] of [
      [null, "signed-out"],
      [newId(), "not-this-browser"],
    ] as const) {
      const begun = await begin(sessionId);
      const taken = await takeTrip({ ...trip, sessionId: other, state: begun.state }, { db });
      expect(taken).toEqual({ ok: false, error });
    }
  });

  it("cannot begin without a session", async () => {
    await expect(begin(null)).rejects.toThrow(/oauth_transaction_session_to_join/);
  });
});
