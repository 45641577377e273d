import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCopy, type SealedCopy, sealCopy } from "./sealed-copy";

const KEPT_AT = Date.parse("2026-11-24T21:05:00Z");
const TWELVE_HOURS = 43_200_000;
const TEXT = '{"sentences":["Glucose was in range for about 16 h a day (66 %)."]}';

describe("a sealed copy", () => {
  it("can be read from the moment it was kept until just before twelve hours have passed", async () => {
    const copy = await sealCopy(TEXT, KEPT_AT);
    expect(copy.readableUntil).toBe(Date.parse("2026-11-25T09:05:00Z"));
    for (const now of [KEPT_AT, KEPT_AT + TWELVE_HOURS - 1])
      expect(await openCopy(copy, now)).toEqual({ status: "open", text: TEXT });
    expect(await openCopy(copy, KEPT_AT + TWELVE_HOURS)).toEqual({ status: "expired" });
  });

  it("cannot be read longer by turning the clock back, but a clock put right by minutes does no harm", async () => {
    const copy = await sealCopy(TEXT, KEPT_AT);
    expect(await openCopy(copy, KEPT_AT - 5 * 60_000)).toEqual({ status: "open", text: TEXT });
    expect(await openCopy(copy, KEPT_AT - 5 * 60_000 - 1)).toEqual({ status: "expired" });
  });

  it("cannot be given more time: its dates are sealed with it", async () => {
    const copy = await sealCopy(TEXT, KEPT_AT);
    const longer: SealedCopy = { ...copy, readableUntil: copy.readableUntil + 1 };
    expect(await openCopy(longer, KEPT_AT)).toEqual({ status: "unreadable" });
    expect(await openCopy({ ...copy, keptAt: KEPT_AT + 1 }, KEPT_AT)).toEqual({ status: "unreadable" });
  });

  it("has a key that cannot be exported, its own for every copy, and shows no letter of the text", async () => {
    const [one, other] = [await sealCopy(TEXT, KEPT_AT), await sealCopy(TEXT, KEPT_AT)];
    expect(one.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", one.key)).rejects.toThrow(/not extractable/);
    expect(await openCopy({ ...one, key: other.key }, KEPT_AT)).toEqual({ status: "unreadable" });
    expect(new TextDecoder("latin1").decode(one.ciphertext)).not.toContain("Glucose");
  });

  it("opens to the same text whatever it is, and never after any one bit has changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(7), async (text, place, bit) => {
        const copy = await sealCopy(text, KEPT_AT);
        expect(await openCopy(copy, KEPT_AT)).toEqual({ status: "open", text });
        const changed = new Uint8Array(copy.ciphertext.slice(0));
        const at = place % changed.length;
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await openCopy({ ...copy, ciphertext: changed.buffer }, KEPT_AT)).toEqual({
          status: "unreadable",
        });
      }),
      { seed: 20_261_124, numRuns: 60 },
    );
  });
});
