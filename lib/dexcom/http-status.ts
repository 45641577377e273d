import type { Instant } from "@/lib/clock";
import { DexcomError, type DexcomErrorCode, type DexcomErrorOptions } from "./errors";
import { parseRetryAfter, RATE_LIMIT_WAIT_MS } from "./retry-after";
import type { TransportResponse } from "./transport";

/**
 * What a data endpoint's status means; null for 200. The body decides nothing (no error schema is documented, seven
 * shapes have been seen); a code in it is kept for the log.
 */
export function dataError(response: TransportResponse, now: Instant): DexcomError | null {
  return response.status === 200
    ? null
    : new DexcomError(codeOf(response.status), errorOptions(response, now));
}

export function errorOptions(response: TransportResponse, now: Instant): DexcomErrorOptions {
  const { status, headers } = response;
  const asked = parseRetryAfter(headers["retry-after"], { now, dateHeader: headers["date"] });
  const retryAfterMs = asked ?? (status === 429 ? RATE_LIMIT_WAIT_MS : null);
  const upstreamCode = safeUpstreamCode(response.body);
  return {
    status,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
    ...(upstreamCode === null ? {} : { upstreamCode }),
  };
}

export function codeOf(status: number): DexcomErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  if (status >= 500) return "upstream_failed";
  if (status >= 400) return "bad_request";
  if (status >= 300) return "redirect";
  // 204, 206 and the like: not an answer to what was asked.
  return "malformed";
}

/**
 * The codes that may be logged: those of RFC 6749 and of the gateway (Apigee) in front of the API. A list rather than a
 * shape, because a hostile upstream could echo a token in the shape of a code.
 */
const KNOWN_CODES: ReadonlySet<string> = new Set([
  "invalid_grant",
  "invalid_client",
  "invalid_request",
  "unauthorized_client",
  "unsupported_grant_type",
  "server_error",
  "temporarily_unavailable",
  "keymanagement.service.invalid_access_token",
  "keymanagement.service.access_token_expired",
  "keymanagement.service.access_token_not_approved",
  "oauth.v2.InvalidAccessToken",
  "oauth.v2.InvalidClientIdentifier",
  "steps.oauth.v2.FailedToResolveAPIKey",
  "policies.ratelimit.QuotaViolation",
  "policies.ratelimit.SpikeArrestViolation",
  "messaging.adaptors.http.flow.ServiceUnavailable",
  "messaging.adaptors.http.flow.GatewayTimeout",
]);

/** The error code of any of the shapes that have been seen (dexcom-api.md, section 6), null when it is not a known one. */
export function safeUpstreamCode(body: string): string | null {
  const answer = parseObject(body);
  if (!answer) return null;
  const firstError = Array.isArray(answer["errors"]) ? asObject(answer["errors"][0]) : null;
  const faultDetail = asObject(asObject(answer["fault"])?.["detail"]);
  for (const code of [answer["error"], firstError?.["code"], faultDetail?.["errorcode"], answer["code"]])
    if (typeof code === "string" && KNOWN_CODES.has(code)) return code;
  return null;
}

/** A JSON object, or null for whatever else a gateway may say. */
export function parseObject(body: string): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(body));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
}
