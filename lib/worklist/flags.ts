import type { Targets } from "@/lib/clinics/schema";
import { BANDS, type Band } from "@/lib/glucose/bands";
import type { BandCounts } from "@/lib/glucose/metrics/times-in-ranges";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { type BandGoal, meetsGoal } from "@/lib/glucose/ranges";
import type { ConnectionState, RaisedFlag } from "./row";

/** What the rules look at, of one period: counts, so that no share is rounded before it is compared. */
export interface FlagFigures {
  /** Whether there is any reading, also one that is left out of the figures. */
  readonly hasReadings: boolean;
  /** In the five bands of the patient's targets. */
  readonly counts: BandCounts;
  /** Whether the readings are enough for times in ranges (lib/glucose/sufficiency.ts). */
  readonly areEnough: boolean;
  /** Percent, unrounded; null where no reading could have been there. */
  readonly activePercent: number | null;
  /** Episodes below 54 that began in the period. */
  readonly veryLowEpisodes: number;
}

export interface Evidence {
  /** Null: nothing is known of this period yet. */
  readonly now: FlagFigures | null;
  /** The equally long period before, where all of it is shared. */
  readonly before: FlagFigures | null;
  readonly connection: ConnectionState;
  /** Local dates since the newest reading, null where there never was one; asked only of whoever has none in the period. */
  readonly daysSinceReading: () => number | null;
}

const DROP_POINTS = 15;
const WORN_PERCENT_MIN = 70;

/**
 * Every flag that a patient raises, in the order of `FLAGS`. Each rule is what its label says, on unrounded numbers; the
 * bounds are the consensus goals of the patient's own targets, which one who meets the goal never reaches.
 *
 * With fewer readings than times in ranges need, no percentage is judged. One thing is not withheld for want of readings:
 * an episode of very low glucose, which is there however little else is known. It raises the flag without a number.
 */
export function flagsOf(targets: Targets, evidence: Evidence): RaisedFlag[] {
  const { now, before, connection, daysSinceReading } = evidence;
  const flags: RaisedFlag[] = [];
  if (now !== null && now.areEnough) {
    const beyond = (band: Band) => beyondGoal(targets, band, now.counts);
    // The order of FLAGS.
    raise(flags, "very-low", beyond("veryLow"));
    raise(flags, "low", beyond("low"));
    raise(flags, "in-range-drop", dropOf(now, before));
    raise(flags, "very-high", beyond("veryHigh"));
    raise(flags, "high", beyond("high"));
    raise(flags, "below-goal", belowGoal(targets, now.counts));
  } else if (now !== null && now.veryLowEpisodes > 0) {
    const { goals } = RANGE_SETS[targets];
    if (goals.veryLow) flags.push({ flag: "very-low", value: null });
    else if (goals.low) flags.push({ flag: "low", value: null });
  }
  if (now !== null && !now.hasReadings) flags.push({ flag: "no-data", value: daysSinceReading() });
  else raise(flags, "low-wear", littleWorn(now));
  if (connection === "broken" || connection === "disconnected")
    flags.push({ flag: "connection", value: null });
  return flags;
}

/** Points of time in range gained since the period before; null unless both are known and enough. */
export function changeOf(now: FlagFigures | null, before: FlagFigures | null): number | null {
  if (!now?.areEnough || !before?.areEnough) return null;
  return percentOf(now.counts, "target") - percentOf(before.counts, "target");
}

/** The percentage of readings in a band, exact. */
function percentOf(counts: BandCounts, band: Band, also: Band | null = null): number {
  // Whole numbers multiply exactly, so that 4 of 100 readings are 4 % and not a hair less.
  return (100 * (countOf(counts, band) + (also === null ? 0 : countOf(counts, also)))) / totalOf(counts);
}

function raise(flags: RaisedFlag[], flag: RaisedFlag["flag"], value: number | null): void {
  if (value !== null) flags.push({ flag, value });
}

/** The percentage where it does not meet the goal of these targets; null where it does, and where there is no goal. */
function beyondGoal(targets: Targets, band: Band, counts: BandCounts): number | null {
  const goal = RANGE_SETS[targets].goals[band];
  if (!goal) return null;
  const percent = percentOf(counts, band, goal.includes);
  return meetsGoal(percent, goal) ? null : percent;
}

/** Less time in range than the number of the goal: at that very number the label "below" would be wrong. */
function belowGoal(targets: Targets, counts: BandCounts): number | null {
  const goal: BandGoal | null | undefined = RANGE_SETS[targets].goals.target;
  if (!goal) return null;
  const percent = percentOf(counts, "target");
  return percent < goal.bound ? percent : null;
}

/** Points lost, where they are 15 or more. Asked of whole numbers, which a machine multiplies exactly. */
function dropOf(now: FlagFigures, before: FlagFigures | null): number | null {
  const change = changeOf(now, before);
  if (before === null || change === null) return null;
  const [all, allBefore] = [totalOf(now.counts), totalOf(before.counts)];
  const lost = countOf(before.counts, "target") * all - countOf(now.counts, "target") * allBefore;
  return 100 * lost >= DROP_POINTS * all * allBefore ? -change : null;
}

function littleWorn(now: FlagFigures | null): number | null {
  const percent = now?.activePercent ?? null;
  return percent !== null && percent < WORN_PERCENT_MIN ? percent : null;
}

function countOf(counts: BandCounts, band: Band): number {
  return counts[BANDS.indexOf(band)] ?? 0;
}

function totalOf(counts: BandCounts): number {
  return counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
}
