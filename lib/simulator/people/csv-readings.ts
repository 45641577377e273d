import type { Instant } from "@/lib/clock";
import { AppError } from "@/lib/errors";

export interface CsvReading {
  /** The wall clock of the file, read as UTC. */
  readonly at: Instant;
  /** mg/dL as written, unrounded. */
  readonly glucose: number;
}

const COLUMNS = ["subject", "time", "glucose_mg_dl"] as const;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/**
 * One subject's readings, ascending, one per time (the last in the file).
 *
 * @throws AppError `bad_request`: never with a value from the file in it, always with the line.
 */
export function readingsFromCsv(csv: string, wanted?: string): { subject: string; readings: CsvReading[] } {
  const lines = csv.replace(/^\uFEFF/, "").split(/\r?\n/);
  const header = cells(lines[0] ?? "");
  const [subjectAt, timeAt, glucoseAt] = [
    header.indexOf("subject"),
    header.indexOf("time"),
    header.indexOf("glucose_mg_dl"),
  ];
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw refusal(`The CSV file has no column ${missing.join(", ")}.`);
  const subjects = new Set<string>();
  const byTime = new Map<Instant, number>();
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (line.trim() === "") continue;
    const row = cells(line);
    const subject = row[subjectAt] ?? "";
    subjects.add(subject);
    if (wanted !== undefined && subject !== wanted) continue;
    const at = instantOf(row[timeAt] ?? "");
    if (at === undefined) throw refusal(`Line ${i + 1}: the time is not like 2024-05-31T08:15:00.`);
    const glucose = row[glucoseAt] ?? "";
    if (!NUMBER.test(glucose)) throw refusal(`Line ${i + 1}: the glucose value is not a number.`);
    byTime.set(at, Number(glucose));
  }
  const subject = onlySubject(subjects, wanted);
  const readings = [...byTime].map(([at, glucose]) => ({ at, glucose }));
  return { subject, readings: readings.sort((a, b) => a.at - b.at) };
}

function onlySubject(subjects: ReadonlySet<string>, wanted: string | undefined): string {
  const [first, ...others] = subjects;
  if (first === undefined) throw refusal("The CSV file has no readings.");
  const list = [...subjects].sort().join(", ");
  if (wanted === undefined && others.length > 0)
    throw refusal(`Choose one of the subjects in the file: ${list}.`);
  if (wanted !== undefined && !subjects.has(wanted)) {
    throw refusal(`There is no subject ${wanted} in the file. Its subjects are: ${list}.`);
  }
  return wanted ?? first;
}

function cells(line: string): string[] {
  return line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

/** Undefined for anything that is not a moment of the calendar, such as 30 February. */
function instantOf(text: string): Instant | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const iso = `${match[1]}T${match[2]}:${match[3] ?? "00"}`;
  const at = Date.parse(`${iso}.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? at : undefined;
}

function refusal(detail: string): AppError {
  return new AppError("bad_request", detail);
}
