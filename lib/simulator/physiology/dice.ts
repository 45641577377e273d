/**
 * Counter-based randomness: a draw is a hash of (seed, stream, index), so that any moment of any year can be asked for
 * first. Integer arithmetic only: every machine gets the same bits.
 */
export function hash32(seed: number, stream: number, index: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  h = mix(h ^ Math.imul(stream | 0, 0xc2b2ae35));
  return mix(h ^ Math.imul(index | 0, 0x27d4eb2f)) >>> 0;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** A 32-bit number for a name (FNV-1a). */
export function seedOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return mix(h) >>> 0;
}

/** Uniform in [0, 1). */
export function uniformAt(seed: number, stream: number, index: number): number {
  return hash32(seed, stream, index) / 0x1_0000_0000;
}

/**
 * Bell-shaped, mean 0, SD 1, never beyond ±3.47: the sum of four uniforms. No logarithm or cosine, whose last bits may
 * differ between machines.
 */
export function bellAt(seed: number, stream: number, index: number): number {
  const a = hash32(seed, stream, index);
  const b = hash32(~seed, stream, index);
  const sum = (a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16);
  return (sum / 0x1_0000 - 2) * 1.7320508075688772;
}

export interface Dice {
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** Mean and SD; bounded to ±3.47 SD. */
  bell(mean: number, sd: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** The draws that belong to one thing (a day, a sensor session), in a fixed order. */
export function dice(seed: number, stream: string, index: number): Dice {
  const own = hash32(seed, seedOf(stream), index);
  let drawn = 0;
  const next = () => uniformAt(own, 1, drawn++);
  return {
    between: (from, to) => from + (to - from) * next(),
    bell: (mean, sd) => mean + sd * bellAt(own, 2, drawn++),
    chance: (probability) => next() < probability,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
