import { describe, expect, it } from "vitest";
import { indexBelow, seededRandom, xoshiro128StarStar } from "./seeded-random";

describe("xoshiro128**", () => {
  it("gives the words that its definition gives by hand", () => {
    // rotl(2 · 5, 7) · 9 = 1,280 · 9. The state (1, 2, 3, 4) becomes (7, 0, 1026, 6 rotated by 11 = 12288),
    // and then (12295, 1029, 1029, 25165824): rotl(0) · 9 = 0, rotl(1029 · 5, 7) · 9 = 658,560 · 9.
    const random = xoshiro128StarStar([1, 2, 3, 4]);
    expect([random(), random(), random()]).toEqual([11_520, 0, 5_927_040]);
  });

  it("agrees with the definition in unlimited whole numbers for a thousand words", () => {
    const bits = 32n;
    const cut = (x: bigint) => x & ((1n << bits) - 1n);
    const rotated = (x: bigint, by: bigint) => cut((x << by) | (x >> (bits - by)));
    let s: [bigint, bigint, bigint, bigint] = [0x9e37_79b9n, 0xffff_ffffn, 0n, 0x8000_0001n];
    const random = xoshiro128StarStar([0x9e37_79b9, 0xffff_ffff, 0, 0x8000_0001]);
    for (let i = 0; i < 1_000; i += 1) {
      expect(random()).toBe(Number(cut(rotated(cut(s[1] * 5n), 7n) * 9n)));
      const two = s[2] ^ s[0];
      const three = s[3] ^ s[1];
      s = [s[0] ^ three, s[1] ^ two, two ^ cut(s[1] << 9n), rotated(three, 11n)];
    }
  });
});

describe("a seed", () => {
  const words = (seed: number) => Array.from({ length: 8 }, seededRandom(seed));

  it("gives the same words as the same two published steps elsewhere", () => {
    // Worked out apart from this code, with a finaliser that takes 1 to 0x514E28B7 as published.
    expect(words(7).slice(0, 4)).toEqual([1_004_282_400, 2_200_021_487, 1_928_073_449, 741_806_228]);
  });

  it("always gives the same words, its neighbour none of them", () => {
    expect(words(7)).toEqual(words(7));
    expect(words(7).filter((word) => words(8).includes(word))).toEqual([]);
    expect(words(0).filter((word) => words(-1).includes(word))).toEqual([]);
  });

  it("draws every day equally often", () => {
    const random = seededRandom(1);
    const drawn = new Uint32Array(90);
    for (let i = 0; i < 90_000; i += 1) {
      const day = indexBelow(90, random());
      drawn[day] = (drawn[day] ?? 0) + 1;
    }
    // Σ (observed − 1,000)² / 1,000 has mean 89 and SD √178 = 13.3: three SDs to either side.
    const chiSquare = drawn.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chiSquare).toBeGreaterThan(49);
    expect(chiSquare).toBeLessThan(129);
  });

  it("reaches the first and the last index and nothing beyond", () => {
    expect(indexBelow(90, 0)).toBe(0);
    expect(indexBelow(90, 2 ** 32 - 1)).toBe(89);
    expect(indexBelow(1, 2 ** 32 - 1)).toBe(0);
  });
});
