import fc from "fast-check";
import { expect, test } from "vitest";
import { parseLocalDate } from "@/lib/glucose/local-time";
import { packLine, unpackRuns } from "./overlay-line";

const date = parseLocalDate("2026-03-02") ?? expect.fail("a date");

test("a day is packed as text, with nothing where a reading is missing", () => {
  const runs = [
    { fromMinute: 362, values: [120, null, 39] },
    { fromMinute: 720, values: [401] },
  ];
  expect(packLine({ date, runs })).toEqual({ date, readings: "362:120,,39;720:401" });
});

test("every reading arrives as it was sent", () => {
  // A run begins and ends with a reading.
  const reading = fc.integer({ min: 39, max: 401 });
  const run = fc.record({
    fromMinute: fc.integer({ min: 0, max: 1_439 }),
    values: fc
      .tuple(reading, fc.array(fc.option(reading), { maxLength: 20 }), reading)
      .map(([first, between, last]) => [first, ...between, last]),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 4 }), (runs) => {
      expect(unpackRuns(packLine({ date, runs }))).toEqual(runs);
    }),
    { seed: 90 },
  );
});
