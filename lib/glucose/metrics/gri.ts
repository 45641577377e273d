import type { Band } from "../bands";

/** From least to most risk: A up to 20, B up to 40, C up to 60, D up to 80, E above. */
export type GriZone = "A" | "B" | "C" | "D" | "E";

export interface Gri {
  /** 0–100, unrounded. */
  readonly value: number;
  readonly zone: GriZone;
  /** Very low + 0.8 · low, in percent of readings. */
  readonly hypo: number;
  /** Very high + 0.5 · high, in percent of readings. */
  readonly hyper: number;
}

/**
 * Glycemia risk index of the five bands' exact shares in percent: 3 · very low + 2.4 · low + 1.6 · very high +
 * 0.8 · high, at most 100, which is 3 · hypo + 1.6 · hyper of its two components. The bands are apart (low is 54 to
 * below 70), and the zone is that of the unrounded value. Null without readings: without shares, or where all are 0.
 * Klonoff 2023, doi 10.1177/19322968221085273.
 */
export function gri(shares: Readonly<Record<Band, number>> | null): Gri | null {
  if (shares === null) return null;
  const { veryLow, low, target, high, veryHigh } = shares;
  if (veryLow + low + target + high + veryHigh === 0) return null;
  // In fifths the weights are whole numbers: 2.4 and 0.8 have no exact binary form and would push 20 over its zone.
  const value = Math.min(100, (15 * veryLow + 12 * low + 8 * veryHigh + 4 * high) / 5);
  return { value, zone: zoneOf(value), hypo: veryLow + 0.8 * low, hyper: veryHigh + 0.5 * high };
}

function zoneOf(value: number): GriZone {
  if (value <= 20) return "A";
  if (value <= 40) return "B";
  if (value <= 60) return "C";
  return value <= 80 ? "D" : "E";
}
