import type { Words } from "@/lib/i18n/translate";

const HOUR_MINUTES = 60;

/** A delay in words: 180 is "three hours", 60 "one hour", 90 "90 minutes". */
export function delayInWords(delayMinutes: number, { t }: Words): string {
  const hours = delayMinutes / HOUR_MINUTES;
  return Number.isInteger(hours) && hours > 0
    ? t("states.delay.hours", { hours })
    : t("states.delay.minutes", { minutes: delayMinutes });
}

/** The sentence that goes with every "Data through": made from the setting, so it is never untrue. */
export function delaySentence(delayMinutes: number, words: Words): string {
  return delayMinutes === 0
    ? words.t("states.delay.none")
    : words.t("states.delay.late", { delay: delayInWords(delayMinutes, words) });
}
