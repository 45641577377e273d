import { type Instant, MINUTE_MS } from "@/lib/clock";
import { CADENCE_DEFAULT_MINUTES, GAP_CADENCES } from "../cadence";
import { minuteOfDay } from "../local-time";
import { type HoursOfDay, NIGHT_DEFAULT } from "../parts-of-day";
import type { EgvSeries } from "../reading";
import type { Exclusion } from "./exclusion";
import { type SensorStream, streamsBySensor } from "./sensor-streams";

/** The rule's numbers. 20 mg/dL in 10 min is 2 mg/dL per minute, where Dexcom's arrow turns straight down. */
export const COMPRESSION_LOW = {
  lowMgDl: 70,
  changeMgDlMin: 20,
  fallMinutesMax: 10,
  lowMinutesMax: 60,
  riseMinutesMax: 15,
  steadyMinutes: 30,
  /** How far from the level before still counts as that level, as a share of it. */
  levelTolerance: 0.2,
  /** Between readings further apart, a fall of 10 min cannot be seen. */
  stepMinutesMax: CADENCE_DEFAULT_MINUTES * GAP_CADENCES,
} as const;

/**
 * Lows that may come from pressure on the sensor of somebody asleep ("compression low", "pressure-induced sensor
 * attenuation"), in time order. **Suspected, never certain**: leave them out only where somebody asks for it.
 *
 * A run of readings of one sensor below 70 mg/dL is suspected when all of this holds:
 * 1. its first reading lies in the night (00:00–06:00 unless given), by its own wall clock;
 * 2. glucose fell into it by at least 20 mg/dL within 10 min;
 * 3. in the half hour before its first reading, glucose had kept within ±20 % of the level before, which is the highest
 *    reading of the last 10 min;
 * 4. the first reading at or above 70 follows within 60 min of the run's first;
 * 5. glucose rose out of it by at least 20 mg/dL within 15 min of a low reading, and the highest reading in the 15 min
 *    after the run's last lies within ±20 % of the level before;
 * 6. from the half hour before to the end of the run no step is longer than 12.5 min, else the shape is assumed and not
 *    seen. So sensors that report every 15 min never have a suspected one.
 *
 * Minutes are rounded to whole ones, since sensors keep time to some seconds. The span is the run with the readings
 * beside it below 80 % of the level before, to the first one back at it, for this sensor only. Expects values of 20–600
 * mg/dL, as `timelineOf` keeps them. Linear.
 *
 * What it takes for one and is none: a true low that fell steeply out of a level stretch and was treated at once, since
 * neither insulin nor carbohydrates are looked at. What it misses: pressure for longer than an hour, two in half an
 * hour, one that never went below 70, pressure by day, and a rebound beyond 120 % of the level before.
 *
 * That pressure overnight can be told from the readings alone, and not always, is from Baysal 2014, doi
 * 10.1177/1932296814553267; the rule and its numbers are ours, chosen to leave out too little rather than too much.
 */
