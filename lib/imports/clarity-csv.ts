import { columnName, timeColumns, unitNamedBy } from "./column-names";
import type { CsvRows } from "./csv-rows";
import type { TableColumns } from "./file-layout";

/** In English exports this is what a sensor reading is called. */
const EGV = "EGV";

// "Timestamp (YYYY-MM-DDThh:mm:ss)", whatever the letters are in the language of the export.
const TIME_PATTERN = /\(\p{L}{4}-\p{L}{2}-\p{L}{2}[T ]?\p{L}{2}:\p{L}{2}(?::\p{L}{2})?\)/u;
const UNIT_ENDING = /\((?:mg\/dl|mmol\/l)\)$/i;
const EVENT_WORD = /ereignis|evento|[ée]v[ée]nement|gebeurtenis|h[äæe]ndelse|tapahtuma/;
/** Metadata, insulin, carbohydrates and device columns stand in every export, filled or not. */
const COLUMNS_MIN = 8;

/** Where the other columns stand in the full table of 14, counted from the time. */
const FULL_TABLE = { columns: 14, glucose: 6, device: 5, ticks: 11, transmitter: 12 };

/**
 * The columns of a Clarity export, from its header: by their English names in any order, or in another language by the
 * form of the time and the unit in brackets. Null when the row is no such header.
 *
 * For another language `kind.reading` is still "": `localizedReading` finds the word.
 */
export function clarityColumns(header: readonly string[]): TableColumns | null {
  return englishColumns(header) ?? localizedColumns(header);
}

function englishColumns(header: readonly string[]): TableColumns | null {
  const names = header.map((cell) => columnName(cell).words);
  const [time, event] = [names.indexOf("timestamp"), names.indexOf("event type")];
  const glucose = names.indexOf("glucose value");
  if (time === -1 || event === -1 || glucose === -1) return null;
  const rate = header[names.indexOf("glucose rate of change")] ?? "";
  return {
    ...NO_SUBJECT,
    time,
    glucose,
    // Some exports name the unit only where it belongs to the rate.
    unit: unitNamedBy(header[glucose] ?? "") ?? unitNamedBy(rate),
    kind: { column: event, reading: EGV },
    device: indexOrNull(names.indexOf("source device id")),
    transmitterTicks: indexOrNull(names.indexOf("transmitter time")),
    transmitterId: indexOrNull(names.indexOf("transmitter id")),
    count: header.length,
  };
}

function localizedColumns(header: readonly string[]): TableColumns | null {
  const glucose = header.findIndex((cell) => UNIT_ENDING.test(cell));
  const pattern = header.findIndex((cell) => TIME_PATTERN.test(cell));
  const names = header.map(columnName);
  const time = pattern === -1 ? (timeColumns(names)?.time ?? -1) : pattern;
  const event = names.findIndex(({ words }) => EVENT_WORD.test(words));
  const isWhole = pattern === 1 && header.length >= COLUMNS_MIN;
  if (glucose === -1 || time === -1 || (event === -1 && !isWhole)) return null;
  const isFull = header.length === FULL_TABLE.columns && glucose === time + FULL_TABLE.glucose;
  return {
    ...NO_SUBJECT,
    time,
    glucose,
    unit: unitNamedBy(header[glucose] ?? ""),
    kind: { column: event === -1 ? time + 1 : event, reading: "" },
    device: isFull ? time + FULL_TABLE.device : null,
    transmitterTicks: isFull ? time + FULL_TABLE.ticks : null,
    transmitterId: isFull ? time + FULL_TABLE.transmitter : null,
    count: header.length,
  };
}

const NO_SUBJECT = { clock: null, subject: null, mayNumberRows: false } as const;

function indexOrNull(index: number): number | null {
  return index === -1 ? null : index;
}

/**
 * What an export in another language calls a sensor reading: "EGV" (or its German "EGW") where that occurs, else the
 * kind of row that most often has both a time and a glucose value, as a sensor speaks far oftener than anybody
 * calibrates. `rows` stands on the header and is read to its end. "" when no row has both.
 */
export function localizedReading(rows: CsvRows, { time, glucose, kind }: TableColumns): string {
  const counts = new Map<string, number>();
  while (rows.next()) {
    if (rows.cell(time) === "" || rows.cell(glucose) === "") continue;
    const name = rows.cell(kind?.column ?? -1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts.keys()];
  const known = names.find((name) => /^eg[vw]$/i.test(name));
  if (known !== undefined) return known;
  return names.reduce((best, name) => ((counts.get(name) ?? 0) > (counts.get(best) ?? 0) ? name : best), "");
}
