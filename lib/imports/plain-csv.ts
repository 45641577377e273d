import type { GlucoseUnit } from "@/lib/format/unit";
import { columnName, glucoseColumn, subjectColumn, timeColumns } from "./column-names";
import type { TableColumns } from "./file-layout";
import { readFileTimestamp } from "./file-timestamp";
import { readGlucoseCell } from "./glucose-cell";

/** What LibreView calls the readings that a sensor stored by itself; 1 are scans, others are not sensor glucose. */
const HISTORIC_RECORD = "0";

/**
 * The columns of a plain table, from its header: a time (or date and time), a glucose, perhaps a subject. Null when the
 * row is no such header. `unit` chooses between two glucose columns.
 */
export function plainColumns(header: readonly string[], unit: GlucoseUnit | null): TableColumns | null {
  const names = header.map(columnName);
  const when = timeColumns(names);
  const glucose = glucoseColumn(names, unit);
  if (when === null || glucose === -1 || glucose === when.time || glucose === when.clock) return null;
  const whose = subjectColumn(names);
  const record = names.findIndex(({ words }) => words === "record type");
  return {
    ...BARE,
    ...when,
    glucose,
    unit: names[glucose]?.unit ?? null,
    subject: whose?.subject ?? null,
    mayNumberRows: whose?.mayNumberRows ?? false,
    kind: record === -1 ? null : { column: record, reading: HISTORIC_RECORD },
    count: header.length,
  };
}

/** The columns of a table without a header: exactly a time and a glucose value. Null when the row is not that. */
export function bareColumns(firstRow: readonly string[]): TableColumns | null {
  const [time = "", glucose = "", ...others] = firstRow;
  if (others.some((cell) => cell !== "")) return null;
  const value = readGlucoseCell(glucose, "mg/dL");
  if (readFileTimestamp(time, "dmy") === "unreadable" || value === "text" || value === "missing") return null;
  return BARE;
}

const BARE: TableColumns = {
  time: 0,
  clock: null,
  glucose: 1,
  unit: null,
  subject: null,
  mayNumberRows: false,
  kind: null,
  device: null,
  transmitterId: null,
  transmitterTicks: null,
  count: 2,
};
