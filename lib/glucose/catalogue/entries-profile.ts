import { percentilesByTimeOfDay, smoothed } from "../agp";
import { NIGHT_DEFAULT, nightAndDay } from "../parts-of-day";
import { RANGE_BOUNDS } from "../ranges";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { dayLabels, type ExampleStretch, rowsOf, seriesOf } from "./example-readings";
import type { MetricGroup } from "./metric";

/** One reading in each of three hours on five days. */
const MORNINGS = [
  [100, 110, 120],
  [105, 130, 150],
  [110, 140, 160],
  [115, 150, 170],
  [120, 200, 190],
];
const FIVE_DAYS: readonly ExampleStretch[] = MORNINGS.map((values, day) => ({
  day,
  fromMinute: 390,
  stepMinutes: 60,
  values,
}));
const RAW = percentilesByTimeOfDay(seriesOf(FIVE_DAYS), { binMinutes: 60 });
const CURVES = smoothed(RAW);

const NIGHT: readonly ExampleStretch[] = [
  {
    day: 0,
    fromMinute: 240,
    stepMinutes: 60,
    values: [90, 100, 140, 160],
  },
];
const PARTS = nightAndDay(seriesOf(NIGHT), { night: NIGHT_DEFAULT, bounds: RANGE_BOUNDS["mg/dL"] });

export function profileGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("profile", [
    entry("glucose-profile", {
      figure: "profile",
      formula: t("metrics.entries.glucose-profile.formula"),
      needs: "profile",
      goal: null,
      citations: [CITATIONS.bergenstal2013, CITATIONS.johnson2019],
      rows: rowsOf(FIVE_DAYS, dayLabels(FIVE_DAYS, t)),
      results: [
        {
          name: t("metrics.entries.glucose-profile.results.p95"),
          byHand: 190,
          computed: RAW[7]?.p95 ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.glucose-profile.results.median"),
          byHand: 138.3,
          computed: CURVES[7]?.p50 ?? null,
          decimals: 1,
          unit: "mg/dL",
        },
      ],
    }),
    entry("night-and-day", {
      figure: null,
      formula: null,
      needs: "level",
      goal: null,
      citations: [CITATIONS.battelino2019],
      rows: rowsOf(NIGHT, [t("metrics.rows.nightAndMorning")]),
      results: [
        {
          name: t("metrics.entries.night-and-day.results.night"),
          byHand: 95,
          computed: PARTS.night.mean,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.night-and-day.results.day"),
          byHand: 150,
          computed: PARTS.day.mean,
          decimals: 0,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
