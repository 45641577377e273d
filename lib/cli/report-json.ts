import type { FileReport } from "@/lib/cli/report-file";
import { TREATMENT_NOTICE } from "@/lib/notice";
import { summaryJson } from "@/lib/reports/summary-json";

/** One object for one file, a list of them for several; the keys are documented in `lib/reports/README.md`. */
export function jsonOf(reports: readonly FileReport[]): string {
  const [first, ...others] = reports.map(fileJson);
  return `${JSON.stringify(others.length === 0 ? first : [first, ...others], null, 2)}\n`;
}

function fileJson({ file, read, summary }: FileReport) {
  const { format, unit, subject, rows, ignored, bad, wallClock } = read;
  return {
    notice: TREATMENT_NOTICE,
    file: { name: file, format, unit, subject, rows, ignoredRows: ignored, badRows: bad.length, wallClock },
    ...summaryJson(summary, wallClock ? writeWallClock : writeUtc),
  };
}

const writeUtc = (at: number) => new Date(at).toISOString();

/** A file whose times name no zone was read as if it were UTC: its times are written as they came, without a zone. */
const writeWallClock = (at: number) => writeUtc(at).slice(0, -1);
