import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { type Zone, zoneOffsetMinutes } from "@/lib/simulator/people/zones";
import { dice } from "@/lib/simulator/physiology/dice";

export interface Residence {
  readonly home: Zone;
  /** Where journeys lead; empty for people who stay. */
  readonly destinations: readonly Zone[];
}

/** At most one journey in each of these slots, wholly inside it. */
const SLOT_DAYS = 56;

/** The wall clock's offset to UTC in minutes, clock changes and journeys included. */
export function offsetOf(seed: number, residence: Residence): (at: Instant) => number {
  const [first, ...others] = residence.destinations;
  if (!first) return (at) => zoneOffsetMinutes(residence.home, at);
  return (at) => {
    const slot = Math.floor(at / (SLOT_DAYS * DAY_MS));
    const roll = dice(seed, "journey", slot);
    const travels = roll.chance(0.85);
    const zone = roll.pick([first, ...others]);
    const lands = (slot * SLOT_DAYS + roll.between(4, 36)) * DAY_MS;
    const returns = lands + roll.between(5, 16) * DAY_MS;
    const away = travels && at >= wholeMinute(lands) && at < wholeMinute(returns);
    return zoneOffsetMinutes(away ? zone : residence.home, at);
  };
}

/** Half past the hour: phones pick up the new zone when they land. */
function wholeMinute(at: Instant): Instant {
  return Math.floor(at / HOUR_MS) * HOUR_MS + 30 * MINUTE_MS;
}
