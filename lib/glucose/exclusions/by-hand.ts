import type { Instant } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import type { Exclusion } from "./exclusion";

export const REASON_CHARACTERS_MAX = 200;

export type ByHandProblem =
  | "not-an-instant"
  | "reversed"
  | "no-reason"
  | "reason-too-long"
  | "control-characters"
  | "no-marker";

// Control characters, broken surrogates, line separators, and marks that turn the direction of what follows around.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/**
 * The exclusion that a person marked: half-open, for every sensor, with a reason of 1 to 200 characters on one line
 * (white space around it is dropped) and whoever marked it (any text that is not empty; kept as it is).
 *
 * Refused, first problem first: `not-an-instant` (not a finite number), `reversed` (ends where it begins, or earlier),
 * `no-reason`, `reason-too-long`, `control-characters`, `no-marker`.
 */
export function markByHand(marked: {
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly markedBy: string;
}): Result<Exclusion, ByHandProblem> {
  const { from, to, markedBy } = marked;
  const reason = marked.reason.trim();
  if (!Number.isFinite(from) || !Number.isFinite(to)) return err("not-an-instant");
  if (from >= to) return err("reversed");
  if (reason === "") return err("no-reason");
  // A character is a code point: an emoji is one, not two.
  if (Array.from(reason).length > REASON_CHARACTERS_MAX) return err("reason-too-long");
  if (UNPRINTABLE.test(reason)) return err("control-characters");
  if (markedBy.trim() === "") return err("no-marker");
  return ok({ kind: "by-hand", from, to, transmitterId: null, reason, markedBy });
}
