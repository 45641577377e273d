import { monthOf } from "@/components/time/month";
import type { ImportProgress } from "@/lib/connections/status";
import { formatDuration } from "@/lib/format/duration";
import { wordsFor } from "@/lib/i18n/words";

const MINUTE_SECONDS = 60;

export interface ImportWords {
  readonly title: string;
  readonly count: string;
  readonly sentence: string;
  readonly rest: string;
}

/** How far an import is, in words: "3 of 13 parts" and "Fetching March 2026, about 2 min left." */
export function importWords(
  { windowsDone, windowsTotal, fetchingFrom, secondsLeft }: ImportProgress,
  { displayOffsetMinutes, locale }: { readonly displayOffsetMinutes: number; readonly locale: string },
): ImportWords {
  const { t } = wordsFor(locale);
  const sentence = () => {
    if (fetchingFrom === null) return t("states.import.asking");
    const month = monthOf(fetchingFrom, displayOffsetMinutes, locale);
    if (secondsLeft === null) return t("states.import.fetching", { month });
    if (secondsLeft < MINUTE_SECONDS) return t("states.import.fetchingSoon", { month });
    const left = formatDuration(Math.ceil(secondsLeft / MINUTE_SECONDS));
    return t("states.import.fetchingFor", { month, left });
  };
  return {
    title: t("states.import.title"),
    count:
      windowsTotal === 0
        ? t("states.import.starting")
        : t("states.import.parts", { done: String(windowsDone), total: String(windowsTotal) }),
    sentence: sentence(),
    rest: t("states.import.rest"),
  };
}
