import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { DEXCOM_ERROR_CODES, DexcomError, DISPOSITIONS, isOutcomeUnknown } from "./errors";
import { dataError, safeUpstreamCode } from "./http-status";
import { tokenError } from "./token-error";
import { jsonAnswer } from "./wire.fixture";

const NOW = Date.parse("2030-03-01T18:00:00Z");
const answer = (status: number, body: unknown = "", headers: Record<string, string> = {}) =>
  jsonAnswer(body, { status, headers });

describe("a data endpoint's status decides alone", () => {
  test.each<[number, string, string]>([
    [400, "bad_request", "never"],
    [401, "unauthorized", "reauthorise"],
    [403, "forbidden", "later"],
    [404, "not_found", "never"],
    [408, "timeout", "later"],
    [413, "bad_request", "never"],
    [429, "rate_limited", "later"],
    [500, "upstream_failed", "later"],
    [502, "upstream_failed", "later"],
    [503, "upstream_failed", "later"],
    [504, "upstream_failed", "later"],
    [599, "upstream_failed", "later"],
    [204, "malformed", "later"],
    [206, "malformed", "later"],
    [301, "redirect", "later"],
    [302, "redirect", "later"],
    [307, "redirect", "later"],
  ])("%i is %s: %s", (status, code, disposition) => {
    for (const body of ["", "<html>", { error: "invalid_grant" }, { records: [] }])
      expect(dataError(answer(status, body), NOW)).toMatchObject({ code, disposition, status });
  });

  test("200 is no error", () => {
    expect(dataError(answer(200, { error: "invalid_grant" }), NOW)).toBeNull();
  });
});

test("a wait that was asked for is kept; a rate limit that asks for none, or for nonsense, means a minute", () => {
  const waits = ["", "5", "600", "-5", "1000000000", "soon"].map(
    (retryAfter) => dataError(answer(429, "", { "retry-after": retryAfter }), NOW)?.retryAfterMs,
  );
  expect(waits).toEqual([60_000, 5_000, 600_000, 60_000, 3_600_000, 60_000]);
  expect(dataError(answer(503, "", { "retry-after": "5" }), NOW)?.retryAfterMs).toBe(5_000);
  expect(dataError(answer(503), NOW)?.retryAfterMs).toBeNull();
});

describe("the token endpoint", () => {
  test.each<[number, unknown, string, string]>([
    [400, { error: "invalid_grant" }, "invalid_grant", "reauthorise"],
    [401, { error: "invalid_grant" }, "invalid_grant", "reauthorise"],
    [
      400,
      { error: "invalid_grant", error_description: "Token is not active" },
      "invalid_grant",
      "reauthorise",
    ],
    [400, { error: "invalid_client" }, "invalid_client", "never"],
    [401, { error: "invalid_client" }, "invalid_client", "never"],
    [401, "", "invalid_client", "never"],
    [400, { error: "unauthorized_client" }, "invalid_client", "never"],
    [400, { error: "invalid_request" }, "invalid_request", "never"],
    [400, { error: "unsupported_grant_type" }, "invalid_request", "never"],
    [400, { errors: [{ code: "invalid_client", title: "max user count exceeded" }] }, "user_cap", "never"],
    [403, { errors: [{ code: "invalid_client", title: "Max user count exceeded." }] }, "user_cap", "never"],
    [400, { error: "invalid_client", error_description: "max user count exceeded" }, "user_cap", "never"],
    [400, { errors: [{ code: "invalid_client", title: "unknown client" }] }, "invalid_client", "never"],
    [400, "<html>Bad request</html>", "upstream_failed", "later"],
    [400, { message: "invalid_grant" }, "upstream_failed", "later"],
    [400, [], "upstream_failed", "later"],
    [403, "", "forbidden", "later"],
    [404, "", "not_found", "never"],
    [429, { error: "invalid_grant" }, "rate_limited", "later"],
    [500, { error: "invalid_grant" }, "upstream_failed", "later"],
    [302, "", "redirect", "later"],
  ])("%i %j means %s: %s", (status, body, code, disposition) => {
    expect(tokenError(answer(status, body), NOW)).toMatchObject({ code, disposition, status });
  });

  test("is believed about a dead grant only when it says exactly that", () => {
    const reauthorise = [
      { error: "INVALID_GRANT" },
      { error: ["invalid_grant"] },
      { error_description: "invalid_grant" },
      { error: "invalid_grant ".repeat(50) },
    ].map((body) => tokenError(answer(400, body), NOW)?.disposition);
    expect(reauthorise).not.toContain("reauthorise");
  });
});

describe("a code from a body", () => {
  test.each<[unknown, string | null]>([
    [{ error: "invalid_grant" }, "invalid_grant"],
    [
      {
        fault: {
          faultstring: "Invalid Access Token",
          detail: { errorcode: "keymanagement.service.invalid_access_token" },
        },
      },
      "keymanagement.service.invalid_access_token",
    ],
    [
      { fault: { detail: { errorcode: "steps.oauth.v2.FailedToResolveAPIKey" } } },
      "steps.oauth.v2.FailedToResolveAPIKey",
    ],
    [{ errors: [{ code: "invalid_request", title: "x" }] }, "invalid_request"],
    [{ code: "invalid_grant", message: "m", status: 400 }, "invalid_grant"],
    [{ code: "BadRequest", message: "m", status: 400 }, null],
    [{ message: "only words" }, null],
    [{ error: { nested: true } }, null],
    [{ errors: [] }, null],
    [{ error: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIx.c2ln" }, null],
    [{ error: "0a1b2c3d4e5f60718293a4b5c6d7e8f9" }, null],
    [{ error: "glucose was 187" }, null],
    [{ error: "CANARY_access_token" }, null],
    [{ error: "constructor" }, null],
    [{ error: "line\nbreak" }, null],
    ["<html>", null],
    ["", null],
    ["null", null],
    ["[".repeat(50_000), null],
  ])("of %j is %j", (body, code) => {
    expect(safeUpstreamCode(typeof body === "string" ? body : JSON.stringify(body))).toBe(code);
  });
});

describe("an error", () => {
  test("says codes and nothing else", () => {
    const error = dataError(
      answer(401, { error: "invalid_client", access_token: "CANARY", glucose: 187 }),
      NOW,
    );
    expect(error?.message).toBe("dexcom unauthorized (401, invalid_client)");
    expect(inspect(error, { showHidden: true, depth: 9 })).not.toMatch(/CANARY|187/);
    expect(new DexcomError("timeout").message).toBe("dexcom timeout");
  });

  test("has a disposition for every code", () => {
    expect(Object.keys(DISPOSITIONS).toSorted()).toEqual([...DEXCOM_ERROR_CODES].toSorted());
  });

  test("leaves the outcome open only where the request went out and no answer came back", () => {
    const open = DEXCOM_ERROR_CODES.filter((code) => isOutcomeUnknown(new DexcomError(code)));
    expect(open).toEqual(["upstream_failed", "interrupted", "timeout", "too_large", "malformed"]);
    expect(isOutcomeUnknown(new DexcomError("upstream_failed", { status: 503 }))).toBe(true);
    expect(isOutcomeUnknown(new DexcomError("malformed", { status: 200 }))).toBe(true);
    expect(isOutcomeUnknown(new DexcomError("upstream_failed", { status: 400 }))).toBe(false);
  });
});
