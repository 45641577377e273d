import { dailyMoments, type GridCells, type Moments } from "../grid-days";
import { meanOfPresent, sdOfPresent } from "../slot-statistics";
import { cv } from "./cv";

/**
 * Mean and sample SD (n − 1) of the daily coefficients of variation, in percent (CVmean, CVsd). Days are those of the
 * wall clock; a day with fewer than two slots has no CV. `mean` is null without such a day, `sd` below two.
 * The moments of the days save counting them again. Umpierrez 2018, doi 10.1016/j.amjms.2018.09.010.
 */
export function cvOfDays(
  grid: GridCells,
  { means, sds }: Moments = dailyMoments(grid),
): { mean: number | null; sd: number | null } {
  const cvs = sds.map((sd, day) => cv(sd, means[day] ?? 0) ?? Number.NaN);
  return { mean: meanOfPresent(cvs), sd: sdOfPresent(cvs) };
}
