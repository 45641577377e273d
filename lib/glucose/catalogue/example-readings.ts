import { MINUTE_MS } from "@/lib/clock";
import { type Distribution, distributionOf } from "../distribution";
import { type GlucoseGrid, gridOf } from "../grid";
import type { EgvSeries } from "../reading";
import { buildSeries } from "../series";
import type { Say } from "./catalogue-words";
import type { ExampleRow } from "./worked-example";

const MINUTES_PER_DAY = 1_440;
/** A Monday. */
export const FIRST_MIDNIGHT = Date.UTC(2026, 2, 2);

/** Even readings on one of the example's days. */
export interface ExampleStretch {
  /** 0 for the first day. */
  readonly day: number;
  readonly fromMinute: number;
  readonly stepMinutes: number;
  readonly values: readonly number[];
}

/** The readings as the engine takes them: mg/dL, one sensor, a wall clock without offset. */
export function seriesOf(stretches: readonly ExampleStretch[]): EgvSeries {
  return buildSeries(
    stretches.flatMap(({ day, fromMinute, stepMinutes, values }) =>
      values.map((value, i) => ({
        systemTime: FIRST_MIDNIGHT + (day * MINUTES_PER_DAY + fromMinute + i * stepMinutes) * MINUTE_MS,
        displayOffsetMinutes: 0,
        value,
        status: null,
        trend: null,
        trendRate: null,
        transmitterId: null,
        transmitterTicks: null,
        displayDevice: null,
        transmitterGeneration: null,
      })),
    ),
  );
}

/** The same readings as the page prints them, each stretch under its label, with their times as "07:30". */
export function rowsOf(stretches: readonly ExampleStretch[], labels: readonly string[]): ExampleRow[] {
  return stretches.map(({ fromMinute, stepMinutes, values }, row) => ({
    label: labels[row] ?? "",
    readings: values.map((mgDl, i) => ({ at: clockOf(fromMinute + i * stepMinutes), mgDl })),
  }));
}

/** The grid of some readings, which exist by construction. */
export function exampleGrid(stretches: readonly ExampleStretch[], stepMinutes: number): GlucoseGrid {
  const grid = gridOf(seriesOf(stretches), stepMinutes);
  if (grid === null) throw new Error("an example has readings");
  return grid;
}

function clockOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const anyOrder = (label: string, values: readonly number[]): ExampleRow => ({
  label,
  readings: values.map((mgDl) => ({ at: null, mgDl })),
});

/** Ten readings with one in each outer band. */
const TEN = [50, 65, 70, 95, 110, 140, 160, 180, 220, 310] as const;
export const TEN_READINGS: Distribution = distributionOf(Float64Array.from(TEN));
export const tenRows = (t: Say): ExampleRow[] => [anyOrder(t("metrics.rows.ten"), TEN)];

/** Four readings, so that every risk can be written down. */
const FOUR = [60, 100, 150, 300] as const;
export const FOUR_READINGS: Distribution = distributionOf(Float64Array.from(FOUR));
export const fourRows = (t: Say): ExampleRow[] => [anyOrder(t("metrics.rows.four"), FOUR)];

/** A rise and a fall of 12 mg/dL a step: with 5 minutes a right triangle whose long side is 13. */
export const ONE_HOUR: readonly ExampleStretch[] = [
  {
    day: 0,
    fromMinute: 480,
    stepMinutes: 5,
    values: [100, 112, 124, 136, 148, 148, 136, 124, 112, 112],
  },
];
export const hourRows = (t: Say): ExampleRow[] => rowsOf(ONE_HOUR, [t("metrics.rows.tenInOrder")]);

/** Two mornings in a row, every half hour. */
export const TWO_MORNINGS: readonly ExampleStretch[] = [
  { day: 0, fromMinute: 420, stepMinutes: 30, values: [100, 160, 140, 110, 170, 160] },
  { day: 1, fromMinute: 420, stepMinutes: 30, values: [120, 150, 150, 130, 150, 170] },
];
export const morningRows = (t: Say): ExampleRow[] => rowsOf(TWO_MORNINGS, dayLabels(TWO_MORNINGS, t));

/** "Day 1, mg/dL" for each stretch. */
export function dayLabels(days: readonly ExampleStretch[], t: Say): string[] {
  return days.map(({ day }) => t("metrics.rows.day", { day: day + 1 }));
}
