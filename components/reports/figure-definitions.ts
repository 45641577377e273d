/** The figures that a report explains in place; each with its entry at /metrics. The words are in the catalogue. */
export const FIGURE_METRICS = {
  mean: "average-glucose",
  gmi: "gmi",
  cv: "cv",
  sd: "sd",
  active: "sensor-active",
} as const;

export type FigureName = keyof typeof FIGURE_METRICS;
