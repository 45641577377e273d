import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { DAY_MS, fixedClock, SECOND_MS } from "@/lib/clock";
import { appOf, CALLBACK, jsonOf, ORIGIN, tokensOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator } from "@/lib/simulator/simulator";

const START = Date.UTC(2030, 2, 1, 14, 7);

function start() {
  const clock = fixedClock(START);
  const simulator = createSimulator({ people: [fakePerson(), fakePerson({ name: "User4" })], clock });
  return { app: appOf(simulator), v2: appOf(simulator, "v2"), control: simulator.control, clock };
}

const DATA = "/v3/users/self/dataRange";

test("a code becomes a bearer token for two hours and a refresh token; v3 has five fields, v2 four", async () => {
  const { app, v2 } = start();
  const tokens = await app.signIn("User7");
  expect(tokens).toMatchObject({ expires_in: 7200, token_type: "Bearer", refresh_expires_in: 0 });
  expect(Object.keys(tokens)).toHaveLength(5);
  expect(Object.keys(await v2.signIn("User7")).sort()).toEqual([
    "access_token",
    "expires_in",
    "refresh_token",
    "token_type",
  ]);
});

test("an access token looks like the sandbox's RS256 JWT, and no two are equal", async () => {
  const { app } = start();
  const [one, other] = [await app.signIn("User7"), await app.signIn("User7")];
  expect(one.access_token).not.toBe(other.access_token);
  const [header, payload] = one.access_token
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString());
  expect(JSON.parse(header ?? "")).toEqual({ typ: "JWT", alg: "RS256" });
  const claims: unknown = JSON.parse(payload ?? "");
  expect(claims).toMatchObject({
    iss: ORIGIN,
    aud: ORIGIN,
    client_id: "simulator-client",
    iat: START / SECOND_MS,
    exp: START / SECOND_MS + 7200,
    scope: ["egv", "calibration", "device", "event", "statistics", "offline_access"],
    sub: expect.stringMatching(/^[0-9a-f]{8}-/),
  });
});

test("a code works once and only for a minute", async () => {
  const { app, control, clock } = start();
  const code = await app.codeFor("User7");
  expect((await app.redeem(code)).status).toBe(200);
  const again = await app.redeem(code);
  expect(again.status).toBe(400);
  expect(await jsonOf(again)).toEqual({ error: "invalid_grant" });
  expect(control.counters()).toMatchObject({ codeRedemptions: 1, codeReuses: 1, codeRefusals: 1 });

  const inTime = await app.codeFor("User7");
  clock.set(clock.now() + 59 * SECOND_MS);
  expect((await app.redeem(inTime)).status).toBe(200);
  const late = await app.codeFor("User7");
  clock.set(clock.now() + 60 * SECOND_MS);
  expect((await app.redeem(late)).status).toBe(400);
});

test("the redirect of the token request must repeat the one of the login to the letter", async () => {
  const { app } = start();
  const answer = await app.redeem(await app.codeFor("User7"), { redirect_uri: `${CALLBACK}/` });
  expect(await jsonOf(answer)).toEqual({ error: "invalid_grant" });
});

test("a code belongs to the client that asked for it", async () => {
  const { app, control } = start();
  control.addClient({ id: "other", secret: "s", anyLoopbackRedirect: true });
  const code = await app.codeFor("User7");
  expect((await app.redeem(code, { client_id: "other", client_secret: "s" })).status).toBe(400);
  expect((await app.redeem(code)).status).toBe(200);
});

test("codes and tokens of both prefixes come from one store", async () => {
  const { app, v2 } = start();
  const tokens = await tokensOf(await app.redeem(await v2.codeFor("User7")));
  const renewed = await tokensOf(await v2.refresh(tokens.refresh_token));
  expect((await app.get(renewed.access_token, DATA)).status).toBe(200);
  expect((await app.get(renewed.access_token, "/v2/users/self/dataRange")).status).toBe(200);
});

test("HTTP Basic is refused at once and spends nothing, so that a client's probe falls through to the body", async () => {
  const { app } = start();
  const code = await app.codeFor("User7");
  const basic = `Basic ${Buffer.from("simulator-client:simulator-secret").toString("base64")}`;
  const probe = await app.postForm(
    "/v3/oauth2/token",
    { grant_type: "authorization_code", code, redirect_uri: CALLBACK },
    { authorization: basic },
  );
  expect(probe.status).toBe(401);
  expect(await jsonOf(probe)).toEqual({ error: "invalid_client" });
  expect((await app.redeem(code)).status).toBe(200);
});