export function suspectedCompressionLows(
  series: EgvSeries,
  { night = NIGHT_DEFAULT }: { readonly night?: HoursOfDay } = {},
): Exclusion[] {
  const found: Exclusion[] = [];
  for (const stream of streamsBySensor(series)) {
    const { length, systemTime, displayOffsetMinutes, value, transmitterId } = stream;
    for (let first = 0; first < length; first += 1) {
      if ((value[first] ?? 0) >= COMPRESSION_LOW.lowMgDl) continue;
      const last = endOfRun(stream, first);
      if (isIn(night, minuteOfDay(systemTime[first] ?? 0, displayOffsetMinutes[first] ?? 0))) {
        const span = compressedSpan(stream, first, last);
        if (span !== null) {
          const reason = "Suspected compression low";
          found.push({ kind: "compression-low", ...span, transmitterId, reason, markedBy: null });
        }
      }
      first = last;
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

function isIn({ fromMinute, toMinute }: HoursOfDay, minute: number): boolean {
  if (fromMinute <= toMinute) return minute >= fromMinute && minute < toMinute;
  return minute >= fromMinute || minute < toMinute;
}

function endOfRun({ length, systemTime, value }: SensorStream, first: number): number {
  let last = first;
  while (
    last + 1 < length &&
    (value[last + 1] ?? 0) < COMPRESSION_LOW.lowMgDl &&
    isNextStep(systemTime[last] ?? 0, systemTime[last + 1] ?? 0)
  ) {
    last += 1;
  }
  return last;
}

function isNextStep(from: Instant, to: Instant): boolean {
  return to - from <= COMPRESSION_LOW.stepMinutesMax * MINUTE_MS;
}

function wholeMinutes(from: Instant, to: Instant): number {
  return Math.round((to - from) / MINUTE_MS);
}

/** What pressure would have changed around the low from `first` to `last`; null where it does not look like it. */
function compressedSpan(
  stream: SensorStream,
  first: number,
  last: number,
): { from: Instant; to: Instant } | null {
  const { length, systemTime, value } = stream;
  const { lowMinutesMax, riseMinutesMax, levelTolerance } = COMPRESSION_LOW;
  const back = last + 1;
  const lastLow = systemTime[last] ?? 0;
  if (back === length || !isNextStep(lastLow, systemTime[back] ?? 0)) return null;
  if (wholeMinutes(systemTime[first] ?? 0, systemTime[back] ?? 0) > lowMinutesMax) return null;
  const before = steadyLevelBefore(stream, first);
  if (before === null || !fellSteeply(stream, first, last) || !roseSteeply(stream, first, last)) return null;
  let after = 0;
  for (let i = back; i < length && wholeMinutes(lastLow, systemTime[i] ?? 0) <= riseMinutesMax; i += 1) {
    after = Math.max(after, value[i] ?? 0);
  }
  if (Math.abs(after - before) > levelTolerance * before) return null;

  // Both ends exist: the level before and the highest reading after reach this bound.
  const bound = before - levelTolerance * before;
  let from = first;
  while (from > 0 && (value[from - 1] ?? 0) < bound) from -= 1;
  let to = back;
  while (to < length - 1 && (value[to] ?? 0) < bound) to += 1;
  return { from: systemTime[from] ?? 0, to: systemTime[to] ?? 0 };
}

/** The highest reading of the last 10 min before `first`; null unless the half hour before is seen and kept near it. */
function steadyLevelBefore({ systemTime, value }: SensorStream, first: number): number | null {
  const { fallMinutesMax, steadyMinutes, levelTolerance } = COMPRESSION_LOW;
  const start = systemTime[first] ?? 0;
  let level = 0;
  for (let i = first; wholeMinutes(systemTime[i] ?? 0, start) < steadyMinutes; i -= 1) {
    if (i === 0 || !isNextStep(systemTime[i - 1] ?? 0, systemTime[i] ?? 0)) return null;
    const age = wholeMinutes(systemTime[i - 1] ?? 0, start);
    const reading = value[i - 1] ?? 0;
    if (age <= fallMinutesMax) level = Math.max(level, reading);
    else if (age <= steadyMinutes && Math.abs(reading - level) > levelTolerance * level) return null;
  }
  return level;
}

function fellSteeply({ systemTime, value }: SensorStream, first: number, last: number): boolean {
  const { changeMgDlMin, fallMinutesMax } = COMPRESSION_LOW;
  for (let low = first; low <= last; low += 1) {
    const at = systemTime[low] ?? 0;
    for (let i = first - 1; i >= 0 && wholeMinutes(systemTime[i] ?? 0, at) <= fallMinutesMax; i -= 1) {
      if ((value[i] ?? 0) - (value[low] ?? 0) >= changeMgDlMin) return true;
    }
  }
  return false;
}

function roseSteeply({ length, systemTime, value }: SensorStream, first: number, last: number): boolean {
  const { changeMgDlMin, riseMinutesMax } = COMPRESSION_LOW;
  for (let low = last; low >= first; low -= 1) {
    const at = systemTime[low] ?? 0;
    for (let i = last + 1; i < length && wholeMinutes(at, systemTime[i] ?? 0) <= riseMinutesMax; i += 1) {
      if ((value[i] ?? 0) - (value[low] ?? 0) >= changeMgDlMin) return true;
    }
  }
  return false;
}
