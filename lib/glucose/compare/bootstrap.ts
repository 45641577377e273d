import { DAY_COLUMN_COUNT, type DayStatistics } from "./day-statistics";
import { columnsBehind, POOLED_FIGURES, type PooledFigure, poolFigures } from "./pooled-figures";
import { indexBelow, type RandomWords, seededRandom } from "./seeded-random";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Intervals = ReadonlyMap<PooledFigure, Interval | null>;

export const RESAMPLES_DEFAULT = 2_000;
export const SEED_DEFAULT = 20_190_801;

/** The middle 95 % of the resampled differences. */
const LOWER_SHARE = 0.025;
const UPPER_SHARE = 0.975;

/**
 * How far the difference after − before of each pooled figure could be luck of the days: the 95 % percentile interval
 * of the bootstrap. In each round every period draws as many of its own days as it has, with replacement, and the
 * figures are those of all drawn days together. The bounds are the 2.5 and 97.5 percentiles (type 7) of the rounds.
 *
 * Whole days are drawn because readings five minutes apart say nearly the same; drawing readings would make every
 * difference look certain. A day counts by its readings, so one of 25 hours weighs more than one of 23. The days of a
 * period are taken as interchangeable: weekdays, trends inside it and likeness of neighbouring days are not modelled,
 * and the two periods are taken as independent, which periods that overlap are not.
 *
 * The same days, seed and rounds give the same numbers, whichever `figures` are asked for. The earlier period draws first, so that exchanging the two only
 * changes signs. Null where no round has the figure on both sides, as when a period has no day.
 * Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13, doi 10.1201/9780429246593.
 */
export function bootstrapDifferences(
  { before, after }: { readonly before: DayStatistics; readonly after: DayStatistics },
  {
    figures = POOLED_FIGURES,
    resamples = RESAMPLES_DEFAULT,
    seed = SEED_DEFAULT,
  }: { figures?: readonly PooledFigure[]; resamples?: number; seed?: number } = {},
): Intervals {
  const random = seededRandom(seed);
  const sides = {
    before: { days: before, figures: new Float64Array(POOLED_FIGURES.length) },
    after: { days: after, figures: new Float64Array(POOLED_FIGURES.length) },
  };
  const [first, second] = isEarlier(after, before)
    ? [sides.after, sides.before]
    : [sides.before, sides.after];
  const sums = new Float64Array(DAY_COLUMN_COUNT);
  const columns = columnsBehind(figures);
  const room = { sums, columns, drawn: new Uint32Array(Math.max(before.days, after.days)) };
  const wanted = figures.map((figure) => ({
    figure,
    at: POOLED_FIGURES.indexOf(figure),
    differences: new Float64Array(resamples),
  }));
  for (let round = 0; round < resamples; round += 1) {
    drawDays(first.days, random, room);
    poolFigures(sums, first.figures);
    drawDays(second.days, random, room);
    poolFigures(sums, second.figures);
    for (const { at, differences } of wanted)
      differences[round] = (sides.after.figures[at] ?? 0) - (sides.before.figures[at] ?? 0);
  }
  return new Map(wanted.map(({ figure, differences }) => [figure, percentileInterval(differences)]));
}

function isEarlier(one: DayStatistics, other: DayStatistics): boolean {
  return one.firstDay === other.firstDay ? one.days < other.days : one.firstDay < other.firstDay;
}

/**
 * The sum of the first `columns` over as many rows as there are, each drawn from all of them; `drawn` is room for at
 * least so many.
 */
function drawDays(
  { days, rows }: DayStatistics,
  random: RandomWords,
  {
    sums,
    columns,
    drawn,
  }: { readonly sums: Float64Array; readonly columns: number; readonly drawn: Uint32Array },
): void {
  for (let i = 0; i < days; i += 1) drawn[i] = indexBelow(days, random()) * DAY_COLUMN_COUNT;
  // Four columns at a time, because sums in variables are faster than sums in memory.
  for (let column = 0; column < columns; column += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < days; i += 1) {
      const at = (drawn[i] ?? 0) + column;
      a += rows[at] ?? 0;
      b += rows[at + 1] ?? 0;
      c += rows[at + 2] ?? 0;
      d += rows[at + 3] ?? 0;
    }
    sums[column] = a;
    sums[column + 1] = b;
    sums[column + 2] = c;
    sums[column + 3] = d;
  }
}

/** Of the rounds that have a number; null when none has. Sorts in place. */
function percentileInterval(differences: Float64Array): Interval | null {
  // NaN sorts last.
  differences.sort();
  let rounds = differences.length;
  while (rounds > 0 && Number.isNaN(differences[rounds - 1])) rounds -= 1;
  if (rounds === 0) return null;
  const present = differences.subarray(0, rounds);
  return { low: sortedQuantile(present, LOWER_SHARE), high: sortedQuantile(present, UPPER_SHARE) };
}

function sortedQuantile(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}
