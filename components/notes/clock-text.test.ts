import { expect, test } from "vitest";
import { clockTextOf, minuteOfClockText } from "./clock-text";

test("every minute of a day survives the way through a time field", () => {
  for (let minute = 0; minute < 1_440; minute += 1)
    expect(minuteOfClockText(clockTextOf(minute))).toBe(minute);
});

test.each(["", "24:00", "7:30", "07:60", "noon", "07:30:00Z"])("“%s” is no time", (text) => {
  expect(minuteOfClockText(text)).toBeNull();
});

test("seconds that a browser adds are left out", () => expect(minuteOfClockText("07:30:15")).toBe(450));
