/** What each figure is, in words that need no training; `metric` is its entry at /metrics. */
export const FIGURE_DEFINITIONS = {
  mean: {
    name: "Average glucose",
    metric: "average-glucose",
    text: [
      "All sensor readings of the period added up and divided by their number.",
      "It says little about ups and downs: the same average can come from steady or from very varied days.",
    ],
  },
  gmi: {
    name: "GMI",
    metric: "gmi",
    text: [
      "Glucose management indicator: the A1c that this average glucose would on average go with (3.31 + 0.02392 × average in mg/dL; Bergenstal 2018).",
      "A laboratory A1c often differs by some tenths. The difference is a fact to discuss, not an error.",
    ],
  },
  cv: {
    name: "Variation (CV)",
    metric: "cv",
    text: [
      "Coefficient of variation: the standard deviation as a share of the average. It tells how much glucose moves.",
      "At most 36 % is called stable (Monnier 2017).",
    ],
  },
  sd: {
    name: "Spread (SD)",
    metric: "sd",
    text: [
      "Standard deviation: how far readings typically lie from the average, in your glucose unit. There is no common goal, because it grows with the average: CV takes that out.",
    ],
  },
  active: {
    name: "Sensor active",
    metric: "sensor-active",
    text: [
      "Readings that are there, as a share of those that the period could have had so far.",
      "With less than 70 % of 14 days the other figures may not be representative (Battelino 2019).",
    ],
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly metric: string; readonly text: readonly string[] }
>;

export type FigureName = keyof typeof FIGURE_DEFINITIONS;
