import { extremeReading, figureNumber, figureUnitLabel } from "@/components/figures/figure-writing";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Metric, MetricGroup } from "@/lib/glucose/catalogue/metric";
import { FIGURES_TO_COMPARE, type FigureToCompare } from "@/lib/glucose/compare/compared-figures";
import type { Summary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { otherRows } from "./coverage-rows";
import { goalOf } from "./figure-goals";
import { metricOf } from "./figure-metric";
import type { FigureRow } from "./figure-row";

/** The rows of one entry of the catalogue. */
export interface MetricRows {
  readonly metric: Metric;
  readonly rows: readonly FigureRow[];
}

/** A chapter of the catalogue with the entries that have rows. */
export interface GroupRows {
  readonly group: MetricGroup;
  readonly metrics: readonly MetricRows[];
}

interface Writing {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** Every figure of a summary under the entry that defines it, in the order of the catalogue. */
export function figureRows(
  summary: Summary,
  catalogue: readonly MetricGroup[],
  writing: Writing,
): GroupRows[] {
  const others = otherRows(summary, writing);
  const rowsOf = (metric: Metric): readonly FigureRow[] => {
    const figures = FIGURES_TO_COMPARE.filter(({ figure }) => metricOf(figure) === metric.id);
    return [...figures.map((figure) => rowOf(figure, summary, writing)), ...(others.get(metric.id) ?? [])];
  };
  return catalogue
    .map((group) => ({
      group,
      metrics: group.metrics
        .map((metric) => ({ metric, rows: rowsOf(metric) }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ metrics }) => metrics.length > 0);
}

function rowOf(
  { figure, unit: of, judgedBy, of: read }: FigureToCompare,
  summary: Summary,
  writing: Writing,
) {
  const { unit, words } = writing;
  const value = read(summary);
  const zone =
    figure === "gri.value" && summary.gri !== null
      ? `, ${words.t("statistics.zone", { zone: summary.gri.zone })}`
      : "";
  const isReading = figure === "quantiles.p0" || figure === "quantiles.p100";
  const written = (number: number) => {
    const text = isReading
      ? extremeReading(number, unit, words)
      : figureNumber(number, of, unit, words.locale);
    return `${text} ${figureUnitLabel(of, unit, words)}`.trimEnd();
  };
  return {
    figure,
    name: words.t(`figures.names.${figure}`),
    value: value === null ? null : `${written(value)}${zone}`,
    verdict: summary.sufficiency[judgedBy],
    goal: goalOf(figure, summary, writing),
  };
}
