import { answerField } from "@/components/forms/answer-field";
import { monthOf } from "@/components/time/month";
import type { ImportProgress } from "@/lib/connections/status";
import { formatDuration } from "@/lib/format/duration";

const MINUTE_SECONDS = 60;

/** How far an import is, in words: "3 of 13" and "Fetching March 2026, about 2 min left." */
export function importWords(
  { windowsDone, windowsTotal, fetchingFrom, secondsLeft }: ImportProgress,
  { displayOffsetMinutes, locale }: { readonly displayOffsetMinutes: number; readonly locale: string },
): { readonly count: string; readonly sentence: string } {
  const month = fetchingFrom === null ? null : monthOf(fetchingFrom, displayOffsetMinutes, locale);
  const left =
    secondsLeft === null
      ? null
      : secondsLeft < MINUTE_SECONDS
        ? "less than a minute left"
        : `about ${formatDuration(Math.ceil(secondsLeft / MINUTE_SECONDS))} left`;
  const parts = [month ? `Fetching ${month}` : "Asking Dexcom how far back your data goes", left].filter(
    (part) => part !== null,
  );
  return {
    count: windowsTotal === 0 ? "Starting" : `${windowsDone} of ${windowsTotal} parts`,
    sentence: `${parts.join(", ")}.`,
  };
}

/** The progress inside an answer of the sync API; "over" once the import no longer runs, null for anything else. */
export function readProgress(answer: unknown): ImportProgress | "over" | null {
  const connection = answerField(answer, "connection");
  const status = answerField(connection, "status");
  if (typeof status === "string" && status !== "importing") return "over";
  const progress = answerField(connection, "progress");
  const windowsDone = answerField(progress, "windowsDone");
  const windowsTotal = answerField(progress, "windowsTotal");
  if (typeof windowsDone !== "number" || typeof windowsTotal !== "number") return null;
  const from = answerField(progress, "fetchingFrom");
  const left = answerField(progress, "secondsLeft");
  return {
    windowsDone,
    windowsTotal,
    fetchingFrom: typeof from === "string" && !Number.isNaN(Date.parse(from)) ? Date.parse(from) : null,
    secondsLeft: typeof left === "number" ? left : null,
  };
}
