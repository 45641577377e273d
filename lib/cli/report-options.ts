import { parseArgs } from "node:util";
import { GLUCOSE_UNITS, type GlucoseUnit } from "@/lib/format/unit";
import { type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";
import { DATE_ORDERS, type DateOrder } from "@/lib/imports/file-timestamp";
import { StartProblem } from "@/lib/start-problem";

const REPORT_FORMATS = ["text", "json", "csv"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const REPORT_EXCLUSIONS = ["sensor-start-12", "sensor-start-24", "compression-lows"] as const;
export type ReportExclusion = (typeof REPORT_EXCLUSIONS)[number];

/** Stands for what is piped into the command. */
export const STANDARD_INPUT = "-";

export const REPORT_HELP = `npm run --silent report -- FILE… [options]

The figures of a period from files of CGM readings, without a server. A file is a Dexcom Clarity export or a CSV file
whose header names a time and a glucose column (timestamp,glucose); ${STANDARD_INPUT} reads what is piped in. Rows that cannot be used
are listed on standard error with their line. A time without a zone is taken as it stands: no clock change is invented.

  --from DATE                 first and last date, both included, as YYYY-MM-DD (default: all dates with readings)
  --to DATE
  --unit mg/dL|mmol/L         the unit of the glucose values, where the header does not name it
  --subject NAME              whose readings to take from a file of several people
  --date-order dmy|mdy        what 04/05/2026 means, where the dates of a file do not show it
  --exclude NAME              leave readings out of the figures; may be repeated:
                                sensor-start-12   the first 12 hours of each sensor
                                sensor-start-24   the first 24 hours of each sensor
                                compression-lows  lows at night that look like lying on the sensor
  --text | --json | --csv     how to write the figures (default: --text)
  --help                      this text
`;

export interface ReportCommand {
  /** At least one; `-` is standard input, at most once. */
  readonly files: readonly string[];
  /** Both inclusive; null is open. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly unit: GlucoseUnit | null;
  readonly subject: string | null;
  readonly dateOrder: DateOrder | null;
  readonly exclude: readonly ReportExclusion[];
  readonly format: ReportFormat;
}

/** The options of the command line, or `help`. Throws one sentence for the first that cannot be used. */
export function readReportCommand(argv: readonly string[]): ReportCommand | "help" {
  const { values, positionals: files } = parse(argv);
  if (values.help) return "help";
  if (files.length === 0)
    throw new StartProblem("Name at least one file to report on. Use --help to see the options.");
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new StartProblem(`${STANDARD_INPUT} is given twice: standard input can be read only once.`);
  }
  const from = localDate("--from", values.from);
  const to = localDate("--to", values.to);
  if (from !== null && to !== null && to < from) {
    throw new StartProblem(`--to is ${to}: it must not lie before --from, ${from}.`);
  }
  if (values.subject === "") throw new StartProblem("--subject is empty: name whose readings to take.");
  const exclude = (values.exclude ?? []).map((name) => oneOf("--exclude", name, REPORT_EXCLUSIONS));
  return {
    files,
    from,
    to,
    unit: values.unit === undefined ? null : oneOf("--unit", values.unit, GLUCOSE_UNITS),
    subject: values.subject ?? null,
    dateOrder:
      values["date-order"] === undefined ? null : oneOf("--date-order", values["date-order"], DATE_ORDERS),
    exclude: [...new Set(exclude)],
    format: formatOf(values),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        from: { type: "string" },
        to: { type: "string" },
        unit: { type: "string" },
        subject: { type: "string" },
        "date-order": { type: "string" },
        exclude: { type: "string", multiple: true },
        text: { type: "boolean" },
        json: { type: "boolean" },
        csv: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? "") : "";
    throw new StartProblem(`${why}. Use --help to see the options.`);
  }
}

function localDate(option: string, text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const date = parseLocalDate(text);
  if (date === null) {
    throw new StartProblem(`${option} is ${text}: it must be a date of the calendar written as YYYY-MM-DD.`);
  }
  return date;
}

/** The one of `names` that is meant, whatever its capitals: nobody remembers that it is mg/dL and mmol/L. */
function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((candidate) => candidate.toLowerCase() === text.toLowerCase());
  if (name !== undefined) return name;
  const list = `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
  throw new StartProblem(`${option} is ${text}: it must be ${list}.`);
}

function formatOf(chosen: Partial<Record<ReportFormat, boolean>>): ReportFormat {
  const formats = REPORT_FORMATS.filter((format) => chosen[format]);
  if (formats.length > 1) {
    const list = formats.map((format) => `--${format}`).join(" and ");
    throw new StartProblem(`${list} exclude one another: choose one.`);
  }
  return formats[0] ?? "text";
}
