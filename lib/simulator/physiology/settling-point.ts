import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { CYCLE_DAYS, type DayPlan } from "@/lib/simulator/physiology/day-plan";
import { drift } from "@/lib/simulator/physiology/drift";
import type { Physiology } from "@/lib/simulator/physiology/physiology";

export interface DayContext {
  readonly localMinute: number;
  readonly today: DayPlan;
  readonly yesterday: DayPlan;
}

/** Where glucose would settle at this moment, mg/dL: liver and basal insulin, time of day, mood, illness, drift. */
export function settlingPoint(body: Physiology): (at: Instant, day: DayContext) => number {
  const overHours = drift(body.seed, "drift-hours", 2.6 * HOUR_MS);
  const overDays = drift(body.seed, "drift-days", 1.7 * DAY_MS);
  const overWeeks = drift(body.seed, "drift-weeks", 13 * DAY_MS);
  const dawnSize = drift(body.seed, "dawn", 1.1 * DAY_MS);
  const nightSize = drift(body.seed, "night", 1.2 * DAY_MS);
  return (at, { localMinute, today, yesterday }) => {
    const dawn = body.dawnRise * (1 + 0.45 * dawnSize(at)) * bump(localMinute, 400, 260);
    const night = body.nightFall * (1 + 0.6 * nightSize(at)) * bump(localMinute, 165, 230);
    const stress = today.stress * bump(localMinute, 830, 330);
    const alcohol =
      today.alcohol * bump(localMinute, 1560, 420) + yesterday.alcohol * bump(localMinute, 120, 420);
    return (
      body.settlesAt +
      dawn -
      night +
      stress -
      alcohol +
      55 * today.illness +
      today.missedBasal +
      body.driftHours * overHours(at) +
      body.driftDays * overDays(at) +
      0.6 * body.driftDays * overWeeks(at)
    );
  };
}

/** How strongly insulin works at this moment, 1 on an ordinary day. */
export function sensitivity(body: Physiology): (at: Instant, day: DayContext) => number {
  const overDays = drift(body.seed, "sensitivity", 1.4 * DAY_MS);
  return (at, { localMinute, today }) => {
    const morning = 1 - 0.1 * bump(localMinute, 480, 240);
    const cycle = body.routine.cycle ? 1 - 0.18 * bump((at / DAY_MS) % CYCLE_DAYS, 23, 6) : 1;
    const ill = 1 - 0.28 * today.illness;
    return Math.max(0.4, 1 + body.sensitivityDrift * overDays(at)) * morning * cycle * ill;
  };
}

/** Small things nobody writes down: walking, a sip of juice, a stomach that empties in fits. mg/dL per minute. */
export function unrest(body: Physiology): (at: Instant, day: DayContext) => number {
  const quick = drift(body.seed, "unrest-quick", 17 * MINUTE_MS);
  const slow = drift(body.seed, "unrest-slow", 50 * MINUTE_MS);
  return (at, { localMinute, today }) =>
    body.unrest *
    (awake(localMinute, today) ? 0.75 * quick(at) + 0.85 * slow(at) : 0.2 * quick(at) + 0.5 * slow(at));
}

export function awake(localMinute: number, today: DayPlan): boolean {
  const sleptPastMidnight = localMinute < today.sleepsMinute - 1440;
  return sleptPastMidnight || (localMinute >= today.wakesMinute && localMinute < today.sleepsMinute);
}

/** A smooth hill of height 1: no corner at its foot. */
function bump(position: number, centre: number, halfWidth: number): number {
  const x = (position - centre) / halfWidth;
  if (x <= -1 || x >= 1) return 0;
  const y = 1 - x * x;
  return y * y;
}
