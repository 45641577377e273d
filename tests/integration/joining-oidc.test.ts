import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import { addressHash, sealAddress } from "@/lib/accounts/email-identity";
import { userKey } from "@/lib/accounts/keys";
import type { Member } from "@/lib/accounts/member";
import { deleteAccount, removeWayIn } from "@/lib/accounts/mutations";
import { beginJoining, joinOidc, sweepJoinings, takeJoining } from "@/lib/accounts/mutations-joining";
import { type OidcPerson, signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { userActor } from "@/lib/audit/schema";
import type { Database } from "@/lib/db/client";
import { inUserTransaction } from "@/lib/db/context";
import { newId, newSecretToken } from "@/lib/ids";
import { type AccountsWorld, memberOf, openAccounts } from "@/tests/integration/accounts-support";
import { connectedPerson } from "@/tests/integration/records-support";

let world: AccountsWorld;
let db: Database;
let superuser: Client;

beforeAll(async () => {
  world = await openAccounts();
  ({ db, superuser } = world);
});

afterAll(() => world.close());

const ISSUER = "https://login.hospital.example";
const person = (subject: string, issuer = ISSUER): OidcPerson => ({
  issuer,
  subject,
  claims: { name: `Dr. ${subject}`, email: null, emailVerified: false },
});
const signIn = async (who: OidcPerson) => (await signInWithOidc(who, { db })).userId;
const join = (who: OidcPerson, member: Member) => joinOidc(who, member, { db });

const sessionOf = (userId: string) => memberOf(db, userId, "dexcom");

/** Somebody who came by Dexcom and is signed in. */
const patient = async (name: string) => sessionOf((await connectedPerson(db, name)).userId);

const endSession = ({ sessionId }: Member) =>
  superuser.query("DELETE FROM session WHERE id = $1", [sessionId]);

/** What must stay as it is when a joining is refused. */
async function everything() {
  const { rows } = await superuser.query(
    `SELECT (SELECT jsonb_agg(i ORDER BY id) FROM oidc_identity i) AS identities,
            (SELECT count(*) FROM app_user) AS people,
            (SELECT count(*) FROM audit_event WHERE action LIKE 'way-in.%') AS audit`,
  );
  return rows[0];
}

async function waysOf({ userId }: Member) {
  const actor = userActor(userId);
  const events = await inUserTransaction(
    actor,
    (tx) => tx.auditEvent.findMany({ where: { actor, action: { startsWith: "way-in." } } }),
    { db },
  );
  return events.map(({ action, detail }) => [action, detail]);
}

describe("an account where somebody works", () => {
  it("joins whoever is signed in, and from then on opens their account", async () => {
    const ana = await patient("ana");
    const before = await everything();
    expect(await join(person("ana"), ana)).toEqual({ ok: true, value: ana });
    expect(await accountOf(ana.userId, { db })).toMatchObject({ hasDexcom: true, hasOidc: true });
    expect(await waysOf(ana)).toEqual([["way-in.added", { method: "oidc" }]]);
    expect(await signIn(person("ana"))).toBe(ana.userId);
    expect(await everything()).toMatchObject({ people: before.people });
  });

  it("that is somebody else's is refused, and nothing changes", async () => {
    const owner = await signIn(person("bea"));
    const bea = await patient("bea");
    const before = await everything();
    expect(await join(person("bea"), bea)).toEqual({ ok: false, error: "oidc-taken" });
    expect(await everything()).toEqual(before);
    expect(await signIn(person("bea"))).toBe(owner);
  });

  it("that is one's own already is added only once", async () => {
    const carl = await patient("carl");
    await join(person("carl"), carl);
    const before = await everything();
    expect(await join(person("carl"), carl)).toMatchObject({ ok: true });
    expect(await everything()).toEqual(before);
  });

  it("is one for each issuer and person", async () => {
    const dora = await patient("dora");
    await join(person("dora"), dora);
    const before = await everything();
    expect(await join(person("dora.2"), dora)).toEqual({ ok: false, error: "oidc-second" });
    expect(await everything()).toEqual(before);
    expect(await join(person("dora", "https://other.example"), dora)).toMatchObject({ ok: true });
    await expect(
      superuser.query(
        `INSERT INTO oidc_identity (id, user_id, issuer, subject_hmac, sealed)
         VALUES (gen_random_uuid(), $1, $2, 'x', '')`,
        [dora.userId, ISSUER],
      ),
    ).rejects.toThrow(/oidc_identity_user_id_issuer_key/);
  });

  it("joins nobody whose session ended meanwhile, or whose session it is not", async () => {
    const [eva, other] = [await patient("eva"), await patient("eva-other")];
    const before = await everything();
    const notHers = { sessionId: eva.sessionId, userId: other.userId };
    await endSession(other);
    for (const wrong of [notHers, other, { ...eva, sessionId: newId() }])
      expect(await join(person("eva"), wrong)).toEqual({ ok: false, error: "oidc-signed-out" });
    await superuser.query("UPDATE session SET absolute_expires_at = now() WHERE id = $1", [eva.sessionId]);
    expect(await join(person("eva"), eva)).toEqual({ ok: false, error: "oidc-signed-out" });
    expect(await everything()).toEqual(before);
  });
});

describe("what happens at the same moment", () => {
  it("gives an account that two people add to one of them", async () => {
    const two = [await patient("fay-1"), await patient("fay-2")];
    const results = await Promise.all(two.map((member) => join(person("fay"), member)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, error: "oidc-taken" });
  });

  it("gives a person one of two accounts", async () => {
    const gus = await patient("gus");
    const results = await Promise.all(["gus.1", "gus.2"].map((subject) => join(person(subject), gus)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, error: "oidc-second" });
    expect(await waysOf(gus)).toHaveLength(1);
  });

  it("makes of a joining and a first sign-in one person with that account", async () => {
    for (const round of ["hal.1", "hal.2", "hal.3"]) {
      const hal = await patient(round);
      const [joined, signedIn] = await Promise.all([join(person(round), hal), signIn(person(round))]);
      expect(signedIn === hal.userId, round).toBe(joined.ok);
      if (!joined.ok) expect(joined.error).toBe("oidc-taken");
    }
  });

  it("leaves nothing of somebody who deletes their account while they join", async () => {
    const ida = await sessionOf(await signIn(person("ida")));
    const [joined] = await Promise.all([
      join(person("ida", "https://other.example"), ida),
      deleteAccount(ida.userId, { db }),
    ]);
    if (!joined.ok) expect(joined.error).toBe("oidc-signed-out");
    const left = await superuser.query("SELECT 1 FROM oidc_identity WHERE user_id = $1", [ida.userId]);
    expect(left.rowCount).toBe(0);
  });
});

describe("the answer to a joining", () => {
  async function begin(member: Member): Promise<string> {
    const state = newSecretToken();
    await beginJoining({ state, sessionId: member.sessionId }, { db });
    return state;
  }
  const take = (state: string, member: Member | null) => takeJoining({ state, member }, { db });
  const age = (minutes: number) =>
    superuser.query("UPDATE oidc_joining SET expires_at = expires_at - make_interval(mins => $1)", [minutes]);

  it("is known by its very state: any other one is that of a sign-in", async () => {
    const jon = await patient("jon");
    const state = await begin(jon);
    expect(await take(newSecretToken(), jon)).toEqual({ ok: true, value: null });
    expect(await take(state, jon)).toEqual({ ok: true, value: jon });
    const { rows } = await superuser.query("SELECT * FROM oidc_joining");
    expect(JSON.stringify(rows)).not.toContain(state);
  });

  it("serves once, however often it comes, and never as a sign-in afterwards", async () => {
    const kim = await patient("kim");
    const state = await begin(kim);
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(state, kim)));
    expect(taken.filter(({ ok }) => ok)).toEqual([{ ok: true, value: kim }]);
    expect(taken.filter((one) => !one.ok && one.error === "oidc-too-late")).toHaveLength(19);
  });

  it("is refused without the session that it began in, and is then used up", async () => {
    const [lea, stranger] = [await patient("lea"), await patient("lea-stranger")];
    for (const other of [null, stranger, await sessionOf(lea.userId)]) {
      const state = await begin(lea);
      expect(await take(state, other)).toEqual({ ok: false, error: "oidc-signed-out" });
      expect(await take(state, lea)).toEqual({ ok: false, error: "oidc-too-late" });
    }
  });

  it("is refused after ten minutes, and is no sign-in as long as it could come back", async () => {
    const mia = await patient("mia");
    const state = await begin(mia);
    const lives = await superuser.query(
      "SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes FROM oidc_joining WHERE session_id = $1",
      [mia.sessionId],
    );
    expect(lives.rows).toEqual([{ minutes: 10 }]);
    await age(10);
    await sweepJoinings({ db });
    expect(await take(state, mia)).toEqual({ ok: false, error: "oidc-not-this-browser" });
    await age(10);
    await sweepJoinings({ db });
    expect((await superuser.query("SELECT 1 FROM oidc_joining")).rowCount).toBe(0);
  });

  it("outlives the session and the person it was for: it never becomes a sign-in", async () => {
    const nia = await sessionOf(await signIn(person("nia")));
    const state = await begin(nia);
    await deleteAccount(nia.userId, { db });
    expect(await take(state, null)).toEqual({ ok: false, error: "oidc-signed-out" });
  });

  it("is out of sight for people", async () => {
    const ole = await patient("ole");
    await begin(ole);
    const seen = await inUserTransaction(userActor(ole.userId), (tx) => tx.oidcJoining.count(), { db });
    expect(seen).toBe(0);
  });
});

