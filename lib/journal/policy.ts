import { DAY_MS, type Instant } from "@/lib/clock";
import { ngspPercentOf } from "@/lib/glucose/a1c-units";
import { type ByHandProblem, markByHand } from "@/lib/glucose/exclusions/by-hand";
import { addDays, type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import type { A1cUnit, LabResultBody, NoteBody } from "./schema";

/** The range in which a laboratory A1c is believed, NGSP percent, both inclusive. */
const A1C_PERCENT_MIN = 3;
const A1C_PERCENT_MAX = 20;

const VISIT_DAYS_AHEAD_MAX = 366;
const EXCLUSION_MS_MAX = 15 * DAY_MS;

export type NoteProblem = "empty-note" | "unprintable-text" | "note-in-future" | "visit-too-far";
export type LabResultProblem =
  | "looks-like-percent"
  | "looks-like-mmol-mol"
  | "a1c-out-of-range"
  | "unprintable-remark"
  | "lab-result-in-future";
export type HandExclusionProblem = ByHandProblem | "too-long" | "not-yet";

// Line breaks and tabs are part of a note; other control characters, broken surrogates and marks that turn the
// direction of what follows around are not.
const UNPRINTABLE = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** What stands against keeping this note or visit now, first problem first; null when nothing does. */
export function noteProblem({ kind, date, text }: NoteBody, now: Instant): NoteProblem | null {
  if (kind === "note" && text === "") return "empty-note";
  if (UNPRINTABLE.test(text)) return "unprintable-text";
  if (kind === "note") return date > tomorrow(now) ? "note-in-future" : null;
  return date > addDays(localDateOf(now, 0), VISIT_DAYS_AHEAD_MAX) ? "visit-too-far" : null;
}

/** What stands against keeping this laboratory A1c now, first problem first; null when nothing does. */
export function labResultProblem(
  { date, unit, value, remark }: LabResultBody,
  now: Instant,
): LabResultProblem | null {
  // Below 20 mmol/mol (4 %) hardly anybody lives, and whoever does can enter the percentage.
  if (unit === "mmol/mol" && isBelievedPercent(value)) return "looks-like-percent";
  if (!isBelievedPercent(a1cPercentOf(unit, value)))
    return unit === "%" && isBelievedPercent(ngspPercentOf(value))
      ? "looks-like-mmol-mol"
      : "a1c-out-of-range";
  if (UNPRINTABLE.test(remark)) return "unprintable-remark";
  return date > tomorrow(now) ? "lab-result-in-future" : null;
}

/** NGSP percent, whatever unit it was entered in; unrounded. */
export function a1cPercentOf(unit: A1cUnit, value: number): number {
  return unit === "%" ? value : ngspPercentOf(value);
}

/** What stands against leaving these readings out, first problem first; null when nothing does. */
export function handExclusionProblem(
  { from, to, reason }: { readonly from: Instant; readonly to: Instant; readonly reason: string },
  now: Instant,
): HandExclusionProblem | null {
  const marked = markByHand({ from, to, reason, markedBy: "owner" });
  if (!marked.ok) return marked.error;
  if (to - from > EXCLUSION_MS_MAX) return "too-long";
  // Nobody can know of a reading that has not been taken that it is wrong.
  return from >= now ? "not-yet" : null;
}

function isBelievedPercent(percent: number): boolean {
  return percent >= A1C_PERCENT_MIN && percent <= A1C_PERCENT_MAX;
}

/** The furthest date that can be tomorrow anywhere: wall clocks run up to 14 hours ahead of UTC. */
function tomorrow(now: Instant): LocalDate {
  return localDateOf(now + DAY_MS, 14 * 60);
}
