import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDisplayTime } from "./answers";

const at = Date.UTC(2026, 10, 22, 5, 5, 12);

describe("a display time in the API", () => {
  it.each([
    [-480, "2026-11-21T21:05:12.000-08:00"],
    [345, "2026-11-22T10:50:12.000+05:45"],
    [0, "2026-11-22T05:05:12.000+00:00"],
    [-210, "2026-11-22T01:35:12.000-03:30"],
  ])("is the wall clock with its offset of %i minutes", (offset, text) => {
    expect(isoDisplayTime(at, offset)).toBe(text);
  });

  it("names the same instant as the system time, whatever the offset", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -720, max: 840 }),
        fc.integer({ min: 0, max: 4e12 }),
        (offset, instant) => {
          expect(Date.parse(isoDisplayTime(instant, offset))).toBe(instant);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
