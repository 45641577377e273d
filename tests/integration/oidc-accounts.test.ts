import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import { userKey } from "@/lib/accounts/keys";
import { type OidcPerson, signInWithOidc, takeOidcAnswer } from "@/lib/accounts/mutations-oidc";
import { oidcSubjectHash, openClaims } from "@/lib/accounts/oidc-identity";
import { userActor } from "@/lib/audit/schema";
import { UnsealError } from "@/lib/crypto/errors";
import { openAttemptsPool } from "@/lib/db/attempts";
import type { Database } from "@/lib/db/client";
import { inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { newSecretToken } from "@/lib/ids";
import { type AccountsWorld, openAccounts } from "@/tests/integration/accounts-support";

let world: AccountsWorld;
let db: Database;
let superuser: Client;

beforeAll(async () => {
  world = await openAccounts();
  ({ db, superuser } = world);
});

afterAll(() => world.close());

const ISSUER = "https://login.hospital.example";
const ANA = { name: "Ana CANARY_name", email: "canary_address@hospital.example", emailVerified: true };

const person = (subject: string, change: Partial<OidcPerson> = {}): OidcPerson => ({
  issuer: ISSUER,
  subject,
  claims: ANA,
  ...change,
});
const signIn = async (who: OidcPerson) => (await signInWithOidc(who, { db })).userId;

interface Identity {
  readonly id: string;
  readonly user_id: string;
  readonly sealed: Buffer;
}

/** Rows of this account, whoever may see them. */
async function identitiesOf(subject: string, issuer = ISSUER): Promise<Identity[]> {
  const { rows } = await superuser.query<Identity>(
    "SELECT id, user_id, sealed FROM oidc_identity WHERE issuer = $1 AND subject_hmac = $2",
    [issuer, oidcSubjectHash({ issuer, subject })],
  );
  return rows;
}

async function claimsOf(subject: string) {
  const [row] = await identitiesOf(subject);
  if (!row) throw new Error("Nobody has this subject.");
  const key = await inUserTransaction(userActor(row.user_id), (tx) => userKey(tx, row.user_id), { db });
  return openClaims(row.sealed, { identityId: row.id, userId: row.user_id }, key);
}

const countIn = async (table: "app_user" | "oidc_identity") =>
  (await superuser.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]?.count;

describe("somebody whom the hospital's provider sent", () => {
  it("is one person for issuer and subject, with nothing but this way in", async () => {
    const first = await signIn(person("ana"));
    expect(await signIn(person("ana"))).toBe(first);
    expect(await accountOf(first, { db })).toMatchObject({ email: null, hasDexcom: false, hasOidc: true });
    const actor = userActor(first);
    const events = await inUserTransaction(actor, (tx) => tx.auditEvent.findMany({ where: { actor } }), {
      db,
    });
    expect(events.map(({ action, detail }) => ({ action, detail }))).toEqual([
      { action: "account.created", detail: { method: "oidc" } },
    ]);
  });

  it("is somebody else under another subject, another issuer or another spelling, whatever the address", async () => {
    const people = await Promise.all(
      [
        person("bea"),
        person("Bea"),
        person("bea "),
        person("bea", { issuer: `${ISSUER}/` }),
        person("bea", { issuer: "https://other.example" }),
      ].map(signIn),
    );
    expect(new Set(people).size).toBe(5);
  });

  it("is one person when ten first sign-ins arrive at once, and leaves nobody behind", async () => {
    const before = await countIn("app_user");
    const ids = await Promise.all(Array.from({ length: 10 }, () => signIn(person("carl"))));
    expect(new Set(ids).size).toBe(1);
    expect(await identitiesOf("carl")).toHaveLength(1);
    expect(await countIn("app_user")).toBe((before ?? 0) + 1);
  });

  it("leaves nothing at all when one part of it cannot be written", async () => {
    const before = [await countIn("app_user"), await countIn("oidc_identity")];
    await superuser.query(
      "ALTER TABLE oidc_identity ADD CONSTRAINT full_up CHECK (issuer <> 'https://full.example')",
    );
    await expect(signIn(person("dora", { issuer: "https://full.example" }))).rejects.toThrow(/full_up/);
    expect([await countIn("app_user"), await countIn("oidc_identity")]).toEqual(before);
  });

  it("has the name and the address that the provider says today", async () => {
    await signIn(person("eva"));
    const [before] = await identitiesOf("eva");
    await signIn(person("eva"));
    // The same again is not written again.
    expect((await identitiesOf("eva"))[0]?.sealed).toEqual(before?.sealed);
    const married = { name: "Eva Nueva", email: null, emailVerified: false };
    await signIn(person("eva", { claims: married }));
    expect(await claimsOf("eva")).toEqual(married);
  });
});

describe("what is kept of them", () => {
  it("is sealed: a dump holds neither name, address nor subject", async () => {
    await signIn(person("CANARY_subject"));
    expect(await claimsOf("CANARY_subject")).toEqual(ANA);
    const { rows: tables } = await superuser.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'keys', 'pgboss')",
    );
    const parts: string[] = [];
    for (const { name } of tables)
      parts.push(JSON.stringify((await superuser.query(`SELECT t::text FROM ${name} AS t`)).rows));
    const dump = parts.join("\n");
    const spellings = ["CANARY_name", "canary_address", "CANARY_subject"].flatMap((secret) => [
      secret,
      Buffer.from(secret).toString("hex"),
      Buffer.from(secret).toString("base64").slice(0, -4),
    ]);
    expect(spellings.filter((secret) => dump.includes(secret))).toEqual([]);
    // The same search finds what is really there.
    expect(dump).toContain(ISSUER);
  });

  it("opens for its own row and person only", async () => {
    const mine = await signIn(person("fay"));
    const theirs = await signIn(person("gus"));
    const [row] = await identitiesOf("fay");
    const [other] = await identitiesOf("gus");
    if (!row || !other) throw new Error("Both have signed in.");
    const key = await inUserTransaction(userActor(mine), (tx) => userKey(tx, mine), { db });
    const open = (place: { identityId: string; userId: string }) => openClaims(row.sealed, place, key);
    expect(open({ identityId: row.id, userId: mine })).toEqual(ANA);
    expect(() => open({ identityId: other.id, userId: mine })).toThrow(UnsealError);
    expect(() => open({ identityId: row.id, userId: theirs })).toThrow(UnsealError);
  });

  it("is out of sight for everybody else, and cannot be moved to them", async () => {
    const owner = await signIn(person("hal"));
    const stranger = await signIn(person("ida"));
    const [row] = await identitiesOf("hal");
    const asStranger = <T>(work: Parameters<typeof inUserTransaction<T>>[1]) =>
      inUserTransaction(userActor(stranger), work, { db });
    const seen = await asStranger((tx) => tx.oidcIdentity.findMany({ select: { userId: true } }));
    expect(seen).toEqual([{ userId: stranger }]);
    const where = { id: row?.id ?? "" };
    const moved = await asStranger((tx) => tx.oidcIdentity.updateMany({ where, data: { userId: stranger } }));
    expect(moved.count).toBe(0);
    await expect(
      asStranger((tx) => tx.oidcIdentity.updateMany({ where: {}, data: { userId: owner } })),
    ).rejects.toThrow(/row-level security/);
    // Sign-in may look, and only look.
    const changed = await inSystemTransaction(
      "system:sign-in",
      (tx) => tx.oidcIdentity.updateMany({ where, data: { issuer: "https://evil.example" } }),
      { db },
    );
    expect(changed.count).toBe(0);
    expect((await identitiesOf("hal")).map(({ user_id }) => user_id)).toEqual([owner]);
  });
});

it("an answer is taken once, however many arrive at the same time", async () => {
  const pool = openAttemptsPool(world.database.appUrl);
  const [state, other] = [newSecretToken(), newSecretToken()];
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeOidcAnswer(state, { pool })));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await takeOidcAnswer(state, { pool })).toBe(false);
  expect(await takeOidcAnswer(other, { pool })).toBe(true);
  const { rows } = await superuser.query("SELECT key FROM rate_limit");
  expect(JSON.stringify(rows)).not.toContain(state);
  await pool.end();
});
