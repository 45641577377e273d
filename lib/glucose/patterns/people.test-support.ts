import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { epochDay, type LocalDate } from "../local-time";
import { RANGE_BOUNDS } from "../ranges";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { stream } from "../testing/readings";
import type { PatternInput } from "./find-patterns";
import { type HalfHours, halfHoursOf } from "./half-hours";
import type { EpisodeSpan } from "./local-episodes";

/** A Monday. */
export const FIRST_DATE = "2026-03-02";
const FIRST_INSTANT = Date.parse(`${FIRST_DATE}T00:00:00Z`);

export const NIGHT = { fromMinute: 0, toMinute: 360 };

/** Minutes after midnight, from "HH:MM". */
export function clock(hhmm: string): number {
  const [hours = "", minutes = ""] = hhmm.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The instant of a time of day of date `day`, 0 for the first, where the clock shows UTC. */
export function at(day: number, hhmm: string): number {
  return FIRST_INSTANT + day * DAY_MS + clock(hhmm) * MINUTE_MS;
}

/** An episode that begins at a time of day of date `day`. */
export function episode(day: number, hhmm: string, minutes: number): EpisodeSpan {
  return { start: at(day, hhmm), minutes };
}

/** Five-minute readings of `days` dates; `value` depends on the date's number and the minute of the day. */
export function daysOf(days: number, value: (day: number, minute: number) => number): Egv[] {
  return stream(FIRST_INSTANT, FIRST_INSTANT + days * DAY_MS, (instant) => {
    const day = Math.floor((instant - FIRST_INSTANT) / DAY_MS);
    return value(day, (instant - FIRST_INSTANT - day * DAY_MS) / MINUTE_MS);
  });
}

/** Without the readings of date `day` from one time of day to another, half-open. */
export function without(readings: readonly Egv[], day: number, from: string, to: string): Egv[] {
  return readings.filter(({ systemTime }) => systemTime < at(day, from) || systemTime >= at(day, to));
}

/** The columns of `days` dates from the first one on, with the target range from 70 to 180 mg/dL. */
export function columnsOf(readings: readonly Egv[], days: number, from: LocalDate = FIRST_DATE): HalfHours {
  return halfHoursOf(buildSeries(readings), {
    firstDay: epochDay(from),
    days,
    cadenceMinutes: 5,
    bounds: RANGE_BOUNDS["mg/dL"],
  });
}

/** All that `findPatterns` asks for; episodes are runs of at least three readings beyond 70 and 180 mg/dL. */
export function inputOf(readings: readonly Egv[], days: number, from: LocalDate = FIRST_DATE): PatternInput {
  const series = buildSeries(readings);
  return inputOfSeries(series, days, epochDay(from));
}

export function inputOfSeries(
  readings: PatternInput["readings"],
  days: number,
  firstDay: number,
): PatternInput {
  return {
    readings,
    firstDay,
    days,
    cadenceMinutes: 5,
    episodes: {
      lows: runsOf(readings, (value) => value < 70),
      highs: runsOf(readings, (value) => value > 180),
    },
    night: NIGHT,
  };
}

function runsOf(
  { length, systemTime, value }: PatternInput["readings"],
  isBeyond: (value: number) => boolean,
): EpisodeSpan[] {
  const runs: EpisodeSpan[] = [];
  let first = 0;
  for (let i = 0; i <= length; i += 1) {
    const goesOn = i < length && isBeyond(value[i] ?? 0);
    const isNext = i > first && (systemTime[i] ?? 0) - (systemTime[i - 1] ?? 0) <= 15 * MINUTE_MS;
    if (goesOn && (i === first || isNext)) continue;
    if (i - first >= 3) runs.push({ start: systemTime[first] ?? 0, minutes: (i - first) * 5 });
    first = goesOn ? i : i + 1;
  }
  return runs;
}

/** Numbers from 0 to 1 that are the same in every run for one seed: Park and Miller's "minimal standard" generator. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * A person without any pattern: five-minute readings round 130 mg/dL (SD about 45) that forget the past within two
 * hours and know neither time of day nor date.
 */
export function structureless(seed: number, days: number): PatternInput["readings"] {
  const roll = dice(seed);
  const keep = Math.exp(-5 / 120);
  const push = 45 * Math.sqrt(1 - keep * keep);
  const length = days * 288;
  const value = new Float64Array(length);
  let away = 0;
  // The first day only lets the walk forget where it began.
  for (let i = -288; i < length; i += 1) {
    // Twelve uniform numbers add up to a variance of one.
    let normal = -6;
    for (let k = 0; k < 12; k += 1) normal += roll();
    away = keep * away + push * normal;
    if (i >= 0) value[i] = Math.min(401, Math.max(39, Math.round(130 + away)));
  }
  const systemTime = Float64Array.from({ length }, (_, i) => FIRST_INSTANT + i * 5 * MINUTE_MS);
  return { length, systemTime, displayOffsetMinutes: new Int16Array(length), value };
}
