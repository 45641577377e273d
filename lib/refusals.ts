import { AppError, type ErrorCode } from "./errors";
import { refusals } from "./i18n/messages/en/refusals";

/** Every refusal that pages have words for. The codes are part of the API: they stay when the words change. */
export type RefusalCode = keyof typeof refusals.codes;

/** The kind of each that code refuses by its name; the others are faults of a body (lib/api/body.ts). */
const KINDS = {
  internal: "internal",
  "database-down": "unavailable",
  "signed-out": "unauthenticated",
  "session-ended": "unauthenticated",
  "foreign-site": "forbidden",
  "read-only": "forbidden",
  "no-such-person": "not_found",
  "data-deleted": "not_found",
  "data-deleted-already": "not_found",
  "not-connected": "not_connected",
  "body-too-large": "too_large",
  "no-such-entry": "not_found",
  "changed-elsewhere": "conflict",
  "too-many-notes": "conflict",
  "too-many-lab-results": "conflict",
  "too-many-exclusions": "conflict",
  "empty-note": "bad_request",
  "unprintable-text": "bad_request",
  "note-in-future": "bad_request",
  "visit-too-far": "bad_request",
  "looks-like-percent": "bad_request",
  "looks-like-mmol-mol": "bad_request",
  "a1c-out-of-range": "bad_request",
  "unprintable-remark": "bad_request",
  "lab-result-in-future": "bad_request",
  "not-an-instant": "bad_request",
  reversed: "bad_request",
  "too-long": "bad_request",
  "not-yet": "bad_request",
  "no-reason": "bad_request",
  "reason-too-long": "bad_request",
  "control-characters": "bad_request",
  "no-marker": "bad_request",
} as const satisfies Partial<Record<RefusalCode, ErrorCode>>;

/** The refusal of that code, in the API's own language: what the page of an English reader says, too. */
export function refused(code: keyof typeof KINDS, options: { readonly cause?: unknown } = {}): AppError {
  return new AppError(KINDS[code], refusals.codes[code], { ...options, refusal: code });
}
