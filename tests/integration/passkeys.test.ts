import { generateKeyPairSync } from "node:crypto";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accountOf } from "@/lib/accounts/data";
import { keptPasskeysOf, passkeysOf } from "@/lib/accounts/data-passkeys";
import { userKey } from "@/lib/accounts/keys";
import type { Member } from "@/lib/accounts/member";
import { deleteAccount, removeWayIn } from "@/lib/accounts/mutations";
import { countPasskeyAsked, uncountPasskeyAsked } from "@/lib/accounts/mutations-attempts";
import { signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { addPasskey, removePasskey, takePasskey } from "@/lib/accounts/mutations-passkey";
import {
  type Asked,
  newChallenge,
  sweepChallenges,
  takeChallenge,
} from "@/lib/accounts/mutations-passkey-challenge";
import { openPasskey } from "@/lib/accounts/passkey";
import { creationOptions, requestOptions } from "@/lib/accounts/passkey-options";
import { PASSKEYS_MAX, type PasskeyPurpose } from "@/lib/accounts/schema";
import { userActor } from "@/lib/audit/schema";
import { startSession } from "@/lib/auth/adapter";
import { confirmSession } from "@/lib/auth/mutations";
import { UnsealError } from "@/lib/crypto/errors";
import { openAttemptsPool } from "@/lib/db/attempts";
import type { Database } from "@/lib/db/client";
import { inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { newId, newSecretToken } from "@/lib/ids";
import { erasePatient } from "@/lib/patients/mutations-erasure";
import { type AccountsWorld, memberOf, openAccounts } from "@/tests/integration/accounts-support";
import { connectedPerson } from "@/tests/integration/records-support";
import { type Lies, SoftwareAuthenticator } from "@/tests/support/software-authenticator";

let world: AccountsWorld;
let db: Database;
let superuser: Client;

beforeAll(async () => {
  world = await openAccounts();
  ({ db, superuser } = world);
});

afterAll(() => world.close());

const SITE = { rpId: "hindsight.example", origin: "https://hindsight.example" } as const;
const AT_HOME = { browser: "Firefox", system: "Linux" } as const;

const sessionOf = (userId: string) => memberOf(db, userId, "oidc");

/** Somebody who came through their organisation and is signed in. */
async function newMember(): Promise<Member> {
  const person = { issuer: "https://login.hospital.example", subject: newId() };
  const claims = { name: null, email: null, emailVerified: false };
  return sessionOf((await signInWithOidc({ ...person, claims }, { db })).userId);
}

const newDevice = (more: { readonly isBackedUp?: boolean } = {}) =>
  new SoftwareAuthenticator({ origin: SITE.origin, ...more });

const creation = async (challenge: string, { userId }: Member) =>
  creationOptions({
    challenge,
    site: SITE,
    userId,
    name: "Ana",
    known: await keptPasskeysOf(userId, { db }),
  });

/** Makes a passkey and adds it, as the routes do. */
async function add(member: Member, device = newDevice(), lies: Lies = {}): Promise<SoftwareAuthenticator> {
  const challenge = newSecretToken();
  const answer = device.create(await creation(challenge, member), lies);
  await addPasskey({ answer, challenge, site: SITE, member, place: AT_HOME }, { db });
  return device;
}

/** Signs with it and sees whose it is. */
async function use(
  device: SoftwareAuthenticator,
  { member = null, lies = {} }: { readonly member?: Member | null; readonly lies?: Lies } = {},
): Promise<{ readonly userId: string }> {
  const challenge = newSecretToken();
  const options = await requestOptions({ challenge, site: SITE, known: [] });
  return takePasskey({ answer: device.get(options, lies), challenge, site: SITE, member }, { db });
}

const passkeyRows = async () =>
  (await superuser.query("SELECT * FROM passkey ORDER BY id")).rows as readonly Record<string, unknown>[];

async function onlyPasskey({ userId }: Member) {
  const [view, ...others] = await passkeysOf(userId, { db });
  if (!view || others.length > 0) throw new Error("There is not one passkey.");
  return view;
}

async function waysOf({ userId }: Member) {
  const actor = userActor(userId);
  const events = await inUserTransaction(
    actor,
    (tx) =>
      tx.auditEvent.findMany({
        where: { actor, action: { startsWith: "way-in." } },
        orderBy: { id: "asc" },
      }),
    { db },
  );
  return events.map(({ action, detail }) => [action, detail]);
}

/** The refusal that tells nothing, and the reason that stays with us. */
const refusedBecause = (reason: RegExp) => ({
  code: "forbidden",
  refusal: "passkey-refused",
  cause: { message: expect.stringMatching(reason) as unknown },
});

describe("adding a passkey", () => {
  it("makes it a way in, from then on without a name, and says so in the record", async () => {
    const ana = await newMember();
    const device = await add(ana);
    expect(await accountOf(ana.userId, { db })).toMatchObject({ passkeys: 1, hasOidc: true });
    expect(await onlyPasskey(ana)).toMatchObject({ ...AT_HOME, isBackedUp: false, lastUsedAt: null });
    expect(await waysOf(ana)).toEqual([["way-in.added", { method: "passkey" }]]);
    expect(await use(device)).toEqual({ userId: ana.userId });
    const { createdAt, lastUsedAt } = await onlyPasskey(ana);
    expect(lastUsedAt).toBeGreaterThanOrEqual(createdAt);
  });

  it.each<[what: string, lies: Lies, reason: RegExp]>([
    ["another origin", { origin: "https://evil.example" }, /origin "https:\/\/evil\.example"/],
    ["an origin that only begins like ours", { origin: `${SITE.origin}.evil.example` }, /origin/],
    ["our host without TLS", { origin: "http://hindsight.example" }, /origin/],
    ["another site's key", { rpId: "evil.example" }, /RP ID/i],
    ["a device that did not ask who is there", { isVerified: false }, /user could not be verified/],
    ["a device that nobody touched", { isPresent: false }, /user was not present/],
    ["another challenge", { challenge: newSecretToken() }, /challenge/],
    ["an answer to signing in", { type: "webauthn.get" }, /type: webauthn\.get/],
  ])("refuses %s, and keeps nothing", async (_what, lies, reason) => {
    const bea = await newMember();
    const before = await passkeyRows();
    await expect(add(bea, newDevice(), lies)).rejects.toMatchObject(refusedBecause(reason));
    expect(await passkeyRows()).toEqual(before);
    expect(await waysOf(bea)).toEqual([]);
    await add(bea);
  });

  it("refuses a statement with certificates, and asks nobody about them", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const carl = await newMember();
    const x5c = new Map<string, unknown>([
      ["alg", -7],
      ["sig", new Uint8Array(64)],
      ["x5c", [new Uint8Array(32)]],
    ]);
    for (const format of ["packed", "apple", "android-key", "tpm", "fido-u2f", "android-safetynet"])
      await expect(add(carl, newDevice(), { statement: { format, fields: x5c } })).rejects.toMatchObject(
        refusedBecause(/certificates/),
      );
    expect(fetched).not.toHaveBeenCalled();
  });

  it("refuses a key that the browser calls by another name", async () => {
    const carol = await newMember();
    const challenge = newSecretToken();
    const made = newDevice().create(await creation(challenge, carol));
    const answer = { ...made, id: newSecretToken(), rawId: made.id };
    await expect(
      addPasskey({ answer, challenge, site: SITE, member: carol, place: AT_HOME }, { db }),
    ).rejects.toMatchObject({ refusal: "passkey-refused" });
    const renamed = { ...made, id: "AAAA", rawId: "AAAA" };
    await expect(
      addPasskey({ answer: renamed, challenge, site: SITE, member: carol, place: AT_HOME }, { db }),
    ).rejects.toMatchObject(refusedBecause(/another name/));
  });

  it("refuses what no device ever wrote", async () => {
    const dan = await newMember();
    const challenge = newSecretToken();
    const made = newDevice().create(await creation(challenge, dan));
    for (const attestationObject of ["AAAA", "oA", made.response.attestationObject.slice(0, 40)])
      await expect(
        addPasskey(
          {
            answer: { ...made, response: { ...made.response, attestationObject } },
            challenge,
            site: SITE,
            member: dan,
            place: AT_HOME,
          },
          { db },
        ),
      ).rejects.toMatchObject({ refusal: "passkey-refused" });
  });

  it("refuses one that is somebody's already, whoever that is", async () => {
    const [eva, other] = [await newMember(), await newMember()];
    const device = await add(eva);
    const before = await passkeyRows();
    for (const member of [eva, other])
      await expect(add(member, newDevice(), { credentialId: device.only() })).rejects.toMatchObject({
        refusal: "passkey-refused",
      });
    expect(await passkeyRows()).toEqual(before);
    expect(await use(device)).toEqual({ userId: eva.userId });
  });

  it("wants the session to go on, and to be theirs", async () => {
    const [fay, other] = [await newMember(), await newMember()];
    await superuser.query("DELETE FROM session WHERE id = $1", [other.sessionId]);
    for (const wrong of [other, { ...fay, sessionId: newId() }, { ...fay, sessionId: other.sessionId }])
      await expect(add(wrong)).rejects.toMatchObject({ refusal: "signed-out" });
    expect(await passkeysOf(fay.userId, { db })).toEqual([]);
  });

  it("ends at ten, also when two come at once", async () => {
    const gus = await newMember();
    for (let n = 1; n < PASSKEYS_MAX; n += 1) await add(gus);
    const both = await Promise.allSettled([add(gus), add(gus)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(add(gus)).rejects.toMatchObject({ refusal: "too-many-passkeys" });
    expect(await accountOf(gus.userId, { db })).toMatchObject({ passkeys: PASSKEYS_MAX });
  });

  it("tells a device neither name nor id of the person, and which passkeys it need not make again", async () => {
    const hal = await newMember();
    const device = await add(hal);
    const options = await creation(newSecretToken(), hal);
    expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([device.only()]);
    expect(options).toMatchObject({
      rp: { id: SITE.rpId },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const handle = Buffer.from(options.user.id, "base64url");
    expect(handle).toHaveLength(32);
    expect(handle.includes(hal.userId)).toBe(false);
    const again = await creation(newSecretToken(), hal);
    expect(again.user.id).toBe(options.user.id);
    expect((await creation(newSecretToken(), await newMember())).user.id).not.toBe(options.user.id);
  });
});

describe("using a passkey", () => {
  it.each<[what: string, lies: Lies, reason: RegExp]>([
    ["another origin", { origin: "https://evil.example" }, /origin "https:\/\/evil\.example"/],
    ["another site's signature", { rpId: "evil.example" }, /RP ID/i],
    ["a device that did not ask who is there", { isVerified: false }, /user could not be verified/],
    ["a device that nobody touched", { isPresent: false }, /not present/],
    ["another challenge", { challenge: newSecretToken() }, /challenge/],
    ["an answer to adding", { type: "webauthn.create" }, /type: webauthn\.create/],
    [
      "a signature by another key",
      { key: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey },
      /signature/,
    ],
    ["somebody else's handle", { userHandle: "c29tZWJvZHkgZWxzZQ" }, /somebody else/],
    ["no handle, when it was not asked for by its name", { userHandle: null }, /somebody else/],
  ])("refuses %s, and changes nothing", async (_what, lies, reason) => {
    const ida = await newMember();
    const device = await add(ida);
    const before = await passkeyRows();
    await expect(use(device, { lies })).rejects.toMatchObject(refusedBecause(reason));
    expect(await passkeyRows()).toEqual(before);
    expect(await use(device)).toEqual({ userId: ida.userId });
  });

  it("refuses a counter that goes back or stands still: somebody copied the key", async () => {
    const jon = await newMember();
    const device = await add(jon);
    await use(device, { lies: { counter: 7 } });
    for (const counter of [7, 6, 1, 0])
      await expect(use(device, { lies: { counter } })).rejects.toMatchObject(
        refusedBecause(/counter value \d was lower than expected 7/),
      );
    expect(await use(device, { lies: { counter: 4_294_967_295 } })).toEqual({ userId: jon.userId });
  });

  it("takes two answers with the same counter one after the other, and only the first", async () => {
    const kim = await newMember();
    const device = await add(kim);
    const both = await Promise.allSettled([0, 1].map(() => use(device, { lies: { counter: 3 } })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("believes a device that never counts", async () => {
    const lea = await newMember();
    const device = await add(lea);
    for (let n = 0; n < 3; n += 1)
      expect(await use(device, { lies: { counter: 0 } })).toEqual({ userId: lea.userId });
  });

  it("notices whether it is kept beyond its device", async () => {
    const mia = await newMember();
    await add(mia, newDevice({ isBackedUp: true }));
    expect(await onlyPasskey(mia)).toMatchObject({ isBackedUp: true });
  });

  it("confirms only whose it is: somebody else's is refused like one that nobody has", async () => {
    const [nia, other] = [await newMember(), await newMember()];
    const [device, others] = [await add(nia), await add(other)];
    expect(await use(device, { member: nia })).toEqual({ userId: nia.userId });
    // Asked for by its name, it need not say for whom it was made.
    expect(await use(device, { member: nia, lies: { userHandle: null } })).toEqual({ userId: nia.userId });
    const refusals = await Promise.all(
      [
        use(others, { member: nia }),
        use(device, { member: nia, lies: { credentialId: newSecretToken() } }),
      ].map((refusal) =>
        refusal.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    expect(refusals[0]).toMatchObject({ refusal: "passkey-refused" });
    expect(refusals[1]).toEqual(refusals[0]);
    expect(await use(others)).toEqual({ userId: other.userId });
  });

  it("starts and confirms sessions of that name", async () => {
    const ole = await newMember();
    const { sessionId } = await startSession(ole.userId, { method: "passkey", place: null }, db);
    await confirmSession({ sessionId, userId: ole.userId }, "passkey", { db });
    const { rows } = await superuser.query(
      "SELECT action, detail FROM audit_event WHERE actor = $1 AND detail->>'sessionId' = $2 ORDER BY at",
      [userActor(ole.userId), sessionId],
    );
    expect(rows).toEqual([
      { action: "session.started", detail: { sessionId, method: "passkey" } },
      { action: "session.confirmed", detail: { sessionId, method: "passkey" } },
    ]);
    await expect(
      superuser.query("UPDATE session SET method = 'password' WHERE id = $1", [sessionId]),
    ).rejects.toThrow(/session_method_known/);
  });
});

describe("what is to be signed", () => {
  const ALL: readonly PasskeyPurpose[] = ["sign-in", "confirm", "add"];
  const ask = async (asked: Asked) => {
    const browserToken = newSecretToken();
    return { browserToken, challenge: await newChallenge({ ...asked, browserToken }, { db }) };
  };
  const SIGN_IN = { purpose: "sign-in", member: null } as const;
  const take = (
    asked: { readonly challenge: string; readonly browserToken: string | null },
    {
      member = null,
      purposes = ALL,
    }: { readonly member?: Member | null; readonly purposes?: typeof ALL } = {},
  ) => takeChallenge({ ...asked, member, purposes }, { db });

  it("comes back once, however often it is sent", async () => {
    const asked = await ask(SIGN_IN);
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(asked)));
    expect(taken.filter(({ ok }) => ok)).toEqual([{ ok: true, value: SIGN_IN }]);
    expect(taken.filter((one) => !one.ok && one.error === "passkey-too-late")).toHaveLength(19);
  });

  it("is known by itself only: one that we never made is refused", async () => {
    const { browserToken } = await ask(SIGN_IN);
    expect(await take({ browserToken, challenge: newSecretToken() })).toMatchObject({
      error: "passkey-too-late",
    });
  });

  it("comes back in the browser that asked, and is used up when it does not", async () => {
    for (const browserToken of [null, newSecretToken()]) {
      const asked = await ask(SIGN_IN);
      expect(await take({ ...asked, browserToken })).toEqual({ ok: false, error: "passkey-other-browser" });
      expect(await take(asked)).toEqual({ ok: false, error: "passkey-too-late" });
    }
  });

  it("comes back in the session that asked", async () => {
    const [pia, stranger] = [await newMember(), await newMember()];
    const elsewhere = await sessionOf(pia.userId);
    for (const purpose of ["confirm", "add"] as const) {
      for (const member of [null, stranger, elsewhere])
        expect(await take(await ask({ purpose, member: pia }), { member })).toEqual({
          ok: false,
          error: "signed-out",
        });
      expect(await take(await ask({ purpose, member: pia }), { member: pia })).toEqual({
        ok: true,
        value: { purpose, member: pia },
      });
    }
  });

  it("serves only what it was asked for: nobody signs in with what confirms, or adds with what signs in", async () => {
    const rob = await newMember();
    const wrong: readonly [Asked, PasskeyPurpose][] = [
      [SIGN_IN, "add"],
      [{ purpose: "confirm", member: rob }, "sign-in"],
      [{ purpose: "add", member: rob }, "confirm"],
    ];
    for (const [asked, purpose] of wrong)
      expect(await take(await ask(asked), { member: rob, purposes: [purpose] })).toEqual({
        ok: false,
        error: "passkey-too-late",
      });
  });

  it("is worth nothing after five minutes, by the database's clock, and is swept", async () => {
    await superuser.query("DELETE FROM passkey_challenge");
    const asked = await ask(SIGN_IN);
    const lives = await superuser.query(
      "SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes FROM passkey_challenge",
    );
    expect(lives.rows).toEqual([{ minutes: 5 }]);
    await sweepChallenges({ db });
    expect((await superuser.query("SELECT 1 FROM passkey_challenge")).rowCount).toBe(1);
    await superuser.query("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'");
    expect(await take(asked)).toEqual({ ok: false, error: "passkey-too-late" });
    await ask(SIGN_IN);
    await superuser.query("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'");
    await sweepChallenges({ db });
    expect((await superuser.query("SELECT 1 FROM passkey_challenge")).rowCount).toBe(0);
  });

  it("stands nowhere in the clear, and nobody finds it but sign-in", async () => {
    const sue = await newMember();
    const asked = await ask({ purpose: "add", member: sue });
    const { rows } = await superuser.query("SELECT * FROM passkey_challenge");
    for (const secret of Object.values(asked)) expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await inUserTransaction(userActor(sue.userId), (tx) => tx.passkeyChallenge.count(), { db })).toBe(
      0,
    );
    await expect(
      inSystemTransaction(
        "system:sign-in",
        (tx) => tx.passkeyChallenge.updateMany({ data: { purpose: "sign-in" } }),
        {
          db,
        },
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("belongs to a session exactly when its purpose does", async () => {
    const keep = (purpose: string, sessionId: string | null) =>
      superuser.query(
        `INSERT INTO passkey_challenge (challenge_hash, browser_hash, purpose, session_id, expires_at)
         VALUES (gen_random_uuid()::text, 'x', $1, $2, now())`,
        [purpose, sessionId],
      );
    for (const [purpose, sessionId] of [
      ["sign-in", newId()],
      ["add", null],
      ["confirm", null],
    ] as const)
      await expect(keep(purpose, sessionId)).rejects.toThrow(/session_for_members/);
    await expect(keep("erase", newId())).rejects.toThrow(/purpose_known/);
    await keep("add", newId());
  });
});

describe("tries", () => {
  it("are counted by network, and those that were right do not count", async () => {
    const pool = openAttemptsPool(world.database.appUrl);
    const [network, other] = ["192.0.2.0/24", "198.51.100.0/24"];
    for (let n = 0; n < 60; n += 1) await countPasskeyAsked(network, { pool });
    await expect(countPasskeyAsked(network, { pool })).rejects.toMatchObject({ refusal: "too-many-tries" });
    await countPasskeyAsked(other, { pool });
    for (let n = 0; n < 100; n += 1) {
      await countPasskeyAsked(other, { pool });
      await uncountPasskeyAsked(other, { pool });
    }
    await pool.end();
  });
});

describe("removing a passkey", () => {
  it("closes that way in at once and leaves the others", async () => {
    const tom = await newMember();
    const [phone, laptop] = [await add(tom), await add(tom)];
    const [first] = await passkeysOf(tom.userId, { db });
    await removePasskey(tom.userId, first?.passkeyId ?? "", { db });
    await expect(use(phone)).rejects.toMatchObject({ refusal: "passkey-refused" });
    expect(await use(laptop)).toEqual({ userId: tom.userId });
    expect(await waysOf(tom)).toContainEqual(["way-in.removed", { method: "passkey" }]);
  });

  it("is refused for somebody else's like for one that nobody has", async () => {
    const [una, other] = [await newMember(), await newMember()];
    await add(other);
    const { passkeyId } = await onlyPasskey(other);
    for (const id of [passkeyId, newId(), "no-id"])
      await expect(removePasskey(una.userId, id, { db })).rejects.toMatchObject({ refusal: "no-such-entry" });
    expect(await onlyPasskey(other)).toMatchObject({ passkeyId });
  });

  it("is refused when it is the only way in", async () => {
    const vic = await newMember();
    const device = await add(vic);
    await removeWayIn(vic.userId, "oidc", { db });
    const { passkeyId } = await onlyPasskey(vic);
    await expect(removePasskey(vic.userId, passkeyId, { db })).rejects.toMatchObject({
      refusal: "only-way-in",
    });
    expect(await use(device)).toEqual({ userId: vic.userId });
    await add(vic);
    await removePasskey(vic.userId, passkeyId, { db });
  });

  it("twice at the same moment takes one of two and leaves the other", async () => {
    const wim = await newMember();
    await add(wim);
    await add(wim);
    await removeWayIn(wim.userId, "oidc", { db });
    const ids = (await passkeysOf(wim.userId, { db })).map(({ passkeyId }) => passkeyId);
    const removed = await Promise.allSettled(ids.map((id) => removePasskey(wim.userId, id, { db })));
    expect(removed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await accountOf(wim.userId, { db })).toMatchObject({ passkeys: 1 });
  });

  it("of everything else leaves somebody who has one a way in", async () => {
    const xia = await newMember();
    await expect(removeWayIn(xia.userId, "oidc", { db })).rejects.toMatchObject({ refusal: "only-way-in" });
    const device = await add(xia);
    await removeWayIn(xia.userId, "oidc", { db });
    expect(await use(device)).toEqual({ userId: xia.userId });
  });
});

describe("what is kept of a passkey", () => {
  it("is sealed: neither what the device calls it, nor its key, nor where it was made stands in the clear", async () => {
    const yan = await newMember();
    const device = await add(yan);
    const [kept] = await keptPasskeysOf(yan.userId, { db });
    const rows = JSON.stringify(await passkeyRows());
    const hex = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding).toString("hex");
    for (const secret of [device.only(), kept?.publicKey ?? "", AT_HOME.browser])
      for (const spelling of [secret, hex(secret, "utf8"), hex(secret, "base64url")])
        expect(rows).not.toContain(spelling);
    expect(kept).toMatchObject({ credentialId: device.only(), transports: ["internal"], ...AT_HOME });
    // The search would find what is there.
    expect(rows).toContain(yan.userId);
  });

  it("opens for its row and its person only, and one that does not open can still be removed", async () => {
    const [zoe, other] = [await newMember(), await newMember()];
    const device = await add(zoe);
    await add(other);
    const [mine, theirs] = [await onlyPasskey(zoe), await onlyPasskey(other)];
    const key = await inUserTransaction(userActor(zoe.userId), (tx) => userKey(tx, zoe.userId), { db });
    const { rows } = await superuser.query<{ sealed: Buffer }>("SELECT sealed FROM passkey WHERE id = $1", [
      mine.passkeyId,
    ]);
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
    const openAt = (passkeyId: string, userId: string) => openPasskey(sealed, { passkeyId, userId }, key);
    expect(openAt(mine.passkeyId, zoe.userId).credentialId).toBe(device.only());
    expect(() => openAt(theirs.passkeyId, zoe.userId)).toThrow(UnsealError);
    expect(() => openAt(mine.passkeyId, other.userId)).toThrow(UnsealError);

    await superuser.query(
      "UPDATE passkey SET sealed = (SELECT sealed FROM passkey WHERE id = $2) WHERE id = $1",
      [mine.passkeyId, theirs.passkeyId],
    );
    await expect(use(device)).rejects.toThrow(UnsealError);
    expect(await onlyPasskey(zoe)).toMatchObject({ browser: null, system: null });
    await removePasskey(zoe.userId, mine.passkeyId, { db });
  });

  it("is out of sight for everybody else, and cannot be moved to them", async () => {
    const [owner, stranger] = [await newMember(), await newMember()];
    await add(owner);
    const { passkeyId: id } = await onlyPasskey(owner);
    const asStranger = <T>(work: Parameters<typeof inUserTransaction<T>>[1]) =>
      inUserTransaction(userActor(stranger.userId), work, { db });
    expect(await asStranger((tx) => tx.passkey.count())).toBe(0);
    const moved = await asStranger((tx) =>
      tx.passkey.updateMany({ where: { id }, data: { userId: stranger.userId } }),
    );
    expect(moved.count).toBe(0);
    expect((await asStranger((tx) => tx.passkey.deleteMany({ where: { id } }))).count).toBe(0);
    await add(stranger);
    await expect(
      asStranger((tx) => tx.passkey.updateMany({ where: {}, data: { userId: owner.userId } })),
    ).rejects.toThrow(/row-level security/);
    // Sign-in may look, and only look.
    const changed = await inSystemTransaction(
      "system:sign-in",
      (tx) => tx.passkey.updateMany({ where: { id }, data: { counter: 0n } }),
      { db },
    );
    expect(changed.count).toBe(0);
    for (const actor of ["system:retention", "system:sync", "system:key-rotation"] as const)
      expect(await inSystemTransaction(actor, (tx) => tx.passkey.count(), { db })).toBe(0);
    expect(await onlyPasskey(owner)).toMatchObject({ passkeyId: id });
  });

  it("goes with its person, whether they hold data or not", async () => {
    const member = await newMember();
    const patient = await connectedPerson(db, "has-a-passkey");
    const owner = await sessionOf(patient.userId);
    const [one, other] = [await add(member), await add(owner)];
    expect(await use(other)).toEqual({ userId: patient.userId });
    await deleteAccount(member.userId, { db });
    await erasePatient(patient.access, { db });
    for (const device of [one, other])
      await expect(use(device)).rejects.toMatchObject({ refusal: "passkey-refused" });
    const left = await superuser.query("SELECT 1 FROM passkey WHERE user_id = ANY($1)", [
      [member.userId, patient.userId],
    ]);
    expect(left.rowCount).toBe(0);
  });
});
