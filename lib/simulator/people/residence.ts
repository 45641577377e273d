import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { type Zone, zoneOffset } from "@/lib/simulator/people/zones";
import { dice } from "@/lib/simulator/physiology/dice";

export interface Residence {
  readonly home: Zone;
  /** Where journeys lead; empty for people who stay. */
  readonly destinations: readonly Zone[];
}

/** At most one journey in each of these slots, wholly inside it: about six a year. */
const SLOT_MS = 56 * DAY_MS;

interface Journey {
  readonly slot: number;
  readonly lands: Instant;
  readonly returns: Instant;
  readonly offsetThere: (at: Instant) => number;
}

/** The wall clock's offset to UTC in minutes, clock changes and journeys included. */
export function residenceOffset(seed: number, residence: Residence): (at: Instant) => number {
  const atHome = zoneOffset(residence.home);
  const [first, ...others] = residence.destinations.map(zoneOffset);
  if (!first) return atHome;
  let journey: Journey | undefined;
  return (at) => {
    const slot = Math.floor(at / SLOT_MS);
    if (journey?.slot !== slot) journey = journeyOf(seed, slot, [first, ...others]);
    const away = at >= journey.lands && at < journey.returns;
    return away ? journey.offsetThere(at) : atHome(at);
  };
}

function journeyOf(
  seed: number,
  slot: number,
  choices: [Journey["offsetThere"], ...Journey["offsetThere"][]],
): Journey {
  const roll = dice(seed, "journey", slot);
  const travels = roll.chance(0.9);
  const offsetThere = roll.pick(choices);
  const lands = halfPast(slot * SLOT_MS + roll.between(4, 36) * DAY_MS);
  const returns = travels ? halfPast(lands + roll.between(5, 16) * DAY_MS) : lands;
  return { slot, lands, returns, offsetThere };
}

/** The phone picks up the new zone on landing: half past some hour. */
function halfPast(at: Instant): Instant {
  return Math.floor(at / HOUR_MS) * HOUR_MS + 30 * MINUTE_MS;
}
