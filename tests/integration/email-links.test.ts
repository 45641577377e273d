import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import { deleteAccount, removeWayIn, saveName } from "@/lib/accounts/mutations";
import { countLinkAsked, LINK_LIMITS } from "@/lib/accounts/mutations-attempts";
import {
  askForLink,
  type LinkAsked,
  type LinkProof,
  openLink,
  type ReturningBrowser,
  sweepLinks,
} from "@/lib/accounts/mutations-link";
import { userActor } from "@/lib/audit/schema";
import { startSession } from "@/lib/auth/adapter";
import { openAttemptsPool } from "@/lib/db/attempts";
import { type Database, openDatabase } from "@/lib/db/client";
import { inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { newId, newSecretToken } from "@/lib/ids";
import { comeBack } from "@/tests/integration/records-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let db: Database;
let owner: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  owner = new Pool({ connectionString: database.superuserUrl, max: 1 });
});

afterAll(async () => {
  await db.$disconnect();
  await owner.end();
  await database.drop();
});

let counter = 0;
const someAddress = () => `person-${(counter += 1)}@clinic.example`;

interface Secrets {
  readonly token: string;
  readonly code: string;
}

/** Asks for a message and gives what stands in it. */
async function ask(more: Partial<LinkAsked> & Pick<LinkAsked, "address" | "browserToken">): Promise<Secrets> {
  let written: Secrets | undefined;
  const compose = (secrets: Secrets) => {
    written = secrets;
    return { subject: "Sign in", text: `token ${secrets.token} code ${secrets.code}` };
  };
  await askForLink({ purpose: "sign-in", member: null, compose, ...more }, { db });
  if (!written) throw new Error("Nothing was written.");
  return written;
}

const open = (proof: LinkProof, browser: Partial<ReturningBrowser>) =>
  openLink(proof, { browserToken: null, member: null, ...browser }, { db });

/** Somebody who signed in with a new address. */
async function newcomer(address = someAddress()) {
  const browserToken = newSecretToken();
  const { token } = await ask({ address, browserToken });
  const opened = await open({ token }, { browserToken });
  if (!opened.ok) throw new Error(opened.error);
  return { userId: opened.value.userId, address };
}

async function newMember(userId: string) {
  const { sessionId } = await startSession(userId, { method: "email", place: null }, db);
  return { sessionId, userId };
}

describe("a message to sign in", () => {
  it("makes a person of an address that was never here, and finds the same one again", async () => {
    const { userId, address } = await newcomer();
    expect(await newcomer(address)).toEqual({ userId, address });
    expect(await accountOf(userId, { db })).toMatchObject({
      name: null,
      email: { address },
      hasDexcom: false,
    });
  });

  it("works once, by link or by code", async () => {
    const browserToken = newSecretToken();
    const { token, code } = await ask({ address: someAddress(), browserToken });
    expect(
      (await open({ code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}` }, { browserToken })).ok,
    ).toBe(true);
    expect(await open({ code }, { browserToken })).toMatchObject({ error: "link-too-late" });
    expect(await open({ token }, { browserToken })).toMatchObject({ error: "link-too-late" });
  });

  it("works once when it is opened twenty times at the same moment", async () => {
    const browserToken = newSecretToken();
    const { token } = await ask({ address: someAddress(), browserToken });
    const opened = await Promise.all(Array.from({ length: 20 }, () => open({ token }, { browserToken })));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("makes one person of two first messages that are opened at the same moment", async () => {
    const address = someAddress();
    const both = await Promise.all(
      Array.from({ length: 2 }, async () => {
        const browserToken = newSecretToken();
        return { browserToken, ...(await ask({ address, browserToken })) };
      }),
    );
    const opened = await Promise.all(
      both.map(({ token, browserToken }) => open({ token }, { browserToken })),
    );
    const users = new Set(opened.map((one) => (one.ok ? one.value.userId : one.error)));
    expect(users.size).toBe(1);
    expect(opened.every(({ ok }) => ok)).toBe(true);
  });

  it("opens only in the browser that asked, and still opens there afterwards", async () => {
    const browserToken = newSecretToken();
    const { token, code } = await ask({ address: someAddress(), browserToken });
    for (const other of [null, newSecretToken()]) {
      expect(await open({ token }, { browserToken: other })).toMatchObject({ error: "link-other-browser" });
      expect((await open({ code }, { browserToken: other })).ok).toBe(false);
    }
    expect((await open({ code }, { browserToken })).ok).toBe(true);
  });

  it("is worth nothing after ten minutes, by the database's clock, and is swept", async () => {
    const browserToken = newSecretToken();
    const { token, code } = await ask({ address: someAddress(), browserToken });
    const lives = await owner.query<{ minutes: number }>(
      "SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes FROM sign_in_link ORDER BY created_at DESC LIMIT 1",
    );
    expect(lives.rows[0]?.minutes).toBe(10);
    await owner.query("UPDATE sign_in_link SET expires_at = now() - interval '1 second'");
    expect(await open({ token }, { browserToken })).toMatchObject({ error: "link-too-late" });
    expect(await open({ code }, { browserToken })).toMatchObject({ error: "link-too-late" });
    await sweepLinks({ db });
    expect((await owner.query("SELECT 1 FROM sign_in_link")).rowCount).toBe(0);
  });

  it("forgives four wrong codes; after the fifth only the link itself opens", async () => {
    const browserToken = newSecretToken();
    const address = someAddress();
    const first = await ask({ address, browserToken });
    const wrong = () => open({ code: first.code === "22222222" ? "33333333" : "22222222" }, { browserToken });
    for (let i = 0; i < 4; i += 1) expect(await wrong()).toMatchObject({ error: "wrong-code" });
    const second = await ask({ address, browserToken });
    expect(await open({ code: "no code" }, { browserToken })).toMatchObject({ error: "wrong-code" });
    expect(await open({ code: first.code }, { browserToken })).toMatchObject({ error: "wrong-code" });
    expect((await open({ code: second.code }, { browserToken })).ok).toBe(true);

    const third = await ask({ address, browserToken });
    for (let i = 0; i < 5; i += 1) await open({ code: "wrong" }, { browserToken });
    expect(await open({ code: third.code }, { browserToken })).toMatchObject({ error: "link-too-late" });
    expect((await open({ token: third.token }, { browserToken })).ok).toBe(true);
  });

  it("leaves neither address nor secrets nor a name in the clear anywhere in the database", async () => {
    const address = "canary.address@clinic.example";
    const browserToken = newSecretToken();
    const secrets = await ask({ address, browserToken });
    const dump = async () => {
      const tables = [
        "app_user",
        "session",
        "email_identity",
        "sign_in_link",
        "mail_message",
        "rate_limit",
        "audit_event",
      ];
      const rows = await Promise.all(
        tables.map(
          async (table) => (await owner.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`)).rows,
        ),
      );
      return JSON.stringify(rows);
    };
    const before = await dump();
    const opened = await open({ token: secrets.token }, { browserToken });
    if (!opened.ok) throw new Error(opened.error);
    await saveName(opened.value.userId, "Canary Name", { db });
    const after = await dump();
    const bytes = (text: string) => Buffer.from(text, "utf8").toString("hex");
    for (const secret of [address, "Canary Name", secrets.token, secrets.code, browserToken])
      for (const text of [before, after])
        for (const spelling of [secret, bytes(secret), Buffer.from(secret).toString("base64url")])
          expect(text).not.toContain(spelling);
    // The search would find what is there.
    expect(after).toContain(opened.value.userId);
    expect(await accountOf(opened.value.userId, { db })).toMatchObject({ name: "Canary Name" });
  });
});

