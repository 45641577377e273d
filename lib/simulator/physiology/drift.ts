import { bellAt, seedOf } from "@/lib/simulator/physiology/dice";

/** Makes an average of four independent knots with these weights have an SD near 1. */
const UNIT_SD = 1.443;

/**
 * Smooth random drift: a cubic B-spline through independent knots, so it has no corners and no memory. Mean 0, SD about
 * 1, changes over about `knotMs`.
 */
export function drift(seed: number, stream: string, knotMs: number): (at: number) => number {
  const streamNumber = seedOf(stream);
  let cached = Number.NaN;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  return (at) => {
    const position = at / knotMs;
    const knot = Math.floor(position);
    if (knot !== cached) {
      cached = knot;
      a = bellAt(seed, streamNumber, knot - 1);
      b = bellAt(seed, streamNumber, knot);
      c = bellAt(seed, streamNumber, knot + 1);
      d = bellAt(seed, streamNumber, knot + 2);
    }
    const u = position - knot;
    const v = 1 - u;
    const u3 = u * u * u;
    const v3 = v * v * v;
    const wb = 4 - 6 * u * u + 3 * u3;
    const wc = 4 - 6 * v * v + 3 * v3;
    return ((v3 * a + wb * b + wc * c + u3 * d) / 6) * UNIT_SD;
  };
}
