import type { GlucoseUnit } from "@/lib/format/unit";
import type { BadRow, FileProblem } from "./file-problem";
import { shownText } from "./shown-text";

const NAMES_MAX = 3;

/** Why no table was found. Nothing of the file is quoted: its first lines may hold a name. */
export function unreadableFile(text: string): FileProblem {
  if (text.trim() === "") return { code: "empty", detail: "The file is empty." };
  if (text.startsWith("PK\u0003\u0004")) {
    return { code: "not-text", detail: "The file is a workbook or an archive: save it as CSV first." };
  }
  if (text.includes("\0"))
    return { code: "not-text", detail: "The file is not a text, so it cannot be a CSV file." };
  return {
    code: "no-table",
    detail:
      "The file has no table of readings: it must be a Clarity export, or a CSV file whose header names a time and a glucose column, such as timestamp,glucose.",
  };
}

/** Why the unit is not known; at least one of the two is null or they differ. */
export function unitProblem(named: GlucoseUnit | null, wanted: GlucoseUnit | null): FileProblem {
  return named === null || wanted === null
    ? {
        code: "no-unit",
        detail: "The file does not say in which unit its glucose is: add --unit mg/dL or --unit mmol/L.",
      }
    : {
        code: "unit-conflict",
        detail: `The header says ${named} and --unit says ${wanted}: leave --unit out, or correct the header.`,
      };
}

export const DATE_ORDER_UNKNOWN: FileProblem = {
  code: "date-order",
  detail:
    "The dates do not show whether the day or the month comes first: add --date-order dmy or --date-order mdy, or write them as YYYY-MM-DD.",
};

export function severalSubjects(subjects: ReadonlySet<string>): FileProblem {
  return {
    code: "several-subjects",
    detail: `The file holds ${subjects.size} subjects (${listed(subjects)}): choose one with --subject NAME.`,
  };
}

/** `subjects` is null when the file has no column of subjects. */
export function noSuchSubject(subject: string, subjects: ReadonlySet<string> | null): FileProblem {
  return {
    code: "no-such-subject",
    detail:
      subjects === null
        ? "The file has no column that says whose readings it holds: leave --subject out."
        : `The file holds no subject “${shownText(subject)}”: it has ${subjects.size} (${listed(subjects)}).`,
  };
}

export function noReadings({ rows, bad }: { rows: number; bad: readonly BadRow[] }): FileProblem {
  const [first] = bad;
  const why =
    rows === 0
      ? "there is nothing below its header"
      : first === undefined
        ? `${counted(rows, "row is", "rows are")} of other kinds`
        : `${counted(bad.length, "row", "rows")} cannot be used, the first in line ${first.line}: ${first.reason}`;
  return { code: "no-readings", detail: `The file holds no reading: ${why}.` };
}

function listed(subjects: ReadonlySet<string>): string {
  const names = [...subjects].slice(0, NAMES_MAX).map(shownText);
  return [...names, ...(subjects.size > NAMES_MAX ? ["…"] : [])].join(", ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