describe("throttling", () => {
  it("counts address and network together, address alone and network alone, and never says whether an address is known", async () => {
    const pool = openAttemptsPool(database.appUrl);
    const asks = async (count: number, one: (i: number) => { address: string; network: string }) => {
      const results = [];
      for (let i = 0; i < count; i += 1)
        results.push(
          await countLinkAsked(one(i), { pool }).then(
            () => "ok",
            () => "refused",
          ),
        );
      return results.filter((result) => result === "ok").length;
    };
    const { addressFromNetwork, address, network } = LINK_LIMITS;
    const victim = someAddress();
    expect(await asks(12, () => ({ address: victim, network: "192.0.2.0/24" }))).toBe(addressFromNetwork.max);
    // The same person elsewhere is not locked out by what a stranger did there.
    expect(await asks(1, () => ({ address: victim, network: "198.51.100.0/24" }))).toBe(1);
    expect(await asks(40, (i) => ({ address: victim, network: `203.0.${i}.0/24` }))).toBe(
      address.max - addressFromNetwork.max - 1,
    );
    expect(await asks(40, (i) => ({ address: `${i}@many.example`, network: "192.0.3.0/24" }))).toBe(
      network.max,
    );
    const keys = await owner.query<{ key: string }>("SELECT key FROM rate_limit");
    expect(JSON.stringify(keys.rows)).not.toMatch(/clinic\.example|192\.0\.2/);
    await pool.end();
  });
});

