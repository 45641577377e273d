import type { GlucoseUnit } from "@/lib/format/unit";

/** What a column's name says: its words in lower case without unit and brackets, and the unit it carries. */
export interface ColumnName {
  readonly words: string;
  readonly unit: GlucoseUnit | null;
}

const MG_DL = /(?:^|[^a-z])mg\s*[/_. -]?\s*dl(?![a-z])/i;
// "mmol" alone will do; "mmol/mol" is a unit of GMI.
const MMOL_L = /(?:^|[^a-z])mmol(?:\s*[/_. -]?\s*l)?(?![a-z]|\s*\/\s*mol)/i;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const NAME_LENGTH_MAX = 100;

/** The unit of glucose that a header names. */
export function unitNamedBy(header: string): GlucoseUnit | null {
  return MG_DL.test(header) ? "mg/dL" : MMOL_L.test(header) ? "mmol/L" : null;
}

/** Takes a header apart: "Historic Glucose mmol/L" and "historic_glucose (mmol/L)" say the same. */
export function columnName(header: string): ColumnName {
  if (header.length > NAME_LENGTH_MAX) return { words: "", unit: null };
  const unit = unitNamedBy(header);
  const words = header
    .replace(BRACKETS, " ")
    .replace(MG_DL, " ")
    .replace(MMOL_L, " ")
    // "GlucoseValue" is two words.
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
  return { words, unit };
}

const FULL_TIMES =
  /time ?stamp|date ?time|date and time|date ?string|dt ?tm|^(?:glucose )?display time$|zeitstempel|datum und (?:uhr)?zeit|horodatage|marca temporal|fecha y hora|tijdstempel/;
const DATES: ReadonlySet<string> = new Set(["date", "day", "datum", "fecha", "local date", "device date"]);
const CLOCKS: ReadonlySet<string> = new Set([
  "time",
  "time of day",
  "clock time",
  "local time",
  "device time",
  "zeit",
  "uhrzeit",
  "tijd",
  "heure",
  "hora",
]);
const OTHER_TIMES: ReadonlySet<string> = new Set(["ts", "dt", "when", "epoch", "datetime utc"]);

export interface TimeColumns {
  readonly time: number;
  /** A second column with the time of day when `time` holds only the date. */
  readonly clock: number | null;
}

/** The columns that say when: a full time before a date with a time of day before either alone; null without any. */
export function timeColumns(names: readonly ColumnName[]): TimeColumns | null {
  const find = (matches: (words: string) => boolean) => names.findIndex(({ words }) => matches(words));
  const full = find((words) => FULL_TIMES.test(words) && !CLOCKS.has(words));
  if (full !== -1) return { time: full, clock: null };
  const [date, clock] = [find((words) => DATES.has(words)), find((words) => CLOCKS.has(words))];
  if (date !== -1 && clock !== -1) return { time: date, clock };
  const alone = clock === -1 ? (date === -1 ? find((words) => OTHER_TIMES.has(words)) : date) : clock;
  return alone === -1 ? null : { time: alone, clock: null };
}

const GLUCOSE_WORD = /glu[ck]|gly[ck]|gli[ck]|blood ?sugar|blutzucker/;
const ABBREVIATIONS = /^(?:(?:gl|bg|bgl|cbg|sg|sgv|egv|cgm|sensor)(?: value| reading)?)$/;
const JUST_A_VALUE = /^(?:value|reading|wert|valor|valeur)$/;
const NOT_A_SENSOR =
  /\b(?:scan|strip|event|type|status|units?|date|range|target|goal|alert|rate|trend|ratio|mean|average)\b|meter|finger|smbg|[ck]alib|insulin|carb|ketone|predict|time|zeit/;

/**
 * The column of sensor glucose: one that is named after glucose before one with an abbreviation before one that is
 * called "value" or only by its unit; among equals the one in `unit`, then the first. -1 without any.
 */
export function glucoseColumn(names: readonly ColumnName[], unit: GlucoseUnit | null): number {
  let best = -1;
  let bestRank = 0;
  names.forEach((name, index) => {
    const rank = glucoseRank(name, unit);
    if (rank > bestRank) [best, bestRank] = [index, rank];
  });
  return best;
}

function glucoseRank({ words, unit }: ColumnName, wanted: GlucoseUnit | null): number {
  if (NOT_A_SENSOR.test(words)) return 0;
  const isJustAUnit = words === "" && unit !== null;
  const kind = GLUCOSE_WORD.test(words)
    ? 3
    : ABBREVIATIONS.test(words)
      ? 2
      : JUST_A_VALUE.test(words) || isJustAUnit
        ? 1
        : 0;
  return kind === 0 ? 0 : 4 * kind + (unit === null ? 1 : unit === wanted ? 3 : 2);
}

const SUBJECT =
  /^(?:(?:subject|patient|participant|person|user|pt|study)(?: ?(?:id|name|no|number))?|pid|usubjid|deident id|subj(?: ?id)?)$/;

export interface SubjectColumn {
  readonly subject: number;
  /** A column called just "id" may as well number the rows. */
  readonly mayNumberRows: boolean;
}

/** The column that says whose reading it is; null without one. */
export function subjectColumn(names: readonly ColumnName[]): SubjectColumn | null {
  const named = names.findIndex(({ words }) => SUBJECT.test(words));
  if (named !== -1) return { subject: named, mayNumberRows: false };
  const id = names.findIndex(({ words }) => words === "id");
  return id === -1 ? null : { subject: id, mayNumberRows: true };
}
