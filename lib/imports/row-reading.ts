import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import { type Egv, HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "@/lib/glucose/reading";
import { mmolLToMgDl } from "@/lib/glucose/units";
import type { CsvRows } from "./csv-rows";
import type { FileFormat, TableColumns } from "./file-layout";
import { type DateOrder, readFileTimestamp } from "./file-timestamp";
import { type GlucoseCell, readGlucoseCell } from "./glucose-cell";
import { shownText } from "./shown-text";

/** A reading of a file: `value` is mg/dL, `sourceValue` the number as it stands in the file, in the file's unit. */
export interface FileReading extends Egv {
  readonly sourceValue: number;
}

export interface RowReader {
  readonly format: FileFormat;
  readonly columns: TableColumns;
  readonly unit: GlucoseUnit;
  /** Null as long as no date needed one. */
  readonly dateOrder: DateOrder | null;
}

export interface RowReading {
  readonly reading: FileReading;
  /** Whether the time names its zone. */
  readonly hasZone: boolean;
}

/**
 * The reading in the row on which `rows` stands, or why there is none (no full stop, no more than 40 characters of a
 * cell), or null when its day and month cannot be told apart without an order.
 *
 * Without a zone the wall clock is taken as UTC with offset 0, so that no clock change is invented; with one the offset
 * is kept. `previous` is the reading before it, if any, and only saves memory.
 */
export function readRow(
  rows: CsvRows,
  reader: RowReader,
  previous: FileReading | null,
): RowReading | string | null {
  const { columns, unit } = reader;
  const extra = firstExtraCell(rows, columns.count);
  if (extra !== null) return `it has ${extra + 1} cells where the header has ${columns.count}`;
  const when = timeText(rows, columns);
  if (when === "") return "no time";
  const time = readFileTimestamp(when, reader.dateOrder);
  if (time === "order") return null;
  if (time === "unreadable") return `the time “${shownText(when)}” is not a date and a time of day`;
  if (time === "impossible") return `the time “${shownText(when)}” does not exist`;
  const whole = rows.wholeNumber(columns.glucose);
  const glucose = whole > 0 ? whole : readGlucoseCell(rows.cell(columns.glucose), unit);
  const fault = glucoseFault(glucose, rows, columns);
  if (fault !== null) return fault;
  const value = mgDlOf(glucose, unit);
  const ticks = columns.transmitterTicks === null ? Number.NaN : rows.wholeNumber(columns.transmitterTicks);
  return {
    hasZone: time.offsetMinutes !== null,
    reading: {
      systemTime: time.instant,
      displayOffsetMinutes: time.offsetMinutes ?? 0,
      value,
      status: statusOf(glucose, reader),
      trend: null,
      trendRate: null,
      transmitterId: idOf(rows, columns.transmitterId, previous?.transmitterId ?? null),
      transmitterTicks: Number.isNaN(ticks) ? null : ticks,
      displayDevice: idOf(rows, columns.device, previous?.displayDevice ?? null),
      transmitterGeneration: null,
      sourceValue: typeof glucose === "number" ? glucose : inUnit(value, unit),
    },
  };
}

function timeText(rows: CsvRows, { time, clock }: TableColumns): string {
  const date = rows.cell(time);
  if (clock === null) return date;
  const timeOfDay = rows.cell(clock);
  return date === "" || timeOfDay === "" ? "" : `${date} ${timeOfDay}`;
}

/** A comma too many moves every value behind it: a row with more cells than the header has cannot be trusted. */
function firstExtraCell(rows: CsvRows, count: number): number | null {
  for (let index = rows.cellCount() - 1; index >= count; index -= 1) {
    if (rows.cell(index) !== "") return index;
  }
  return null;
}

function glucoseFault(glucose: GlucoseCell, rows: CsvRows, { glucose: column }: TableColumns): string | null {
  if (glucose === "missing") return "no glucose value";
  if (glucose !== "not-positive" && glucose !== "text") return null;
  const what = glucose === "text" ? "is not a number" : "is not above 0";
  return `the glucose value “${shownText(rows.cell(column))}” ${what}`;
}

function mgDlOf(glucose: GlucoseCell, unit: GlucoseUnit): number {
  if (typeof glucose === "number") return unit === "mmol/L" ? mmolLToMgDl(glucose) : glucose;
  return glucose === "low" ? LOW_SENTINEL_MG_DL : HIGH_SENTINEL_MG_DL;
}

/** 39 and 401 mg/dL mean low and high where Dexcom writes them; elsewhere they are numbers like any other. */
function statusOf(glucose: GlucoseCell, { format, unit }: RowReader): Egv["status"] {
  if (glucose === "low" || glucose === "high") return glucose;
  if (format !== "clarity" || unit !== "mg/dL") return null;
  return glucose === LOW_SENTINEL_MG_DL ? "low" : glucose === HIGH_SENTINEL_MG_DL ? "high" : null;
}

/** Nearly every row names the sensor of the row before it: one text serves them all. */
function idOf(rows: CsvRows, column: number | null, previous: string | null): string | null {
  if (column === null) return null;
  return previous !== null && rows.cellIs(column, previous) ? previous : rows.cell(column) || null;
}