describe("a second way in", () => {
  it("is an address that the signed-in person confirmed in the same session", async () => {
    const patient = await comeBack(db, "second-way");
    if (patient.kind !== "connected") throw new Error(patient.kind);
    const member = await newMember(patient.userId);
    const address = someAddress();
    const browserToken = newSecretToken();
    const { token } = await ask({ address, browserToken, purpose: "add-address", member });
    expect(await open({ token }, { browserToken, member })).toMatchObject({
      value: { kind: "address-added" },
    });
    // From now on the address leads to the patient's own account, without Dexcom.
    expect(await newcomer(address)).toMatchObject({ userId: patient.userId });
    expect(await accountOf(patient.userId, { db })).toMatchObject({ hasDexcom: true, email: { address } });
  });

  it("is worth nothing in another session, another person's session or none", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const member = await newMember(one.userId);
    for (const wrong of [null, await newMember(one.userId), await newMember(other.userId)]) {
      const browserToken = newSecretToken();
      const { token } = await ask({ address: someAddress(), browserToken, purpose: "add-address", member });
      expect(await open({ token }, { browserToken, member: wrong })).toMatchObject({
        error: "session-ended",
      });
    }
    expect(await accountOf(one.userId, { db })).toMatchObject({ email: { address: one.address } });
  });

  it("never joins two people: an address of somebody else is refused and nothing changes", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const member = await newMember(one.userId);
    const browserToken = newSecretToken();
    const { token } = await ask({ address: other.address, browserToken, purpose: "add-address", member });
    expect(await open({ token }, { browserToken, member })).toMatchObject({ error: "address-taken" });
    expect(await accountOf(one.userId, { db })).toMatchObject({ email: { address: one.address } });
    expect(await newcomer(other.address)).toMatchObject({ userId: other.userId });
  });

  it("takes the place of the address before, which then is a stranger's again", async () => {
    const { userId, address } = await newcomer();
    const member = await newMember(userId);
    const browserToken = newSecretToken();
    const next = someAddress();
    const { token } = await ask({ address: next, browserToken, purpose: "add-address", member });
    await open({ token }, { browserToken, member });
    expect(await accountOf(userId, { db })).toMatchObject({ email: { address: next } });
    expect((await newcomer(address)).userId).not.toBe(userId);
  });

  it("can be removed while another way is left, and not otherwise", async () => {
    const alone = await newcomer();
    await expect(removeWayIn(alone.userId, "email", { db })).rejects.toMatchObject({
      refusal: "only-way-in",
    });
    const patient = await comeBack(db, "removes-address");
    if (patient.kind !== "connected") throw new Error(patient.kind);
    const member = await newMember(patient.userId);
    const browserToken = newSecretToken();
    const { token } = await ask({ address: someAddress(), browserToken, purpose: "add-address", member });
    await open({ token }, { browserToken, member });
    await removeWayIn(patient.userId, "email", { db });
    expect(await accountOf(patient.userId, { db })).toMatchObject({ email: null, hasDexcom: true });
    await expect(removeWayIn(patient.userId, "email", { db })).rejects.toMatchObject({
      refusal: "no-such-entry",
    });
  });

  it("proves who somebody is only to themselves", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const member = await newMember(one.userId);
    const confirm = async (address: string) => {
      const browserToken = newSecretToken();
      const { token } = await ask({ address, browserToken, purpose: "confirm", member });
      return open({ token }, { browserToken, member });
    };
    expect(await confirm(one.address)).toMatchObject({
      value: { kind: "confirmed", sessionId: member.sessionId },
    });
    expect(await confirm(other.address)).toMatchObject({ error: "address-changed" });
  });
});

describe("an account without data", () => {
  it("is deleted with its key, its ways in, its sessions and the log about it", async () => {
    const { userId, address } = await newcomer();
    await newMember(userId);
    await deleteAccount(userId, { db });
    expect(await accountOf(userId, { db })).toBeNull();
    const tables = await owner.query<{ name: string }>(`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
      WHERE column_name = 'user_id' AND table_schema IN ('public', 'keys')`);
    expect(tables.rowCount).toBeGreaterThan(4);
    for (const { name } of tables.rows)
      expect((await owner.query(`SELECT 1 FROM ${name} WHERE user_id = $1`, [userId])).rowCount, name).toBe(
        0,
      );
    expect(
      (await owner.query("SELECT 1 FROM audit_event WHERE actor = $1", [userActor(userId)])).rowCount,
    ).toBe(0);
    expect((await newcomer(address)).userId).not.toBe(userId);
  });

  it("is not deleted this way when somebody's glucose belongs to it", async () => {
    const patient = await comeBack(db, "holds-data");
    if (patient.kind !== "connected") throw new Error(patient.kind);
    await expect(deleteAccount(patient.userId, { db })).rejects.toMatchObject({ refusal: "holds-data" });
    expect(await accountOf(patient.userId, { db })).not.toBeNull();
  });
});

describe("the second wall", () => {
  it("shows addresses and keys to their own person only, and links to sign-in only", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    await ask({ address: someAddress(), browserToken: newSecretToken() });
    const seenBy = (userId: string) =>
      inUserTransaction(
        userActor(userId),
        async (tx) => ({
          addresses: await tx.emailIdentity.count(),
          keys: await tx.userKey.count(),
          links: await tx.signInLink.count(),
          mail: await tx.mailMessage.count(),
        }),
        { db },
      );
    for (const { userId } of [one, other])
      expect(await seenBy(userId)).toEqual({ addresses: 1, keys: 1, links: 0, mail: 0 });
    expect(await seenBy(newId())).toEqual({ addresses: 0, keys: 0, links: 0, mail: 0 });
    const [links, keys] = await inSystemTransaction(
      "system:sign-in",
      async (tx) => [await tx.signInLink.count(), await tx.userKey.count()],
      { db },
    );
    expect(links).toBeGreaterThan(0);
    expect(keys).toBe(0);
  });
});