test("wrong credentials spend nothing", async () => {
  const { app } = start();
  const code = await app.codeFor("User7");
  const wrong = await app.redeem(code, { client_secret: "wrong" });
  expect(wrong.status).toBe(401);
  expect(await jsonOf(wrong)).toEqual({ error: "invalid_client" });
  const tokens = await tokensOf(await app.redeem(code));
  expect((await app.refresh(tokens.refresh_token, { client_id: "nobody" })).status).toBe(401);
  expect((await app.refresh(tokens.refresh_token)).status).toBe(200);
});

test("a replaced client secret dies at once", async () => {
  const { app, control } = start();
  const tokens = await app.signIn("User7");
  control.addClient({ id: "simulator-client", secret: "new", anyLoopbackRedirect: true });
  expect((await app.refresh(tokens.refresh_token)).status).toBe(401);
  expect((await app.refresh(tokens.refresh_token, { client_secret: "new" })).status).toBe(200);
});

test("only a form is a token request, and what it lacks is named by its code", async () => {
  const { app } = start();
  const json = await app.send("/v3/oauth2/token", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant_type: "authorization_code" }),
  });
  expect([json.status, await jsonOf(json)]).toEqual([400, { error: "invalid_request" }]);
  const errorOf = async (changes: Record<string, string>) =>
    (await jsonOf(await app.redeem("c", changes)))["error"];
  expect(await errorOf({ grant_type: "password" })).toBe("unsupported_grant_type");
  expect(await errorOf({ grant_type: "" })).toBe("invalid_request");
  expect(await errorOf({ code: "" })).toBe("invalid_request");
  expect(await errorOf({ redirect_uri: "" })).toBe("invalid_request");
  expect(await errorOf({})).toBe("invalid_grant");
  expect((await jsonOf(await app.refresh("")))["error"]).toBe("invalid_request");
  expect((await app.send("/v3/oauth2/token")).status).toBe(405);
});

test("a refresh token works once; the next one works; reuse is refused and counted", async () => {
  const { app, control } = start();
  const first = await app.signIn("User7");
  const second = await tokensOf(await app.refresh(first.refresh_token));
  expect(second.refresh_token).not.toBe(first.refresh_token);
  const reuse = await app.refresh(first.refresh_token);
  expect([reuse.status, await jsonOf(reuse)]).toEqual([400, { error: "invalid_grant" }]);
  expect((await app.refresh(second.refresh_token)).status).toBe(200);
  expect(control.counters()).toMatchObject({
    refreshes: 2,
    refreshReuses: 1,
    refreshRefusals: 1,
    people: { User7: { refreshes: 2, refreshReuses: 1 } },
  });
});

test("of twenty concurrent refreshes one wins", async () => {
  const { app, control } = start();
  const { refresh_token } = await app.signIn("User7");
  const answers = await Promise.all(Array.from({ length: 20 }, () => app.refresh(refresh_token)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(control.counters()).toMatchObject({ refreshes: 1, refreshReuses: 19, maxConcurrentTokenCalls: 20 });
});

test("an extra redirect_uri on refresh is accepted, and the older access token lives out its time", async () => {
  const { app } = start();
  const first = await app.signIn("User7");
  const renewed = await app.refresh(first.refresh_token, { redirect_uri: "http://elsewhere.example" });
  expect(renewed.status).toBe(200);
  expect((await app.get(first.access_token, DATA)).status).toBe(200);
});

test("an access token ends after two hours, a refresh token after a year", async () => {
  const { app, clock } = start();
  const tokens = await app.signIn("User7");
  clock.set(START + 7200 * SECOND_MS - 1);
  expect((await app.get(tokens.access_token, DATA)).status).toBe(200);
  clock.set(START + 7200 * SECOND_MS);
  const expired = await app.get(tokens.access_token, DATA);
  expect(expired.status).toBe(401);
  expect(await expired.text()).toContain("access_token_expired");
  clock.set(START + 364 * DAY_MS);
  const renewed = await tokensOf(await app.refresh(tokens.refresh_token));
  clock.set(START + (364 + 365) * DAY_MS);
  expect((await app.refresh(renewed.refresh_token)).status).toBe(400);
});

test("a challenge that was sent must be proved; without one a verifier is ignored", async () => {
  const { app } = start();
  const verifier = "a-verifier-of-the-right-length-0123456789abcdefgh";
  const challenge = {
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  };
  const redeem = async (query: Record<string, string>, form: Record<string, string>) =>
    (await app.redeem(await app.codeFor("User7", query), form)).status;
  expect(await redeem(challenge, { code_verifier: verifier })).toBe(200);
  expect(await redeem(challenge, { code_verifier: "wrong" })).toBe(400);
  expect(await redeem(challenge, {})).toBe(400);
  expect(await redeem({ code_challenge: verifier }, { code_verifier: verifier })).toBe(200);
  expect(await redeem({}, { code_verifier: verifier })).toBe(200);
});
