import type { GlucoseUnit } from "@/lib/format/unit";
import { clarityColumns, localizedReading } from "./clarity-csv";
import { type CsvRows, cellsOf, csvRows, DELIMITERS, type Delimiter } from "./csv-rows";
import type { FileFormat, FileLayout, TableColumns } from "./file-layout";
import { bareColumns, plainColumns } from "./plain-csv";

/** Exports put their own lines before the table: who, when, from which device. */
const ROWS_BEFORE_HEADER_MAX = 40;
/** A row with more cells than any table of readings has is no header and not worth cutting up. */
const HEADER_CELLS_MAX = 500;

/**
 * What kind of file a text is and where its columns are: the first of the delimiters with which one of its first rows
 * is the header of a Clarity export or of a plain table, else with which its very first row is a time and a value.
 * Null when it is none of that. `unit` chooses where a plain table gives glucose in both units.
 */
export function detectFormat(text: string, unit: GlucoseUnit | null): FileLayout | null {
  for (const delimiter of DELIMITERS) {
    const rows = csvRows(text, delimiter);
    for (let row = 0; row < ROWS_BEFORE_HEADER_MAX && rows.next(); row += 1) {
      if (rows.cellCount() < 2 || rows.cellCount() > HEADER_CELLS_MAX) continue;
      const header = cellsOf(rows);
      const clarity = clarityColumns(header);
      if (clarity !== null) return layout("clarity", delimiter, rows.line(), withReading(rows, clarity));
      const plain = plainColumns(header, unit);
      if (plain !== null) return layout("plain", delimiter, rows.line(), plain);
    }
  }
  for (const delimiter of DELIMITERS) {
    const rows = csvRows(text, delimiter);
    if (!rows.next() || rows.cellCount() < 2 || rows.cellCount() > HEADER_CELLS_MAX) continue;
    const bare = bareColumns(cellsOf(rows));
    if (bare !== null) return layout("plain", delimiter, 0, bare);
  }
  return null;
}

function layout(
  format: FileFormat,
  delimiter: Delimiter,
  headerLine: number,
  columns: TableColumns,
): FileLayout {
  return { format, delimiter, headerLine, columns };
}

function withReading(rows: CsvRows, columns: TableColumns): TableColumns {
  if (columns.kind === null || columns.kind.reading !== "") return columns;
  return { ...columns, kind: { column: columns.kind.column, reading: localizedReading(rows, columns) } };
}
