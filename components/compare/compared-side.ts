import type { BandShare } from "@/lib/glucose/bands";
import type { Profile } from "@/lib/glucose/figures";
import type { Period } from "@/lib/glucose/period";
import type { Verdict } from "@/lib/glucose/verdict";

/** What is shown of one of two periods beside its figures. */
export interface ComparedSide {
  readonly period: Period;
  readonly readings: number;
  readonly daysWithReadings: number;
  readonly activePercent: number;
  readonly bands: readonly BandShare[];
  /** Whether there is enough data for the bands. */
  readonly verdict: Verdict;
  readonly profile: Profile;
}
