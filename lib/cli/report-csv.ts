import type { FileReport } from "@/lib/cli/report-file";
import { csvLine } from "@/lib/format/csv";
import { FIGURES_TO_COMPARE } from "@/lib/glucose/compare/compared-figures";
import { ENGLISH } from "@/lib/i18n/english";
import { TREATMENT_NOTICE } from "@/lib/notice";

const HEADER = ["file", "figure", "name", "value", "unit", "sufficiency", "rules_not_met"];

/**
 * One row per file and figure, glucose in mg/dL, unrounded; a figure that cannot be computed has an empty value. The last
 * row says what the numbers are not for.
 */
export function csvOf(reports: readonly FileReport[]): string {
  const { t } = ENGLISH;
  const rows = reports.flatMap(({ file, summary }) =>
    FIGURES_TO_COMPARE.map(({ figure, unit, judgedBy, of }) => {
      const verdict = summary.sufficiency[judgedBy];
      const unmet = verdict.status === "sufficient" ? [] : verdict.reasons.map(({ rule }) => rule);
      return [
        file,
        figure,
        t(`figures.names.${figure}`),
        of(summary) ?? "",
        unit,
        verdict.status,
        unmet.join(" "),
      ];
    }),
  );
  return [HEADER, ...rows, ["", "notice", TREATMENT_NOTICE, "", "", "", ""]]
    .map((row) => csvLine(row))
    .join("");
}
