import { expect, test } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { networkInWords, placeInWords } from "./place-words";

const english = wordsFor("en-US");

test.each([
  [{ browser: "Firefox", system: "Linux" }, "Firefox on Linux"],
  [{ browser: "Firefox", system: null }, "Firefox"],
  [{ browser: null, system: "Linux" }, "Unknown browser on Linux"],
  [{ browser: null, system: null }, "Unknown browser"],
])("%j is said as far as it is known", (place, said) => {
  expect(placeInWords(place, english)).toBe(said);
});

test("a network is written as it is kept, or said to be unknown", () => {
  expect(networkInWords({ network: "192.0.2.0/24" }, english)).toBe("Network 192.0.2.0/24");
  expect(networkInWords({ network: null }, wordsFor("es-MX"))).toBe("Red desconocida");
});
