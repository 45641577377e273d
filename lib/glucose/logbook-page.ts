import type { LocalDate } from "./local-time";
import { type DayTotals, dayTotals, type LogbookEntry, type LogbookKind } from "./logbook";

export const LOGBOOK_ROWS_MAX = 100;

/** Which part of a logbook is asked for. */
export interface LogbookChoice {
  /** Empty for all. */
  readonly kinds: readonly LogbookKind[];
  /** Looked for in the texts of notes and visits; empty for all entries. */
  readonly find: string;
  /** From 1 on. */
  readonly page: number;
}

/** One date of a logbook, as far as it lies on the page. */
export interface LogbookDay {
  readonly date: LocalDate;
  /** Newest first. */
  readonly entries: readonly LogbookEntry[];
  /** Of everything that was entered on the date, whatever the choice shows of it. */
  readonly totals: DayTotals | null;
}

/** One page of the entries that fit a choice. */
export interface LogbookPage {
  /** Newest first. */
  readonly days: readonly LogbookDay[];
  /** How many entries of each kind hold the text looked for, whatever kinds were chosen. */
  readonly counts: ReadonlyMap<LogbookKind, number>;
  /** Entries that fit, on all pages. */
  readonly found: number;
  /** At least 1. */
  readonly pages: number;
}

/** The entries (newest first) that fit a choice, by date. A page that does not exist has no days. */
export function logbookPage(
  entries: readonly LogbookEntry[],
  { kinds, find, page }: LogbookChoice,
): LogbookPage {
  const sought = plain(find);
  const holding = entries.filter(({ text }) => sought === "" || plain(text ?? "").includes(sought));
  const fitting = holding.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const shown = fitting.slice((page - 1) * LOGBOOK_ROWS_MAX, page * LOGBOOK_ROWS_MAX);
  const entered = Map.groupBy(entries, ({ date }) => date);
  return {
    days: [...Map.groupBy(shown, ({ date }) => date)].map(([date, ofDate]) => ({
      date,
      entries: ofDate,
      totals: dayTotals(entered.get(date) ?? []),
    })),
    counts: countsOf(holding),
    found: fitting.length,
    pages: Math.max(1, Math.ceil(fitting.length / LOGBOOK_ROWS_MAX)),
  };
}

function countsOf(entries: readonly LogbookEntry[]): ReadonlyMap<LogbookKind, number> {
  const counts = new Map<LogbookKind, number>();
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** Without capitals and accents: who looks for "cafe" means "Café", too. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
