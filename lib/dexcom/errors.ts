/**
 * What went wrong at Dexcom, decided on the status alone (dexcom-api.md, section 6); only the token endpoint's
 * standard `error` code is read from a body.
 */
export const DEXCOM_ERROR_CODES = [
  "unauthorized",
  "forbidden",
  "bad_request",
  "not_found",
  "rate_limited",
  "upstream_failed",
  "unreachable",
  "interrupted",
  "timeout",
  "too_large",
  "malformed",
  "redirect",
  "circuit_open",
  "invalid_grant",
  "invalid_client",
  "invalid_request",
  "user_cap",
] as const;
export type DexcomErrorCode = (typeof DEXCOM_ERROR_CODES)[number];

/**
 * What to do about it: ask the person to go through Dexcom again, try again by itself later, or stop until somebody
 * changes the code or the settings.
 */
export type Disposition = "reauthorise" | "later" | "never";

export const DISPOSITIONS: Readonly<Record<DexcomErrorCode, Disposition>> = {
  // The access token is missing, expired or revoked. The caller refreshes once and repeats the call once first.
  unauthorized: "reauthorise",
  // Cause unknown upstream. "later" still ends well: a revoked grant fails at the next refresh within two hours.
  forbidden: "later",
  bad_request: "never",
  not_found: "never",
  rate_limited: "later",
  upstream_failed: "later",
  // Never connected: nothing was sent.
  unreachable: "later",
  // Broke after the request went out.
  interrupted: "later",
  timeout: "later",
  too_large: "later",
  malformed: "later",
  redirect: "later",
  circuit_open: "later",
  invalid_grant: "reauthorise",
  invalid_client: "never",
  invalid_request: "never",
  user_cap: "never",
};

export interface DexcomErrorOptions {
  readonly status?: number;
  /** Wait at least this long before the next call, at most an hour. */
  readonly retryAfterMs?: number;
  /** A code from the body that passed `safeUpstreamCode`; for logs only. */
  readonly upstreamCode?: string;
  /** Which rule the answer broke, in our words: `content_type`, `json`, `envelope.userId` … */
  readonly detail?: string;
}

/**
 * The message holds codes only: no address, no body, no token, no reading. There is no `cause` either: parser errors
 * of the HTTP client carry the bytes they could not read.
 */
export class DexcomError extends Error {
  override readonly name = "DexcomError";
  readonly code: DexcomErrorCode;
  readonly disposition: Disposition;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly upstreamCode: string | null;
  readonly detail: string | null;

  constructor(code: DexcomErrorCode, options: DexcomErrorOptions = {}) {
    const facts = [options.status, options.upstreamCode, options.detail].filter((fact) => fact !== undefined);
    super(`dexcom ${code}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`);
    this.code = code;
    this.disposition = DISPOSITIONS[code];
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.upstreamCode = options.upstreamCode ?? null;
    this.detail = options.detail ?? null;
  }
}

const SENT_BUT_UNANSWERED: ReadonlySet<DexcomErrorCode> = new Set([
  "upstream_failed",
  "interrupted",
  "timeout",
  "too_large",
  "malformed",
]);

/**
 * True when Dexcom may have carried out the request although no usable answer arrived. After a refresh this means
 * that the single-use token may be spent: repeat it once at most, and call the connection interrupted, not revoked.
 * A 4xx is an answer: whatever it said, it did not issue tokens.
 */
export function isOutcomeUnknown({ code, status }: DexcomError): boolean {
  return SENT_BUT_UNANSWERED.has(code) && !(status !== null && status >= 400 && status < 500);
}
