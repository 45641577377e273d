import type { Profile, ProfilePoint } from "./figures";

/** A point that has all five percentiles. */
export interface WholePoint extends ProfilePoint {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** What can be read off a profile without judging it. Of several equal points the earliest of the day. */
export interface ProfileFacts {
  /** Where the median is lowest and highest. */
  readonly lowest: WholePoint;
  readonly highest: WholePoint;
  /** Where the middle half (25 % to 75 %) is narrowest and widest. */
  readonly narrowest: WholePoint;
  readonly widest: WholePoint;
}

export function profileFacts(points: readonly ProfilePoint[]): ProfileFacts | null {
  const whole = points.filter(isWhole);
  const [first] = whole;
  if (!first) return null;
  const extreme = (measure: (point: WholePoint) => number) =>
    whole.reduce((best, point) => (measure(point) > measure(best) ? point : best), first);
  return {
    lowest: extreme(({ p50 }) => -p50),
    highest: extreme(({ p50 }) => p50),
    narrowest: extreme(({ p25, p75 }) => p25 - p75),
    widest: extreme(({ p25, p75 }) => p75 - p25),
  };
}

/** Every fourth hour from two o'clock: the middles of six equal parts of the day. */
const SAMPLED_HOURS = [2, 6, 10, 14, 18, 22];

/** The points of a profile whose bins begin at 2, 6, 10, 14, 18 and 22 o'clock. */
export function sampledPoints({
  points,
  binMinutes,
}: Pick<Profile, "points" | "binMinutes">): ProfilePoint[] {
  return SAMPLED_HOURS.flatMap((hour) => points[(hour * 60) / binMinutes] ?? []);
}

function isWhole(point: ProfilePoint): point is WholePoint {
  // A bin has all of its percentiles or none (`percentilesByTimeOfDay`).
  return point.p5 !== null && point.p50 !== null;
}
