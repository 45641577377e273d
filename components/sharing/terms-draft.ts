import { parseLocalDate } from "@/lib/glucose/local-time";
import { err, ok, type Result } from "@/lib/result";
import type { DataWindow, ShareLasts, ShareScope, ShareTerms } from "@/lib/sharing/schema";
import type { ShareView } from "@/lib/sharing/status";

/** Numbers of last days that can be chosen without typing. */
export const LAST_DAYS = [7, 14, 30, 90] as const;
export type DaysChoice = "all" | "from" | "own" | `${(typeof LAST_DAYS)[number]}`;

/** Terms as a form holds them: what is chosen, and what was typed for it so far. */
export interface TermsDraft {
  readonly scope: ShareScope;
  readonly withEvents: boolean;
  readonly withNotes: boolean;
  readonly days: DaysChoice;
  readonly from: string;
  readonly ownDays: string;
  readonly lasts: ShareLasts;
}

/** Enough for a visit and no more: no notes, no old days, and an end. */
export const USUAL_TERMS: TermsDraft = {
  scope: "reports",
  withEvents: true,
  withNotes: false,
  days: "90",
  from: "",
  ownDays: "",
  lasts: "90-days",
};

/** What is wrong with a draft. */
export type TermsProblem = "from" | "ownDays";

/** The terms that a draft means. A summary is bare, whatever was ticked before it was chosen. */
export function termsOf(draft: TermsDraft, ownDaysMax: number): Result<ShareTerms, TermsProblem> {
  const window = windowOf(draft, ownDaysMax);
  if (!window.ok) return window;
  const { scope, lasts } = draft;
  const isBare = scope === "summary";
  return ok({
    scope,
    withEvents: draft.withEvents && !isBare,
    withNotes: draft.withNotes && !isBare,
    window: window.value,
    lasts,
  });
}

function windowOf({ days, from, ownDays }: TermsDraft, ownDaysMax: number): Result<DataWindow, TermsProblem> {
  if (days === "all") return ok({ kind: "all" });
  if (days === "from") {
    const date = parseLocalDate(from);
    return date === null ? err("from") : ok({ kind: "from", date });
  }
  const count = Number(days === "own" ? ownDays.trim() || Number.NaN : days);
  return Number.isInteger(count) && count >= 1 && count <= ownDaysMax
    ? ok({ kind: "days", days: count })
    : err("ownDays");
}

/** A draft that means what a share says now, to be changed. */
export function draftOf({ scope, withEvents, withNotes, window, lasts }: ShareView): TermsDraft {
  const draft = { ...USUAL_TERMS, scope, withEvents, withNotes, lasts };
  if (window.kind === "all") return { ...draft, days: "all" };
  if (window.kind === "from") return { ...draft, days: "from", from: window.date };
  const known = LAST_DAYS.find((days) => days === window.days);
  return known === undefined
    ? { ...draft, days: "own", ownDays: String(window.days) }
    : { ...draft, days: `${known}` };
}
