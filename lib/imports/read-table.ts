import type { GlucoseUnit } from "@/lib/format/unit";
import { type CsvRows, csvRows } from "./csv-rows";
import { dateOrderOf } from "./date-order";
import type { FileLayout } from "./file-layout";
import type { BadRow } from "./file-problem";
import type { DateOrder } from "./file-timestamp";
import { type FileReading, readRow } from "./row-reading";

export interface Table {
  readonly egvs: readonly FileReading[];
  readonly rows: number;
  readonly ignored: number;
  readonly bad: readonly BadRow[];
  /** In the order of the file; more than one only where the column of subjects has more. */
  readonly subjects: ReadonlySet<string>;
  /** True when no two rows have the same subject. */
  readonly everySubjectOnce: boolean;
  readonly wallClock: boolean;
}

export interface TableRules {
  readonly unit: GlucoseUnit;
  /** Null takes the first; the rows of the others are counted as ignored. */
  readonly subject: string | null;
  /** Null finds it out from all dates when the first date needs it. */
  readonly dateOrder: DateOrder | null;
}

/** All rows of a table; null when its dates do not show whether the day or the month comes first. */
export function readTable(text: string, layout: FileLayout, rules: TableRules): Table | null {
  const { format, columns } = layout;
  const rows = rowsBelowHeader(text, layout);
  const reader = { format, columns, ...rules };
  const egvs: FileReading[] = [];
  const bad: BadRow[] = [];
  const subjects = new Set<string>();
  let [count, ignored, everySubjectOnce, wallClock] = [0, 0, true, false];
  while (rows.next()) {
    count += 1;
    if (rows.isBroken()) {
      bad.push({ line: rows.line(), reason: "its quotation marks do not match" });
      continue;
    }
    if (columns.kind !== null && !rows.cellIs(columns.kind.column, columns.kind.reading)) {
      ignored += 1;
      continue;
    }
    if (columns.subject !== null) {
      const whose = rows.cell(columns.subject);
      if (subjects.has(whose)) everySubjectOnce = false;
      else subjects.add(whose);
      if (rules.subject === null ? subjects.size > 1 : whose !== rules.subject) {
        ignored += 1;
        continue;
      }
    }
    const previous = egvs.at(-1) ?? null;
    let read = readRow(rows, reader, previous);
    if (read === null) {
      reader.dateOrder = dateOrderOf(rowsBelowHeader(text, layout), columns);
      if (reader.dateOrder === null) return null;
      read = readRow(rows, reader, previous);
    }
    if (read === null) throw new Error("A date order was found and is still missing.");
    if (typeof read === "string") {
      bad.push({ line: rows.line(), reason: read });
    } else {
      egvs.push(read.reading);
      if (!read.hasZone) wallClock = true;
    }
  }
  return { egvs, rows: count, ignored, bad, subjects, everySubjectOnce, wallClock };
}

function rowsBelowHeader(text: string, { delimiter, headerLine }: FileLayout): CsvRows {
  const rows = csvRows(text, delimiter);
  if (headerLine > 0) while (rows.next() && rows.line() < headerLine);
  return rows;
}
