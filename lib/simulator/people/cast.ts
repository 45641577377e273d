import { DAY_MS, type Instant } from "@/lib/clock";
import { SANDBOX_PEOPLE } from "@/lib/simulator/people/sandbox-people";
import { simulatedPerson } from "@/lib/simulator/people/simulated-person";
import { NEWLY_DIAGNOSED, STORY_PEOPLE, THREE_YEARS } from "@/lib/simulator/people/story-people";
import type { SimulatedPerson } from "@/lib/simulator/person";

export interface CastOptions {
  /** From when the histories of fixed length count back. Everyone else is the same whatever it is. */
  readonly endsAt?: Instant;
}

const ENDS_AT_DEFAULT = Date.UTC(2026, 8, 1);
const NEWLY_DIAGNOSED_DAYS = 11;
const THREE_YEARS_DAYS = 3 * 365 + 1;

/**
 * Everyone in the drop-down, the sandbox's own four first. Nobody's records depend on `endsAt`; it only decides where
 * the histories of `NewlyDiagnosed` (11 days) and `ThreeYears` begin.
 */
export function defaultCast({ endsAt = ENDS_AT_DEFAULT }: CastOptions = {}): SimulatedPerson[] {
  return [
    ...SANDBOX_PEOPLE,
    ...STORY_PEOPLE,
    { ...NEWLY_DIAGNOSED, historyStart: endsAt - NEWLY_DIAGNOSED_DAYS * DAY_MS },
    { ...THREE_YEARS, historyStart: endsAt - THREE_YEARS_DAYS * DAY_MS },
  ].map(simulatedPerson);
}
