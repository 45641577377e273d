import { expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { delayInWords, delaySentence } from "./delay-words";

const english = wordsFor("en-US");

it.each([
  [180, "three hours"],
  [60, "one hour"],
  [90, "90 minutes"],
  [1, "one minute"],
  [720, "twelve hours"],
  [780, "13 hours"],
  [200, "200 minutes"],
])("%i minutes are %s", (minutes, words) => {
  expect(delayInWords(minutes, english)).toBe(words);
  expect(delaySentence(minutes, english)).toBe(`Dexcom shares data ${words} late`);
});

it("no delay is not called one", () => {
  expect(delaySentence(0, english)).toBe("Dexcom shares data without delay");
});

it("is said in the reader's language", () => {
  expect(delaySentence(180, wordsFor("es-MX"))).toBe("Dexcom comparte los datos con tres horas de retraso");
});
