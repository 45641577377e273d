import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { fixedClock, HOUR_MS } from "@/lib/clock";
import { Secret } from "@/lib/secret";
import { createCircuitBreaker } from "./circuit-breaker";
import { dexcomUpstream, type OAuthVersion } from "./environments";
import { DexcomError, isOutcomeUnknown } from "./errors";
import { authorizeUrl, type DexcomApp, exchangeCode, refreshTokens } from "./oauth";
import type { TransportResponse } from "./transport";
import { jsonAnswer, scripted } from "./wire.fixture";

const NOW = Date.parse("2030-03-01T18:00:00Z");
const REDIRECT_URI = "https://hindsight.example/api/connect/callback/us";

const appOf = (oauthVersion: OAuthVersion = "v3"): DexcomApp => ({
  upstream: dexcomUpstream({ environment: "us", simulatorOrigin: "http://127.0.0.1:4010", oauthVersion }),
  clientId: "client 1",
  clientSecret: new Secret("CANARY_client&secret"),
});

const tokens = (overrides: Record<string, unknown> = {}) =>
  jsonAnswer({
    access_token: "CANARY_access",
    expires_in: 7_200,
    token_type: "Bearer",
    refresh_token: "CANARY_refresh",
    refresh_expires_in: 0,
    ...overrides,
  });

function toolsOf(...answers: readonly (TransportResponse | Error)[]) {
  const { transport, requests } = scripted(...answers);
  return { tools: { transport, clock: fixedClock(NOW) }, requests };
}

const exchange = (answer: TransportResponse | Error) =>
  exchangeCode(appOf(), { code: new Secret("US_code"), redirectUri: REDIRECT_URI }, toolsOf(answer).tools);
const refresh = (answer: TransportResponse | Error) =>
  refreshTokens(appOf(), new Secret("CANARY_old"), toolsOf(answer).tools);

describe("the address to sign in at", () => {
  test("carries exactly what Dexcom documents", () => {
    const { upstream, clientId } = appOf();
    const url = new URL(authorizeUrl({ upstream, clientId, redirectUri: REDIRECT_URI, state: "s/+=&" }));
    expect(`${url.origin}${url.pathname}`).toBe("https://api.dexcom.com/v3/oauth2/login");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "client 1",
      redirect_uri: REDIRECT_URI,
      response_type: "code",
      scope: "offline_access",
      state: "s/+=&",
    });
  });

  test("follows the configured version", () => {
    const { upstream, clientId } = appOf("v2");
    const url = authorizeUrl({ upstream, clientId, redirectUri: REDIRECT_URI, state: "s" });
    expect(new URL(url).pathname).toBe("/v2/oauth2/login");
  });
});

describe("a code is exchanged", () => {
  test("with the credentials in a form body and nowhere else", async () => {
    const { tools, requests } = toolsOf(tokens());
    await exchangeCode(appOf(), { code: new Secret("US_a.b.c"), redirectUri: REDIRECT_URI }, tools);
    const [request] = requests;
    expect(request).toMatchObject({
      method: "POST",
      url: "https://api.dexcom.com/v3/oauth2/token",
      timeoutMs: 15_000,
      headers: {
        accept: "application/json",
        "content-type": "application/x-www-form-urlencoded",
        "user-agent": "hindsight",
      },
    });
    expect(request?.headers).not.toHaveProperty("authorization");
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      client_id: "client 1",
      client_secret: "CANARY_client&secret",
      grant_type: "authorization_code",
      code: "US_a.b.c",
      redirect_uri: REDIRECT_URI,
    });
  });

  test("for a pair of tokens that nobody can print", async () => {
    const result = await exchange(tokens());
    if (!result.ok) throw result.error;
    expect(result.value.accessToken.reveal()).toBe("CANARY_access");
    expect(result.value.refreshToken.reveal()).toBe("CANARY_refresh");
    expect(result.value.expiresAt).toBe(NOW + 2 * HOUR_MS);
    expect(inspect(result, { depth: 9 }) + JSON.stringify(result)).not.toContain("CANARY");
  });

  test("without a refresh token in the answer: that is no connection", async () => {
    expect(await exchange(tokens({ refresh_token: undefined }))).toMatchObject({
      error: { code: "malformed" },
    });
  });
});

