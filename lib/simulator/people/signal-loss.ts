import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { bellAt, dice, seedOf, uniformAt } from "@/lib/simulator/physiology/dice";

export interface SignalLossHabits {
  /** Stretches without signal per day that are never filled in: half an hour to some hours. */
  readonly longPerDay: number;
  /** Share of readings lost alone or in twos and threes. */
  readonly shortShare: number;
}

export const GOOD_SIGNAL: SignalLossHabits = { longPerDay: 0.05, shortShare: 0.004 };

const SHORT = seedOf("signal-short");

/** Whether the reading of this instant was lost on its way to the display device. */
export function signalLoss(seed: number, habits: SignalLossHabits): (at: Instant) => boolean {
  let day = Number.NaN;
  let stretches: { from: Instant; to: Instant }[] = [];
  return (at) => {
    const today = Math.floor(at / DAY_MS);
    if (today !== day) {
      day = today;
      stretches = [...stretchesOf(seed, habits, today - 1), ...stretchesOf(seed, habits, today)];
    }
    if (stretches.some((stretch) => at >= stretch.from && at < stretch.to)) return true;
    // A quarter of an hour is lost as a whole or in part, so that losses come in ones, twos and threes.
    const quarter = Math.floor(at / (15 * MINUTE_MS));
    if (uniformAt(seed, SHORT, quarter) >= habits.shortShare * 2) return false;
    return bellAt(seed, SHORT, Math.floor(at / (5 * MINUTE_MS))) > 0;
  };
}

function stretchesOf(seed: number, habits: SignalLossHabits, day: number) {
  const roll = dice(seed, "signal-loss", day);
  const stretches = [];
  for (let i = 0; i < 4; i++) {
    if (!roll.chance(habits.longPerDay / 4)) continue;
    const from = day * DAY_MS + roll.between(0, 1440) * MINUTE_MS;
    const minutes = roll.chance(0.2) ? roll.between(150, 600) : roll.between(25, 110);
    stretches.push({ from, to: from + minutes * MINUTE_MS });
  }
  return stretches;
}
