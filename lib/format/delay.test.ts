import { expect, it } from "vitest";
import { delayInWords, delaySentence } from "./delay";

it.each([
  [180, "three hours"],
  [60, "one hour"],
  [90, "90 minutes"],
  [1, "one minute"],
  [720, "twelve hours"],
  [780, "13 hours"],
  [200, "200 minutes"],
])("%i minutes are %s", (minutes, words) => {
  expect(delayInWords(minutes)).toBe(words);
  expect(delaySentence(minutes)).toBe(`Dexcom shares data ${words} late`);
});

it("no delay is not called one", () => {
  expect(delaySentence(0)).toBe("Dexcom shares data without delay");
});
