import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isWholeDay,
  pannedWindow,
  parseWindow,
  resizedWindow,
  steppedWindow,
  wholeDay,
  windowText,
} from "./day-window";

const DAY = 1_440;

describe("zooming by steps", () => {
  it("goes from the whole day over 12, 6 and 3 hours to one, and back", () => {
    let window = wholeDay(DAY);
    const widths: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      window = steppedWindow(window, { lengthMinutes: DAY, step: "in", around: 600 });
      widths.push(window.to - window.from);
    }
    expect(widths).toEqual([720, 360, 180, 60, 60]);
    for (let i = 0; i < 4; i += 1)
      window = steppedWindow(window, { lengthMinutes: DAY, step: "out", around: 600 });
    expect(window).toEqual({ from: 0, to: DAY });
  });

  it("keeps the moment that it holds on to in its place", () => {
    // 08:00 is a third of the day, and stays a third of the twelve hours.
    expect(steppedWindow(wholeDay(DAY), { lengthMinutes: DAY, step: "in", around: 480 })).toEqual({
      from: 240,
      to: 960,
    });
  });

  it("shows all of a day of 23 or 25 hours", () => {
    const twelve = { from: 0, to: 720 };
    expect(steppedWindow(twelve, { lengthMinutes: 1_500, step: "out", around: 0 })).toEqual(wholeDay(1_500));
    expect(steppedWindow(twelve, { lengthMinutes: 1_380, step: "out", around: 0 })).toEqual(wholeDay(1_380));
  });
});

it("moving stops at either end of the day", () => {
  expect(pannedWindow({ from: 60, to: 240 }, DAY, -100)).toEqual({ from: 0, to: 180 });
  expect(pannedWindow({ from: 60, to: 240 }, DAY, 5_000)).toEqual({ from: 1_260, to: DAY });
});

describe("in an address", () => {
  it("the whole day needs no mention, every other window comes back as it was", () => {
    expect(windowText(wholeDay(DAY), DAY)).toBeNull();
    expect(windowText({ from: 360, to: 720 }, DAY)).toBe("360-720");
    expect(parseWindow("360-720", DAY)).toEqual({ from: 360, to: 720 });
  });

  it.each(["", "360", "720-360", "360-400", "1400-1500", "-60-120", "a-b", "360-720-900"])(
    "“%s” is no window of a day",
    (text) => expect(parseWindow(text, DAY)).toBeNull(),
  );
});

it("whatever is done, a window is whole minutes, at least an hour wide and inside the day", () => {
  const day = fc.integer({ min: 1_320, max: 1_980 });
  const move = fc.record({
    kind: fc.constantFrom("pan", "resize", "in", "out"),
    amount: fc.double({ min: -3_000, max: 3_000, noNaN: true }),
    around: fc.integer({ min: 0, max: 1_320 }),
  });
  fc.assert(
    fc.property(day, fc.array(move, { maxLength: 12 }), (lengthMinutes, moves) => {
      let window = wholeDay(lengthMinutes);
      for (const { kind, amount, around } of moves) {
        if (kind === "pan") window = pannedWindow(window, lengthMinutes, amount);
        else if (kind === "resize")
          window = resizedWindow(window, { lengthMinutes, minutes: amount, around });
        else if (kind === "in" || kind === "out")
          window = steppedWindow(window, { lengthMinutes, step: kind, around });
        expect(Number.isInteger(window.from) && Number.isInteger(window.to)).toBe(true);
        expect(window.from).toBeGreaterThanOrEqual(0);
        expect(window.to).toBeLessThanOrEqual(lengthMinutes);
        expect(window.to - window.from).toBeGreaterThanOrEqual(60);
        const text = windowText(window, lengthMinutes);
        if (text === null) expect(isWholeDay(window, lengthMinutes)).toBe(true);
        else expect(parseWindow(text, lengthMinutes)).toEqual(window);
      }
    }),
    { seed: 510, numRuns: 200 },
  );
});
