import type { Instant } from "@/lib/clock";
import { formatDate, formatDateRange } from "@/lib/format/date";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import type { ShareLimits } from "@/lib/sharing/policy";
import type { Shared } from "./shared-line";

export interface SharedTerms {
  readonly name: string;
  /** On whose behalf somebody looks; null for themselves. */
  readonly clinic: { readonly name: string } | null;
  readonly limits: ShareLimits;
  /** Always the last so many days; null where the window stands still. */
  readonly windowDays: number | null;
  /** Null: until it is stopped. */
  readonly expiresAt: Instant | null;
  /** Whether somebody looks by a link, without an account. */
  readonly isVisit: boolean;
}

/** "Ana’s data, shared with you": "all reports and events · from Nov 1 on · until Dec 24". */
export function sharedWords(
  { name, clinic, limits, windowDays, expiresAt, isVisit }: SharedTerms,
  { now, displayOffsetMinutes }: { readonly now: Instant; readonly displayOffsetMinutes: number },
  words: Words,
): Shared {
  const { t, locale } = words;
  const thisYear = localDateOf(now, displayOffsetMinutes).slice(0, 4);
  const write = (date: LocalDate) =>
    date.startsWith(thisYear)
      ? formatDate(date, { locale, style: "month-day" })
      : formatDateRange(date, date, { locale });
  const days = () => {
    if (windowDays !== null) return t("sharedView.days.last", { count: windowDays });
    return limits.from === null
      ? t("sharedView.days.all")
      : t("sharedView.days.from", { date: write(limits.from) });
  };
  const until =
    expiresAt === null
      ? []
      : [t("sharedView.until", { date: write(localDateOf(expiresAt, displayOffsetMinutes)) })];
  return {
    title:
      clinic === null
        ? t(isVisit ? "sharedView.titleByLink" : "sharedView.title", { name })
        : t("sharedView.titleForClinic", { name, clinic: clinic.name }),
    terms: [t(`sharedView.what.${whatOf(limits)}`), days(), ...until].join(" · "),
  };
}

function whatOf({ scope, withEvents, withNotes }: ShareLimits) {
  if (scope === "summary") return "summary";
  if (withEvents) return withNotes ? "all" : "withoutNotes";
  return withNotes ? "withoutEvents" : "reports";
}
