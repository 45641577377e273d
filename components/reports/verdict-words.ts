import { formatDate } from "@/lib/format/date";
import type { Verdict, VerdictReason } from "@/lib/glucose/verdict";

/** The one place where a verdict becomes words. */

function reasonWords(reason: VerdictReason): string {
  switch (reason.rule) {
    case "hours":
      return `needs ${reason.hoursMin} hours of readings, ${Math.floor(reason.hours)} are there`;
    case "readings":
      return `needs ${reason.readingsMin} readings, ${reason.readings} are there`;
    case "days":
      return `needs ${reason.daysMin} days with readings, ${reason.days} are there`;
    case "active":
      return `needs the sensor active ${reason.activePercentMin} % of the time, it was ${Math.floor(reason.activePercent)} %`;
    case "profile-days":
      return `needs ${reason.daysMin} days with at least ${reason.hoursPerDayMin} hours each, ${reason.days} are there`;
    case "consecutive-days":
      return `needs ${reason.daysMin} days in a row with readings, ${reason.days} are there`;
  }
}

function cautionWords(reason: VerdictReason): string {
  switch (reason.rule) {
    case "active":
      return `sensor active ${Math.floor(reason.activePercent)} % of the time, ${reason.activePercentMin} % is advised`;
    case "days":
      return `${reason.days} ${reason.days === 1 ? "day" : "days"} with readings, ${reason.daysMin} are advised`;
    default:
      return reasonWords(reason);
  }
}

function sentence(parts: readonly string[]): string {
  const text = parts.join("; ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Why a figure is hidden: "Needs 14 days with readings, 11 are there." */
export function withheldReason(verdict: Extract<Verdict, { status: "insufficient" }>): string {
  return sentence(verdict.reasons.map(reasonWords));
}

/** When a hidden figure will be there: the date, or that this period will never have it. */
export function withheldUntil(verdict: Extract<Verdict, { status: "insufficient" }>, locale: string): string {
  return verdict.availableOn === null
    ? "This period cannot have it; a longer or later one may."
    : `Available from ${formatDate(verdict.availableOn, { locale })} if the sensor is worn until then.`;
}

/** "May not be representative: 9 days with readings, 14 are advised." or null when nothing is to be said. */
export function cautionSentence(verdict: Verdict): string | null {
  if (verdict.status !== "caution") return null;
  return `May not be representative: ${verdict.reasons.map(cautionWords).join("; ")}.`;
}
