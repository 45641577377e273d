import { percentilesByTimeOfDay, smoothed } from "../agp";
import { NIGHT_DEFAULT, nightAndDay } from "../parts-of-day";
import { RANGE_BOUNDS } from "../ranges";
import { CITATIONS } from "./citations";
import { type ExampleStretch, rowsOf, seriesOf } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";

/** One reading in each of three hours on five days. */
const MORNINGS = [
  [100, 110, 120],
  [105, 130, 150],
  [110, 140, 160],
  [115, 150, 170],
  [120, 200, 190],
];
const FIVE_DAYS: readonly ExampleStretch[] = MORNINGS.map((values, day) => ({
  label: `Day ${day + 1}, mg/dL`,
  day,
  fromMinute: 390,
  stepMinutes: 60,
  values,
}));
const RAW = percentilesByTimeOfDay(seriesOf(FIVE_DAYS), { binMinutes: 60 });
const CURVES = smoothed(RAW);

const NIGHT: readonly ExampleStretch[] = [
  {
    label: "Night and morning, mg/dL",
    day: 0,
    fromMinute: 240,
    stepMinutes: 60,
    values: [90, 100, 140, 160],
  },
];
const PARTS = nightAndDay(seriesOf(NIGHT), { night: NIGHT_DEFAULT, bounds: RANGE_BOUNDS["mg/dL"] });

export const PROFILE: MetricGroup = {
  id: "profile",
  name: "Time of day",
  about: "What is usual at which time of day. Every reading stands where the person's own clock stood.",
  metrics: [
    {
      id: "glucose-profile",
      figure: "profile",
      name: "Glucose profile (AGP-style)",
      shortName: "Glucose profile",
      meaning:
        "All days laid over one another: the middle line is the typical value, the areas show how far days differ.",
      definition:
        "For each hour of the day the 5th, 25th, 50th, 75th and 95th percentile of all readings in it, drawn at the half " +
        "hour, then smoothed round the clock.",
      formula: "(p(hour before) + 4 · p(hour) + p(hour after)) / 6",
      variant:
        "Percentiles of type 7 on raw readings, hourly, cyclic weights 1-4-1. Raw bins of 15 or 5 minutes on request. Others " +
        "take half hours without smoothing (Tidepool's trends, Nightscout), or 10th and 90th percentiles; iglu's smoothing " +
        "does not close at midnight.",
      unit: "mg/dL or mmol/L",
      edgeCases:
        "A time of day with readings from fewer than 5 days stays empty. With one neighbour missing the weights are 4 and 1.",
      needs: NEEDS.profile,
      goal: null,
      citations: [CITATIONS.bergenstal2013, CITATIONS.johnson2019],
      example: {
        rows: rowsOf(FIVE_DAYS),
        steps: [
          "From 7 to 8 there are 110, 130, 140, 150 and 200: median 140, 95th percentile at position 4 · 0.95 = 3.8, so 150 + 0.8 · 50 = 190.",
          "The medians of the hours beside it are 110 and 160: (110 + 4 · 140 + 160) / 6 = 138.3.",
        ],
        results: [
          {
            name: "95th percentile at 7:30, raw",
            byHand: 190,
            computed: RAW[7]?.p95 ?? null,
            decimals: 0,
            unit: "mg/dL",
          },
          {
            name: "Median at 7:30, smoothed",
            byHand: 138.3,
            computed: CURVES[7]?.p50 ?? null,
            decimals: 1,
            unit: "mg/dL",
          },
        ],
      },
    },
    {
      id: "night-and-day",
      figure: null,
      name: "Night and day",
      shortName: "Night and day",
      meaning: "The same figures for the night by itself and for the rest of the day.",
      definition:
        "Average, SD, CV and time in ranges of the readings from 00:00 to before 06:00, and of the others.",
      formula: null,
      variant: "The night is 00:00–06:00 unless set otherwise; it may run over midnight.",
      unit: "as the figure",
      edgeCases:
        "No average where a part has no readings. No goals: the consensus sets none for parts of a day.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.battelino2019],
      example: {
        rows: rowsOf(NIGHT),
        steps: [
          "Night: 04:00 and 05:00, (90 + 100) / 2 = 95. Day: 06:00 and 07:00, (140 + 160) / 2 = 150. 06:00 belongs to the day.",
        ],
        results: [
          { name: "Average at night", byHand: 95, computed: PARTS.night.mean, decimals: 0, unit: "mg/dL" },
          { name: "Average by day", byHand: 150, computed: PARTS.day.mean, decimals: 0, unit: "mg/dL" },
        ],
      },
    },
  ],
};
