import type { GlucoseUnit } from "@/lib/format/unit";
import { err, ok, type Result } from "@/lib/result";
import { detectFormat } from "./detect-format";
import type { FileFormat, FileLayout } from "./file-layout";
import type { BadRow, FileProblem } from "./file-problem";
import {
  DATE_ORDER_UNKNOWN,
  noReadings,
  noSuchSubject,
  severalSubjects,
  unitProblem,
  unreadableFile,
} from "./file-sentences";
import type { DateOrder } from "./file-timestamp";
import { readTable, type Table, type TableRules } from "./read-table";
import type { FileReading } from "./row-reading";
import { shownText } from "./shown-text";

export interface ReadFileOptions {
  /** For a table whose header names no unit. */
  readonly unit?: GlucoseUnit | null;
  /** Whose readings, for a table of several people. */
  readonly subject?: string | null;
  /** For dates that do not show whether the day or the month comes first. */
  readonly dateOrder?: DateOrder | null;
}

/** What a file holds: every row is a reading, ignored or bad. */
export interface ReadFile {
  readonly format: FileFormat;
  /** The unit of the file: bands are decided in it, on `sourceValue`. */
  readonly unit: GlucoseUnit;
  /** As in the file: neither in order nor free of duplicates. */
  readonly egvs: readonly FileReading[];
  /** Rows with anything in them below the header. */
  readonly rows: number;
  /** Rows that are no sensor readings of this subject: alerts, insulin, calibrations, other people. */
  readonly ignored: number;
  readonly bad: readonly BadRow[];
  /** Whose readings these are, when a column says so; safe to print. */
  readonly subject: string | null;
  /** True when at least one reading has no zone: its wall clock was taken as UTC. */
  readonly wallClock: boolean;
}

/**
 * Reads a Clarity export or a plain table of times and glucose values. Which of the two it is, the delimiter, the
 * columns and the unit are found out; bad rows are left out and listed, each with its line.
 *
 * A problem, in one sentence, when the file as a whole cannot be read: no such table, no unit or two that contradict
 * each other, dates of unknown order, several subjects and no choice, no reading at all. Never throws. Linear in the
 * length of the text.
 */
export function readGlucoseFile(text: string, options: ReadFileOptions = {}): Result<ReadFile, FileProblem> {
  const { unit: wanted = null, subject = null, dateOrder = null } = options;
  const layout = detectFormat(text, wanted);
  if (layout === null) return err(unreadableFile(text));
  const { format, columns } = layout;
  const unit = columns.unit ?? wanted;
  if (unit === null || (wanted !== null && wanted !== unit)) return err(unitProblem(columns.unit, wanted));
  if (subject !== null && columns.subject === null) return err(noSuchSubject(subject, null));
  const table = tableOf(text, layout, { unit, subject, dateOrder });
  if (table === null) return err(DATE_ORDER_UNKNOWN);
  const { egvs, rows, ignored, bad, subjects, wallClock } = table;
  if (subject !== null && !subjects.has(subject)) return err(noSuchSubject(subject, subjects));
  if (subject === null && subjects.size > 1) return err(severalSubjects(subjects));
  if (egvs.length === 0) return err(noReadings(table));
  const [only = null] = subject === null ? subjects : [subject];
  const whose = only === null ? null : shownText(only);
  return ok({ format, unit, egvs, rows, ignored, bad, subject: whose, wallClock });
}

function tableOf(text: string, layout: FileLayout, rules: TableRules): Table | null {
  const table = readTable(text, layout, rules);
  if (table === null || rules.subject !== null || !layout.columns.mayNumberRows) return table;
  if (table.subjects.size < 2 || !table.everySubjectOnce) return table;
  return readTable(text, { ...layout, columns: { ...layout.columns, subject: null } }, rules);
}
