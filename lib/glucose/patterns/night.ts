import type { HoursOfDay } from "../parts-of-day";
import { clockWindowPattern, type WindowEvidence } from "./clock-window-pattern";
import type { Excursion } from "./excursions";
import type { PatternResultOf } from "./pattern";
import { onHalfHours } from "./time-of-day";

/**
 * Nights with lows, or with highs: `night-lows` and `night-highs`, by the rule of `clockWindowPattern`. The night is
 * taken to the half hour; over midnight it belongs to the date on which it ends.
 */
export function nightPattern<Id extends "night-lows" | "night-highs">(
  id: Id,
  excursion: Excursion,
  { night, ...evidence }: WindowEvidence & { readonly night: HoursOfDay },
): PatternResultOf<Id> {
  return clockWindowPattern(id, excursion, evidence, onHalfHours(night));
}