describe("removing it", () => {
  const remove = ({ userId }: Member, way: "oidc" | "email" = "oidc") => removeWayIn(userId, way, { db });

  const giveAddress = (userId: string, address: string) =>
    inUserTransaction(
      userActor(userId),
      async (tx) => {
        const id = newId();
        const sealed = sealAddress(address, { identityId: id, userId }, await userKey(tx, userId));
        await tx.emailIdentity.create({ data: { id, userId, addressHmac: addressHash(address), sealed } });
      },
      { db },
    );

  it("leaves the other ways in, and the account there to whoever comes with it next", async () => {
    const pia = await patient("pia");
    await expect(remove(pia)).rejects.toMatchObject({ refusal: "no-such-entry" });
    await join(person("pia"), pia);
    await remove(pia);
    expect(await accountOf(pia.userId, { db })).toMatchObject({ hasDexcom: true, hasOidc: false });
    expect(await waysOf(pia)).toContainEqual(["way-in.removed", { method: "oidc" }]);
    expect(await signIn(person("pia"))).not.toBe(pia.userId);
  });

  it("is refused when it is the only way in", async () => {
    const rob = await sessionOf(await signIn(person("rob")));
    await expect(remove(rob)).rejects.toMatchObject({ refusal: "only-way-in" });
    expect(await signIn(person("rob"))).toBe(rob.userId);
  });

  it("and the address at the same moment takes one of them and leaves the other", async () => {
    const sue = await sessionOf(await signIn(person("sue")));
    await giveAddress(sue.userId, "sue@hospital.example");
    const removed = await Promise.allSettled([remove(sue), remove(sue, "email")]);
    expect(removed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { rows } = await superuser.query(
      `SELECT (SELECT count(*) FROM email_identity WHERE user_id = $1)
            + (SELECT count(*) FROM oidc_identity WHERE user_id = $1) AS ways`,
      [sue.userId],
    );
    expect(rows).toEqual([{ ways: "1" }]);
  });
});
