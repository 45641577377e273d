import { daySummaries } from "./day-summary";
import type { KeyFigures, Summary } from "./figures";
import { keyFiguresOf, timeInRangesOf } from "./key-figures";
import { NIGHT_DEFAULT, nightAndDay } from "./parts-of-day";
import { rangeSetShares } from "./range-set-shares";
import { boundsInMgDl, type RangeSet } from "./range-sets";
import { summaryOf } from "./summary";
import type { Workings } from "./workings";

/**
 * The same readings against the bounds of another set of ranges, for whatever counts readings by band. Not for episodes:
 * those are defined by the standard thresholds, whoever the ranges are for.
 */
export function heldAgainst(workings: Workings, set: RangeSet): Workings {
  return { ...workings, bounds: boundsInMgDl(workings.input.sourceUnit ?? "mg/dL", set) };
}

/**
 * The part of a period's key figures that its ranges decide, against `set`: bands with their goals, the exact percentages
 * (0 for a band that the set lacks) and each day's shares. Of the standard set they are those of `keyFigures`.
 */
export function figuresAgainst(
  workings: Workings,
  set: RangeSet,
): Pick<KeyFigures, "bands" | "timeInRanges" | "days"> {
  const held = heldAgainst(workings, set);
  return {
    bands: rangeSetShares(workings, set).bands,
    timeInRanges: timeInRangesOf(held),
    days: daySummaries(held.covered, held.cadenceMinutes, held.bounds),
  };
}

/** A period's key figures, that part of them against `set`. Everything else is of no ranges, or of the standard ones. */
export function keyFiguresAgainst(workings: Workings, set: RangeSet): KeyFigures {
  const figures = keyFiguresOf(workings);
  return set.id === "standard" ? figures : { ...figures, ...figuresAgainst(workings, set) };
}

/** A whole summary in the same way, with the bands of its night and day. Scores keep the thresholds that define them. */
export function summaryAgainst(workings: Workings, set: RangeSet): Summary {
  const summary = summaryOf(workings);
  if (set.id === "standard") return summary;
  const { covered, bounds, input } = heldAgainst(workings, set);
  const night = input.night ?? NIGHT_DEFAULT;
  return {
    ...summary,
    ...figuresAgainst(workings, set),
    ...nightAndDay(covered.readings, { night, bounds, bandGoals: set.goals }),
  };
}