describe("tokens are refreshed", () => {
  test("with the old token in the form body, on the configured version", async () => {
    const { tools, requests } = toolsOf(tokens());
    await refreshTokens(appOf("v2"), new Secret("CANARY_old"), tools);
    expect(requests[0]?.url).toBe("https://api.dexcom.com/v2/oauth2/token");
    expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
      client_id: "client 1",
      client_secret: "CANARY_client&secret",
      grant_type: "refresh_token",
      refresh_token: "CANARY_old",
    });
  });

  test("into a new refresh token, or the same where the v2 sandbox never rotates it", async () => {
    const rotated = await refresh(tokens());
    const constant = await refresh(tokens({ refresh_token: "CANARY_old" }));
    const omitted = await refresh(tokens({ refresh_token: undefined }));
    const next = [rotated, constant, omitted].map(
      (result) => result.ok && result.value.refreshToken.reveal(),
    );
    expect(next).toEqual(["CANARY_refresh", "CANARY_old", "CANARY_old"]);
  });

  test.each([500, 503, 429, 400, 401])("exactly once: after a %i nothing is sent again", async (status) => {
    const { tools, requests } = toolsOf(jsonAnswer("", { status }));
    expect((await refreshTokens(appOf(), new Secret("x"), tools)).ok).toBe(false);
    expect(requests).toHaveLength(1);
  });

  test.each<[string, TransportResponse | Error, string, boolean]>([
    ["never connected", new DexcomError("unreachable"), "unreachable", false],
    ["cut off after sending", new DexcomError("interrupted"), "interrupted", true],
    ["timed out", new DexcomError("timeout"), "timeout", true],
    ["a 502 from the gateway", jsonAnswer("", { status: 502 }), "upstream_failed", true],
    ["half a token answer", jsonAnswer('{"access_token":"a'), "malformed", true],
    ["refused", jsonAnswer({ error: "invalid_grant" }, { status: 400 }), "invalid_grant", false],
    ["refused in HTML", jsonAnswer("<html>", { status: 400 }), "upstream_failed", false],
    ["rate limited", jsonAnswer("", { status: 429 }), "rate_limited", false],
  ])("when %s, it is known whether the old token may be spent", async (_, answer, code, unknown) => {
    const result = await refresh(answer);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(!result.ok && isOutcomeUnknown(result.error)).toBe(unknown);
  });

  test("not at all while the circuit is open, and then the token is certainly unspent", async () => {
    const clock = fixedClock(NOW);
    const { tools, requests } = toolsOf(jsonAnswer("", { status: 500 }));
    const breaker = createCircuitBreaker(clock);
    for (let call = 0; call < 21; call += 1)
      await refreshTokens(appOf(), new Secret("x"), { ...tools, breaker });
    const result = await refreshTokens(appOf(), new Secret("x"), { ...tools, breaker });
    expect(requests).toHaveLength(20);
    expect(result).toMatchObject({ error: { code: "circuit_open" } });
    expect(!result.ok && isOutcomeUnknown(result.error)).toBe(false);
  });
});

describe("a token answer", () => {
  const lifetime = async (expiresIn: unknown) => {
    const result = await exchange(tokens({ expires_in: expiresIn }));
    return result.ok ? (result.value.expiresAt - NOW) / 1_000 : null;
  };

  test("counts its life in seconds, at most a day, two hours where it does not say", async () => {
    const lives = await Promise.all([7_200, "600", undefined, null, 0, -5, "soon", 7_200_000].map(lifetime));
    expect(lives).toEqual([7_200, 600, 7_200, 7_200, 7_200, 7_200, 7_200, 86_400]);
  });

  test("may leave out or spell its type as it likes, but not be of another", async () => {
    expect((await exchange(tokens({ token_type: "bearer" }))).ok).toBe(true);
    expect((await exchange(tokens({ token_type: undefined }))).ok).toBe(true);
    expect(await exchange(tokens({ token_type: "MAC" }))).toMatchObject({ error: { detail: "tokens" } });
  });

  test.each<[string, unknown]>([
    ["missing", undefined],
    ["empty", ""],
    ["a number", 7],
    ["with a line break, which would forge a header", "abc\r\nX-Evil: 1"],
    ["with a space", "abc def"],
    ["beyond ASCII", "abcé"],
    ["endless", "a".repeat(8_193)],
  ])("whose access token is %s is malformed", async (_, accessToken) => {
    expect(await exchange(tokens({ access_token: accessToken }))).toMatchObject({
      ok: false,
      error: { code: "malformed", detail: "tokens", disposition: "later" },
    });
  });

  test("in HTML is malformed, and no error repeats what was in it", async () => {
    const result = await exchange(jsonAnswer("CANARY", { headers: { "content-type": "text/html" } }));
    expect(result).toMatchObject({ error: { code: "malformed", detail: "content_type" } });
    expect(inspect(result, { depth: 9 })).not.toContain("CANARY");
  });
});
