import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shownText } from "./shown-text";

test("a terminal command, a line end and a turn of direction become visible replacement characters", () => {
  expect(shownText("\u001B[2J\u009B1m\r\n\u2028\u202Ex")).toBe("\uFFFD[2J\uFFFD1m\uFFFD\uFFFD\uFFFD\uFFFDx");
});

test("a long text is cut to 40 characters, a short one stands as it is", () => {
  expect(shownText("a".repeat(41))).toBe(`${"a".repeat(39)}…`);
  expect(shownText("é".repeat(40))).toBe("é".repeat(40));
});

test("nothing comes out longer than 40 or with a control character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (text) => {
      const shown = shownText(text);
      expect(shown.length).toBeLessThanOrEqual(40);
      expect(shown).not.toMatch(/\p{C}/u);
    }),
    { seed: 11, numRuns: 200 },
  );
});
