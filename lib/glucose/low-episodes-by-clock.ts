import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { onWallClock } from "./patterns/local-episodes";
import type { EgvSeries } from "./reading";

const HOURS_PER_DAY = 24;
const HOUR_MS = 60 * MINUTE_MS;
const WINDOW_HOURS = 3;
const WINDOW_SHARE_MIN = 0.5;
const WINDOW_DATES_MIN = 3;

/** Low episodes of a period as people remember them: on how many days, and at what time of day. */
export interface LowEpisodesByClock {
  /** Local dates on which at least one began. */
  readonly dates: number;
  readonly episodes: number;
  /** Three hours of the clock with at least half of all their minutes, from at least three dates; null without. */
  readonly mostlyAt: { readonly fromMinute: number; readonly toMinute: number } | null;
}

/**
 * Lays level 1 low episodes on the wall clock of the readings. `firstDay` is the epoch day of the period's first date.
 * Of several windows with the same minutes the earliest is named. An end of 1,440 is midnight.
 */
export function lowEpisodesByClock(
  readings: Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes">,
  episodes: readonly { readonly start: Instant; readonly minutes: number }[],
  firstDay: number,
): LowEpisodesByClock {
  const { length, startMs, endMs } = onWallClock(readings, episodes, firstDay);
  const dates = new Set<number>();
  const msInHour = new Float64Array(HOURS_PER_DAY);
  for (let i = 0; i < length; i += 1) {
    const [start, end] = [startMs[i] ?? 0, endMs[i] ?? 0];
    dates.add(Math.floor(start / DAY_MS));
    for (let hour = Math.floor(start / HOUR_MS); hour * HOUR_MS < end; hour += 1) {
      const within = Math.min(end, (hour + 1) * HOUR_MS) - Math.max(start, hour * HOUR_MS);
      const ofDay = ((hour % HOURS_PER_DAY) + HOURS_PER_DAY) % HOURS_PER_DAY;
      msInHour[ofDay] = (msInHour[ofDay] ?? 0) + within;
    }
  }
  return { dates: dates.size, episodes: length, mostlyAt: mostlyAt(msInHour, dates.size) };
}

function mostlyAt(msInHour: Float64Array, dates: number): LowEpisodesByClock["mostlyAt"] {
  const all = msInHour.reduce((sum, ms) => sum + ms, 0);
  let best = { from: 0, ms: 0 };
  for (let from = 0; from < HOURS_PER_DAY; from += 1) {
    let ms = 0;
    for (let hour = from; hour < from + WINDOW_HOURS; hour += 1) ms += msInHour[hour % HOURS_PER_DAY] ?? 0;
    if (ms > best.ms) best = { from, ms };
  }
  if (dates < WINDOW_DATES_MIN || best.ms < WINDOW_SHARE_MIN * all) return null;
  const to = (best.from + WINDOW_HOURS) % HOURS_PER_DAY;
  return { fromMinute: best.from * 60, toMinute: (to === 0 ? HOURS_PER_DAY : to) * 60 };
}
