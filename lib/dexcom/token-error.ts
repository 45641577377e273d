import type { Instant } from "@/lib/clock";
import { DexcomError, type DexcomErrorCode } from "./errors";
import { codeOf, errorOptions, parseObject, safeUpstreamCode } from "./http-status";
import type { TransportResponse } from "./transport";

/** RFC 6749, 5.2, as Dexcom's OpenAPI declares them. */
const OAUTH_CODES: ReadonlyMap<string, DexcomErrorCode> = new Map([
  ["invalid_grant", "invalid_grant"],
  ["invalid_client", "invalid_client"],
  ["unauthorized_client", "invalid_client"],
  ["invalid_request", "invalid_request"],
  ["unsupported_grant_type", "invalid_request"],
]);

/**
 * What the token endpoint's refusal means; null for 200. Here the standard `error` code is decisive within 4xx,
 * because not every 400 means that the grant is dead (Tidepool learned that in production): only `invalid_grant` says
 * so, and a 400 without a known code is tried again later.
 */
export function tokenError(response: TransportResponse, now: Instant): DexcomError | null {
  const { status, body } = response;
  if (status === 200) return null;
  return new DexcomError(tokenErrorCode(status, body), errorOptions(response, now));
}

function tokenErrorCode(status: number, body: string): DexcomErrorCode {
  if (status < 400 || status >= 500 || status === 429 || status === 408) return codeOf(status);
  if (isUserCap(body)) return "user_cap";
  const known = OAUTH_CODES.get(safeUpstreamCode(body) ?? "");
  if (known) return known;
  if (status === 401) return "invalid_client";
  return status === 400 ? "upstream_failed" : codeOf(status);
}

/**
 * The one place where words are matched: an app with too many users answers `invalid_client` like a wrong secret does,
 * and only its text ("max user count exceeded", seen in production in 2026) tells the two apart.
 */
function isUserCap(body: string): boolean {
  const answer = parseObject(body);
  return answer !== null && /\bmax(?:imum)?[ _]user[ _]count\b/i.test(JSON.stringify(answer));
}
