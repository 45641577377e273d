import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { BandShare } from "./bands";
import { type Distribution, distributionOf, distributionsOf } from "./distribution";
import { cv } from "./metrics/cv";
import { mean } from "./metrics/mean";
import { sd } from "./metrics/sd";
import { countBandsOf, timesInRanges } from "./metrics/times-in-ranges";
import { BAND_GOALS, type BandGoals, type RangeBounds } from "./ranges";
import type { EgvSeries } from "./reading";

/** A stretch of every day, in minutes after local midnight, half-open; from 22:00 to 06:00 it runs across midnight. */
export interface HoursOfDay {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The readings of some hours of every day, by themselves. */
export interface PartOfDay extends HoursOfDay {
  readonly readings: number;
  readonly bands: readonly BandShare[];
  readonly mean: number | null;
  readonly sd: number | null;
  readonly cv: number | null;
}

/** Night as the consensus report means it: 00:00 to 06:00. Battelino 2019, doi 10.2337/dci19-0028. */
export const NIGHT_DEFAULT: HoursOfDay = { fromMinute: 0, toMinute: 360 };

const NOTHING = distributionOf(new Float64Array());

/**
 * The readings of the night and those of the rest of the day, each by themselves: the bands of `bandGoals` without goals
 * (the consensus sets none for part of a day), mean and SD in mg/dL, CV in percent. Placed by each reading's own clock.
 */
export function nightAndDay(
  { length, systemTime, displayOffsetMinutes, value }: EgvSeries,
  {
    night,
    bounds,
    bandGoals = BAND_GOALS,
  }: {
    night: HoursOfDay;
    bounds: RangeBounds;
    /** Of the range set that has these bounds. */
    bandGoals?: BandGoals;
  },
): { readonly night: PartOfDay; readonly day: PartOfDay } {
  const { fromMinute, toMinute } = night;
  const crossesMidnight = fromMinute > toMinute;
  const isNight = new Uint8Array(length);
  let dayMs = 0;
  for (let i = 0; i < length; i += 1) {
    const localMs = (systemTime[i] ?? 0) + (displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
    // Neighbours share their date: the division is for the one that begins another.
    if (localMs < dayMs || localMs >= dayMs + DAY_MS) dayMs = Math.floor(localMs / DAY_MS) * DAY_MS;
    const afterFrom = localMs - dayMs >= fromMinute * MINUTE_MS;
    const beforeTo = localMs - dayMs < toMinute * MINUTE_MS;
    isNight[i] = (crossesMidnight ? afterFrom || beforeTo : afterFrom && beforeTo) ? 1 : 0;
  }
  const [byDay = NOTHING, atNight = NOTHING] = distributionsOf(value, isNight, 2);
  return {
    night: partOf(atNight, night, { bounds, bandGoals }),
    day: partOf(byDay, { fromMinute: toMinute, toMinute: fromMinute }, { bounds, bandGoals }),
  };
}

function partOf(
  distribution: Distribution,
  hours: HoursOfDay,
  { bounds, bandGoals }: { readonly bounds: RangeBounds; readonly bandGoals: BandGoals },
): PartOfDay {
  const average = mean(distribution);
  const spread = sd(distribution);
  return {
    ...hours,
    readings: distribution.total,
    bands: timesInRanges(countBandsOf(distribution, bounds), "none", bandGoals),
    mean: average,
    sd: spread,
    cv: cv(spread, average),
  };
}
