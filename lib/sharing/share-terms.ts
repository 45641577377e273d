import { DAY_MS, type Instant } from "@/lib/clock";
import { midnight } from "@/lib/glucose/local-time";
import type { ShareLasts, ShareTerms } from "./schema";

const LASTS_DAYS: Readonly<Record<Exclude<ShareLasts, "open">, number>> = {
  visit: 1,
  "30-days": 30,
  "90-days": 90,
};
/** How long a share without an end goes on before its owner is asked whether it is still right. */
export const REMINDER_DAYS = 365;

/** What was chosen, as its columns. */
export function termsRow({ scope, withEvents, withNotes, window, lasts }: ShareTerms) {
  return {
    scope,
    withEvents,
    withNotes,
    windowFrom: window.kind === "from" ? new Date(midnight(window.date, 0)) : null,
    windowDays: window.kind === "days" ? window.days : null,
    lasts,
  };
}

/** When a share that begins now ends, or when its owner is asked whether it is still right. */
export function timesRow(lasts: ShareLasts, now: Instant) {
  return {
    expiresAt: lasts === "open" ? null : new Date(now + LASTS_DAYS[lasts] * DAY_MS),
    remindAt: lasts === "open" ? new Date(now + REMINDER_DAYS * DAY_MS) : null,
  };
}

/** Of what has not begun. */
export const NO_TIMES = { expiresAt: null, remindAt: null } as const;
