import type { HoursOfDay } from "../parts-of-day";
import { clockWindowPattern, type WindowEvidence } from "./clock-window-pattern";
import type { Excursion } from "./excursions";
import type { PatternResultOf } from "./pattern";

/** The hours after breakfast for most people. Our choice: readings do not know meals. */
const AFTER_BREAKFAST: HoursOfDay = { fromMinute: 360, toMinute: 660 };

/**
 * Highs in the hours after breakfast (`post-breakfast-highs`), by the rule of `clockWindowPattern` from 06:00 to 11:00.
 * Meals are not known: the rule looks at the clock and says so. Who breakfasts later has these highs among `day-highs`.
 */
export function postBreakfastHighs(
  highs: Excursion,
  evidence: WindowEvidence,
): PatternResultOf<"post-breakfast-highs"> {
  return clockWindowPattern("post-breakfast-highs", highs, evidence, AFTER_BREAKFAST);
}
