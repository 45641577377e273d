import type { Episodes } from "./episodes";
import { NIGHT_DEFAULT } from "./parts-of-day";
import { findPatterns, type Patterns } from "./patterns/find-patterns";
import type { Workings } from "./workings";

/** What repeats in a period (`findPatterns`), from what its figures rest on and its episodes. */
export function patternsOf(workings: Workings, episodes: Episodes): Patterns {
  const { covered, cadenceMinutes, bounds, input } = workings;
  return findPatterns({
    readings: covered.readings,
    firstDay: covered.days.firstDay,
    days: covered.days.days,
    cadenceMinutes,
    episodes: { lows: episodes.hypo.level1.list, highs: episodes.hyper.level1.list },
    night: input.night ?? NIGHT_DEFAULT,
    bounds,
  });
}
