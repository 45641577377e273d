import type { ComparedFigure } from "@/lib/glucose/compare/compared-figures";

/** The entry of the catalogue that defines a figure, by the beginning of the figure's name; longer ones first. */
const METRICS: readonly (readonly [start: string, metric: string])[] = [
  ["timeInRanges.target", "time-in-range"],
  ["timeInRanges.low", "time-below-range"],
  ["timeInRanges.veryLow", "time-below-range"],
  ["timeInRanges.", "time-above-range"],
  ["titr", "time-in-tight-range"],
  ["night.", "night-and-day"],
  ["day.", "night-and-day"],
  ["mean", "average-glucose"],
  ["gmi", "gmi"],
  ["median", "median"],
  ["quantiles.", "percentiles"],
  ["sdSubtypes.", "sd-subtypes"],
  ["sdRoc", "sd-of-rate"],
  ["sd", "sd"],
  ["cvMean", "cv-of-days"],
  ["cvSd", "cv-of-days"],
  ["cv", "cv"],
  ["iqr", "iqr"],
  ["mad", "mad"],
  ["jIndex", "j-index"],
  ["episodes.hypo", "low-episodes"],
  ["episodes.hyper", "high-episodes"],
  ["gri.", "gri"],
  ["lbgi", "lbgi"],
  ["hbgi", "hbgi"],
  ["bgri", "bgri"],
  ["adrr", "adrr"],
  ["grade.", "grade"],
  ["mValue.", "m-value"],
  ["hypoIndex", "hypoglycaemia-index"],
  ["hyperIndex", "hyperglycaemia-index"],
  ["igc", "igc"],
  ["cogi", "cogi"],
  ["aucHourly", "auc"],
  ["modd", "modd"],
  ["conga.24", "conga-24"],
  ["conga.", "conga"],
  ["mage.", "mage"],
  ["mag", "mag"],
  ["gvp", "gvp"],
  ["lability", "lability"],
];

/** The id of the catalogue's entry, which is its anchor at /metrics. */
export function metricOf(figure: ComparedFigure): string {
  const found = METRICS.find(([start]) => figure.startsWith(start));
  if (!found) throw new Error(`No entry of the catalogue defines ${figure}`);
  return found[1];
}
