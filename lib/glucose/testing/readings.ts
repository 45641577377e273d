import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { Freshness } from "../figures";
import { addDays, type LocalDate, localDateOf } from "../local-time";
import type { Period } from "../period";
import type { Egv } from "../reading";

/** One reading. `at` is an instant or an ISO time with its zone; without `offset` the wall clock shows UTC. */
export function egv(at: Instant | string, value: number, more: Partial<Egv> & { offset?: number } = {}): Egv {
  const { offset = 0, ...fields } = more;
  return {
    systemTime: typeof at === "string" ? Date.parse(at) : at,
    displayOffsetMinutes: offset,
    value,
    status: null,
    trend: null,
    trendRate: null,
    transmitterId: null,
    transmitterTicks: null,
    displayDevice: "iOS",
    transmitterGeneration: "g7",
    ...fields,
  };
}

/** Readings from `from` on, half-open, one each `everyMinutes`; `value` may depend on the instant. */
export function stream(
  from: Instant | string,
  to: Instant | string,
  value: number | ((at: Instant) => number),
  more: { everyMinutes?: number; offset?: number | ((at: Instant) => number); transmitterId?: string } = {},
): Egv[] {
  const { everyMinutes = 5, offset = 0, transmitterId } = more;
  const start = typeof from === "string" ? Date.parse(from) : from;
  const end = typeof to === "string" ? Date.parse(to) : to;
  const readings: Egv[] = [];
  for (let at = start; at < end; at += everyMinutes * MINUTE_MS) {
    readings.push(
      egv(at, typeof value === "number" ? value : value(at), {
        offset: typeof offset === "number" ? offset : offset(at),
        ...(transmitterId === undefined
          ? {}
          : { transmitterId, transmitterTicks: 3_600 + Math.round((at - start) / 1_000) }),
      }),
    );
  }
  return readings;
}

// Around the edges of every published set of ranges, so that each counts them otherwise.
const TWELFTHS = [50, 60, 66, 66, 66, 100, 100, 100, 150, 150, 200, 300] as const;

/** For `stream`: twelve values in mg/dL, one each five minutes, the same every hour; shares of them are worked out by hand. */
export function twelfths(at: Instant): number {
  return TWELFTHS[(at / (5 * MINUTE_MS)) % TWELFTHS.length] ?? Number.NaN;
}

/** The readings without those from `from` (inclusive) to `to` (exclusive). */
export function withGap(readings: readonly Egv[], from: string, to: string): Egv[] {
  return readings.filter(({ systemTime }) => systemTime < Date.parse(from) || systemTime >= Date.parse(to));
}

/** The state of time right after a complete sync, three hours behind `now`. */
export function freshAt(now: Instant | string, more: Partial<Freshness> = {}): Freshness {
  const at = typeof now === "string" ? Date.parse(now) : now;
  const availableUntil = at - 180 * MINUTE_MS;
  return {
    now: at,
    delayMinutes: 180,
    availableUntil,
    checkedThrough: availableUntil,
    dataThrough: availableUntil,
    displayOffsetMinutes: 0,
    ...more,
  };
}

/** Long after everything: nothing is withheld and nothing is left to fetch. */
export const longAfter: Freshness = freshAt("2100-01-01T00:00:00Z");

/** `days` dates from `from` on. */
export function datesFrom(from: LocalDate, days: number): Period {
  return { from, to: addDays(from, days - 1), days };
}

/** Every date (of UTC) on which there is a reading. */
export function wholePeriodOf(readings: readonly Egv[]): Period {
  const times = readings.map(({ systemTime }) => systemTime);
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  const days = Math.floor(last / DAY_MS) - Math.floor(first / DAY_MS) + 1;
  return datesFrom(localDateOf(first, 0), days);
}
