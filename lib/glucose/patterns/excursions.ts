/** What "often low" and "often high" mean to the rules about a time of day: beyond a bound, mg/dL. Our rule. */
export interface Excursion {
  readonly boundMgDl: number;
  /** Minutes of episodes that a stretch must hold to count. */
  readonly minutesMin: number;
  readonly datesMin: number;
  /** Of the dates looked at. */
  readonly percentMin: number;
}

/**
 * Level 1 lows, below `boundMgDl`: 15 minutes are one whole episode by definition. Battelino 2023,
 * doi 10.1016/S2213-8587(22)00319-9.
 */
export function lowsBelow(boundMgDl: number): Excursion {
  return { boundMgDl, minutesMin: 15, datesMin: 2, percentMin: 20 };
}

/** Level 1 highs, above `boundMgDl`. Far commoner than lows, so it takes more minutes and more dates to stand out. */
export function highsAbove(boundMgDl: number): Excursion {
  return { boundMgDl, minutesMin: 60, datesMin: 2, percentMin: 30 };
}

/** Whether it happened on enough dates for the rule. */
export function isOften({ datesMin, percentMin }: Excursion, dates: number, looked: number): boolean {
  return dates >= datesMin && 100 * dates >= percentMin * looked;
}
