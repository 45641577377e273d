/** The kinds of refusals inside the code. The table below is the one place that maps them to HTTP. */
export type ErrorCode =
  | "bad_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "too_large"
  | "too_many_requests"
  | "not_connected"
  | "internal"
  | "unavailable";

interface ErrorWords {
  readonly status: number;
  readonly title: string;
}

export const ERROR_TABLE: Readonly<Record<ErrorCode, ErrorWords>> = {
  bad_request: { status: 400, title: "That request could not be understood" },
  unauthenticated: { status: 401, title: "Please sign in first" },
  forbidden: { status: 403, title: "That is not allowed" },
  not_found: { status: 404, title: "Nothing was found here" },
  conflict: { status: 409, title: "That cannot be done right now" },
  gone: { status: 410, title: "That is over" },
  too_large: { status: 413, title: "That is too much at once" },
  too_many_requests: { status: 429, title: "Too many requests" },
  not_connected: { status: 409, title: "Dexcom is not connected" },
  internal: { status: 500, title: "Something went wrong on our side" },
  unavailable: { status: 503, title: "Hindsight is not available right now" },
};

/**
 * A refusal that a person may read. `detail` is shown to them, so it never holds a secret, a reading or an id of
 * somebody else.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly detail: string;
  /** Which refusal of its kind this is, for programs and other languages; null where nobody tells them apart. */
  readonly refusal: string | null;

  constructor(code: ErrorCode, detail: string, options?: { cause?: unknown; refusal?: string }) {
    super(`${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
    this.refusal = options?.refusal ?? null;
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }
}
