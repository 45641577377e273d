import { activePercent, expectedReadings } from "../coverage";
import { cv } from "../metrics/cv";
import { gmi } from "../metrics/gmi";
import type { BandCounts } from "../metrics/times-in-ranges";
import { isShowable } from "../sufficiency";
import type { DayAggregates } from "./day-aggregates";
import { bandsOf, evidenceOfTotals, type PublishedRanges, sdOfSums } from "./figures-of-days";

/** Of a period's figures what may be shown: null where the readings are too few, as `figuresOfDays` says why. Unrounded. */
export interface ShownFigures {
  /** Readings that the figures use, in the bands of the ranges that were asked for. */
  readonly counts: BandCounts;
  readonly readings: number;
  readonly observed: number;
  /** Null where nothing could have been there. */
  readonly activePercent: number | null;
  /** Percent of readings; null while times in ranges are withheld. */
  readonly inRange: number | null;
  readonly mean: number | null;
  readonly cv: number | null;
  readonly gmi: number | null;
  readonly lowEpisodes: number | null;
  /** Given even where it is withheld. */
  readonly veryLowEpisodes: number;
}

/**
 * The same numbers as `figuresOfDays`, for lists that sort thousands of people and say why of none: no verdict is put into
 * words, no date is read. The dates are epoch days, both inclusive; `firstDay` is not before the first that was counted.
 */
export function shownFiguresOfDays(
  days: DayAggregates,
  { firstDay, lastDay }: { readonly firstDay: number; readonly lastDay: number },
  ranges: PublishedRanges,
): ShownFigures {
  const totals = days.totals(firstDay - days.firstDay, lastDay - days.firstDay);
  const { readings, observed, episodes } = totals;
  const expected = expectedReadings(totals.expectedSeconds / 60, days.cadenceMinutes);
  const evidence = evidenceOfTotals(totals, expected, days.cadenceMinutes);
  const counts = bandsOf(totals.counts, ranges);
  const mean = readings === 0 ? null : totals.sum / readings;
  const isLevelShown = isShowable("timeInRanges", evidence);
  return {
    counts,
    readings,
    observed,
    activePercent: expected === 0 ? null : activePercent(observed, expected),
    inRange: isLevelShown ? (100 * counts[2]) / readings : null,
    mean: isLevelShown ? mean : null,
    cv: isShowable("cv", evidence) ? cv(sdOfSums(totals), mean) : null,
    gmi: isShowable("gmi", evidence) ? gmi(mean) : null,
    lowEpisodes: isLevelShown ? episodes.low : null,
    veryLowEpisodes: episodes.veryLow,
  };
}
