const WORDS = 4_294_967_296;

/** A whole number from 0 to 2³² − 1, every one equally likely, on each call. */
export type RandomWords = () => number;

/**
 * The sequence of xoshiro128** from a state of four 32-bit words, not all 0: period 2¹²⁸ − 1, the same numbers in every
 * engine because it is whole-number arithmetic only. For resampling, never for secrets.
 * Blackman and Vigna 2021, Scrambled Linear Pseudorandom Number Generators, doi 10.1145/3460772.
 */
export function xoshiro128StarStar(state: readonly [number, number, number, number]): RandomWords {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word >>> 0;
  };
}

/**
 * The sequence that belongs to a seed, of which the lowest 32 bits count. The state is four scrambled neighbours of the
 * seed, so that seeds 1 and 2 have nothing in common; scrambling is one-to-one, so at most one of the four words is 0.
 */
export function seededRandom(seed: number): RandomWords {
  const word = (n: number) => scramble(seed + Math.imul(n, GOLDEN_RATIO));
  return xoshiro128StarStar([word(1), word(2), word(3), word(4)]);
}

/**
 * A random word as a whole number from 0 to `below` − 1, by its place on the whole scale. No number is likelier than
 * another by more than one word in 2³², which for days is nothing.
 */
export function indexBelow(below: number, word: number): number {
  return Math.floor((word * below) / WORDS);
}

// 2³² divided by the golden ratio, odd: steps by it spread evenly over all words.
const GOLDEN_RATIO = 0x9e3779b9;

// The finaliser of MurmurHash3 (Appleby 2011), in which every bit of the input moves about half of the output.
function scramble(input: number): number {
  let word = input | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
