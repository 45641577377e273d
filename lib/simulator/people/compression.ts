import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { instantOfLocal, localDayAt, type OffsetAt } from "@/lib/simulator/physiology/day-times";
import { dice } from "@/lib/simulator/physiology/dice";
import { drift } from "@/lib/simulator/physiology/drift";

interface Press {
  readonly from: Instant;
  readonly to: Instant;
  readonly depth: number;
  readonly sinksMs: number;
  readonly returnsMs: number;
}

/**
 * Lying on the sensor: the reading sinks within minutes while the blood does not, and comes back when the person
 * turns over. Factor on the reading, 1 when nothing presses.
 */
export function compression(seed: number, nightShare: number, offsetAt: OffsetAt): (at: Instant) => number {
  const restless = drift(seed, "turning-over", 14 * MINUTE_MS);
  let night = Number.NaN;
  let spells: Press[] = [];
  return (at) => {
    const day = localDayAt(at - DAY_MS / 2, offsetAt);
    if (day !== night) {
      night = day;
      spells = spellsOfNight(seed, nightShare, day, offsetAt);
    }
    let factor = 1;
    for (const spell of spells) {
      if (at <= spell.from || at >= spell.to) continue;
      factor = Math.min(factor, 1 - spell.depth * (1 + 0.22 * restless(at)) * plateau(at, spell));
    }
    return factor;
  };
}

function spellsOfNight(seed: number, nightShare: number, day: number, offsetAt: OffsetAt) {
  const roll = dice(seed, "compression", day);
  const spells: Press[] = [];
  for (let i = 0; i < 2; i++) {
    if (!roll.chance(i === 0 ? nightShare : nightShare / 3)) continue;
    const minute = 1440 + roll.between(20 + 170 * i, 170 + 170 * i);
    const from = instantOfLocal(day, minute, offsetAt);
    spells.push({
      from,
      to: from + roll.between(28, 95) * MINUTE_MS,
      depth: roll.between(0.22, 0.5),
      sinksMs: roll.between(9, 26) * MINUTE_MS,
      returnsMs: roll.between(8, 18) * MINUTE_MS,
    });
  }
  return spells;
}

function plateau(at: Instant, spell: Press): number {
  const falling = Math.min(1, (at - spell.from) / spell.sinksMs);
  const rising = Math.min(1, (spell.to - at) / spell.returnsMs);
  return smooth(falling) * smooth(rising);
}

function smooth(x: number): number {
  return x * x * (3 - 2 * x);
}
