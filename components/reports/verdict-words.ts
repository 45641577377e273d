import { formatDate } from "@/lib/format/date";
import type { Verdict, VerdictReason } from "@/lib/glucose/verdict";
import type { Translate, Words } from "@/lib/i18n/translate";

/** The one place where a verdict becomes words. */

function reasonWords(reason: VerdictReason, t: Translate): string {
  switch (reason.rule) {
    case "hours":
      return t("states.verdict.hours", { needed: reason.hoursMin, there: whole(reason.hours) });
    case "readings":
      return t("states.verdict.readings", { needed: reason.readingsMin, there: whole(reason.readings) });
    case "days":
      return t("states.verdict.days", { needed: reason.daysMin, there: whole(reason.days) });
    case "active":
      return t("states.verdict.active", {
        needed: whole(reason.activePercentMin),
        there: whole(reason.activePercent),
      });
    case "profile-days":
      return t("states.verdict.profileDays", {
        needed: reason.daysMin,
        hours: whole(reason.hoursPerDayMin),
        there: whole(reason.days),
      });
    case "consecutive-days":
      return t("states.verdict.consecutiveDays", { needed: reason.daysMin, there: whole(reason.days) });
  }
}

function cautionWords(reason: VerdictReason, t: Translate): string {
  switch (reason.rule) {
    case "active":
      return t("states.verdict.activeAdvised", {
        needed: whole(reason.activePercentMin),
        there: whole(reason.activePercent),
      });
    case "days":
      return t("states.verdict.daysAdvised", { there: reason.days, needed: whole(reason.daysMin) });
    default:
      return reasonWords(reason, t);
  }
}

/** What is there is never rounded up to what is needed. */
function whole(number: number): string {
  return String(Math.floor(number));
}

function sentence(parts: readonly string[]): string {
  const text = parts.join("; ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Why a figure is hidden: "Needs 14 days with readings, 11 are there." */
export function withheldReason(verdict: Extract<Verdict, { status: "insufficient" }>, { t }: Words): string {
  return sentence(verdict.reasons.map((reason) => reasonWords(reason, t)));
}

/** When a hidden figure will be there: the date, or that this period will never have it. */
export function withheldUntil(
  verdict: Extract<Verdict, { status: "insufficient" }>,
  { t, locale }: Words,
): string {
  return verdict.availableOn === null
    ? t("states.verdict.never")
    : t("states.verdict.from", { date: formatDate(verdict.availableOn, { locale }) });
}

/** "May not be representative: 9 days with readings, 14 are advised." or null when nothing is to be said. */
export function cautionSentence(verdict: Verdict, { t }: Words): string | null {
  if (verdict.status !== "caution") return null;
  return t("states.verdict.caution", {
    reasons: verdict.reasons.map((reason) => cautionWords(reason, t)).join("; "),
  });
}
