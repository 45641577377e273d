import type { Band } from "../bands";
import { BANDS } from "../bands";
import { cv } from "../metrics/cv";
import { gmi, gmiMmolPerMol } from "../metrics/gmi";
import {
  CENTRE_MG_DL,
  DAY_COLUMN_COUNT,
  DAY_COLUMNS,
  EPISODE_LISTS,
  EPISODE_SIDES,
  type EpisodeList,
  type EpisodeSide,
} from "./day-statistics";

/** The figures that follow from sums over days alone, so that any choice of days has them. */
export type PooledFigure =
  | "mean"
  | "sd"
  | "cv"
  | "gmi"
  | "gmiMmolMol"
  | `timeInRanges.${Band}`
  | `episodes.${EpisodeSide}.${EpisodeList}.perWeek`;

/** In the order of `poolFigures`. */
export const POOLED_FIGURES: readonly PooledFigure[] = [
  "mean",
  "sd",
  "cv",
  "gmi",
  "gmiMmolMol",
  ...BANDS.map((band) => `timeInRanges.${band}` as const),
  ...EPISODE_SIDES.flatMap((side) =>
    EPISODE_LISTS.map((list) => `episodes.${side}.${list}.perWeek` as const),
  ),
];

/** How many columns of `DayStatistics`, from the first on, some figures need: rates of episodes need them all. */
export function columnsBehind(figures: readonly PooledFigure[]): number {
  return figures.some((figure) => figure.startsWith("episodes.")) ? DAY_COLUMN_COUNT : DAY_COLUMNS.episodes;
}

const MINUTES_PER_WEEK = 10_080;

/**
 * The figures of days taken together, from the sums of their rows (`DAY_COLUMNS`) into `figures`, one for each of
 * `POOLED_FIGURES` and in the units of a summary: readings count alike whatever day they are from, SD is that of all
 * readings (n − 1), and rates are per 7 days of recorded time. NaN below two readings, rates also without recorded
 * time.
 */
export function poolFigures(sums: Float64Array, figures: Float64Array): void {
  const readings = sums[DAY_COLUMNS.readings] ?? 0;
  if (readings < 2) {
    figures.fill(Number.NaN);
    return;
  }
  const deviations = sums[DAY_COLUMNS.deviations] ?? 0;
  const squares = (sums[DAY_COLUMNS.squares] ?? 0) - (deviations * deviations) / readings;
  const mean = CENTRE_MG_DL + deviations / readings;
  const sd = Math.sqrt(Math.max(0, squares) / (readings - 1));
  let at = 0;
  figures[at++] = mean;
  figures[at++] = sd;
  figures[at++] = cv(sd, mean) ?? Number.NaN;
  figures[at++] = gmi(mean) ?? Number.NaN;
  figures[at++] = gmiMmolPerMol(mean) ?? Number.NaN;
  for (let band = 0; band < BANDS.length; band += 1) {
    figures[at++] = (100 * (sums[DAY_COLUMNS.bands + band] ?? 0)) / readings;
  }
  const weeks = (sums[DAY_COLUMNS.recordedMinutes] ?? 0) / MINUTES_PER_WEEK;
  for (let column = DAY_COLUMNS.episodes; at < figures.length; column += 1) {
    figures[at++] = weeks === 0 ? Number.NaN : (sums[column] ?? 0) / weeks;
  }
}
