import type { RangeSetShares } from "./figures";
import { countBandsOf, timesInRanges } from "./metrics/times-in-ranges";
import { boundsInMgDl, type RangeSet } from "./range-sets";
import type { Workings } from "./workings";

/**
 * A period's readings in the bands of a set of ranges, with that set's goals; a band that it lacks is not there. Goals are
 * tested as those of the standard set are: not while times in ranges are withheld.
 */
export function rangeSetShares(
  { distribution, input, sufficiency }: Pick<Workings, "distribution" | "input" | "sufficiency">,
  set: RangeSet,
): RangeSetShares {
  const goals = sufficiency.timeInRanges.status === "insufficient" ? "withheld" : "tested";
  const counts = countBandsOf(distribution, boundsInMgDl(input.sourceUnit ?? "mg/dL", set));
  return { set: set.id, bands: timesInRanges(counts, goals, set.goals) };
}
