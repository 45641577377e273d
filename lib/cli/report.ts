import "@/lib/cli/require-node";
import { readFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "@/lib/cli/command";
import { csvOf } from "@/lib/cli/report-csv";
import { type FileReport, reportOf } from "@/lib/cli/report-file";
import { jsonOf } from "@/lib/cli/report-json";
import {
  REPORT_HELP,
  type ReportCommand,
  type ReportFormat,
  readReportCommand,
  STANDARD_INPUT,
} from "@/lib/cli/report-options";
import { textOf } from "@/lib/cli/report-text";
import { decodeFileText } from "@/lib/imports/file-text";
import { err, ok, type Result } from "@/lib/result";
import { systemErrorCode } from "@/lib/start-problem";

const WRITERS: Readonly<Record<ReportFormat, (reports: readonly FileReport[]) => string>> = {
  json: jsonOf,
  csv: csvOf,
  text: textOf,
};

/** So many bad rows are listed one by one; the rest is only counted. */
const BAD_ROWS_LISTED_MAX = 200;

await runCommand(() => {
  const command = readReportCommand(process.argv.slice(2));
  if (command === "help") {
    console.log(REPORT_HELP);
    return Promise.resolve(0);
  }
  const reports: FileReport[] = [];
  for (const file of command.files) {
    const outcome = reportOn(file, command);
    if (!outcome.ok) {
      console.error(`${file}: ${outcome.error}`);
      continue;
    }
    listBadRows(outcome.value);
    reports.push(outcome.value);
  }
  // Whoever pipes this into a pager may stop reading early: that is no failure.
  process.stdout.on("error", (error) => process.exit(systemErrorCode(error) === "EPIPE" ? 0 : 1));
  if (reports.length > 0) process.stdout.write(WRITERS[command.format](reports));
  return Promise.resolve(reports.length === command.files.length ? 0 : 1);
});

function reportOn(file: string, command: ReportCommand): Result<FileReport, string> {
  const bytes = readBytes(file);
  return bytes.ok ? reportOf(file, decodeFileText(bytes.value), command) : bytes;
}

function readBytes(file: string): Result<Uint8Array, string> {
  // npm runs scripts in the project's folder; the person named the file from theirs.
  const place = file === STANDARD_INPUT ? 0 : path.resolve(process.env["INIT_CWD"] ?? "", file);
  try {
    return ok(readFileSync(place));
  } catch (error) {
    return err(`The file cannot be read (${systemErrorCode(error) ?? "unknown error"}).`);
  }
}

function listBadRows({ file, read: { bad, rows } }: FileReport): void {
  for (const { line, reason } of bad.slice(0, BAD_ROWS_LISTED_MAX)) {
    console.error(`${file}: line ${line}: ${reason}`);
  }
  const unlisted = bad.length - BAD_ROWS_LISTED_MAX;
  if (unlisted > 0) console.error(`${file}: … and ${unlisted} more`);
  if (bad.length > 0) console.error(`${file}: ${bad.length} of ${rows} rows could not be used`);
}
