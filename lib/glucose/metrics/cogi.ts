export interface CogiInput {
  /** Readings from 70 to 180 mg/dL, in percent. */
  readonly timeInRangePercent: number;
  /** Readings below 70 mg/dL, those below 54 included, in percent. */
  readonly timeBelowPercent: number;
  /** Sample SD in mg/dL, null where there is none. */
  readonly sd: number | null;
}

/**
 * Continuous glucose monitoring index, 0–100 (best): half of it the time in range, 35 % the time below range (full
 * marks at 0 %, none from 15 % on), 15 % the SD (full marks up to 18 mg/dL, none from 108 on). Null without an SD, that
 * is below two readings.
 * Leelarathna 2020, doi 10.1177/1932296819838525.
 */
export function cogi({ timeInRangePercent, timeBelowPercent, sd }: CogiInput): number | null {
  if (sd === null) return null;
  return (
    0.5 * timeInRangePercent +
    0.35 * marks(timeBelowPercent, { full: 0, none: 15 }) +
    0.15 * marks(sd, { full: 18, none: 108 })
  );
}

/** 100 up to `full`, 0 from `none` on, linear between. */
function marks(x: number, { full, none }: { full: number; none: number }): number {
  return 100 * Math.min(1, Math.max(0, (none - x) / (none - full)));
}
