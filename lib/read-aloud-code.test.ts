import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newReadAloudCode } from "./ids";
import { parseReadAloudCode, readAloudCode, writtenInGroups } from "./read-aloud-code";

describe("a code that is read aloud", () => {
  it("comes back from how it is written, whatever the case and the spaces", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const code = readAloudCode((below) => numbers.next().value % below);
        expect(parseReadAloudCode(code)).toBe(code);
        expect(parseReadAloudCode(writtenInGroups(code))).toBe(code);
        expect(parseReadAloudCode(` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()}\n`)).toBe(code);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("has eight characters, none of which looks like another", () => {
    const code = newReadAloudCode();
    expect(code).toMatch(/^[2-9B-DF-HJKMNP-TVWXZ]{8}$/);
    expect(writtenInGroups("BCDFGH23")).toBe("BCDF-GH23");
  });

  it("does not repeat itself: 20,000 codes", () => {
    expect(new Set(Array.from({ length: 20_000 }, () => newReadAloudCode())).size).toBe(20_000);
  });

  it.each(["", "BCDF-GH2", "BCDF-GH234", "BCDF-GH2O", "BCDF-GH21", "ＢCDFGH23", "BCDF_GH23"])(
    "is not %j",
    (typed) => expect(parseReadAloudCode(typed)).toBeNull(),
  );
});
