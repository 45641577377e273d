import { describe, expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { chanceWords } from "./chance-words";

const say = (probability: number | null, locale = "en-US") =>
  chanceWords({ probability, looks: 1 }, wordsFor(locale));

describe("chance in plain words", () => {
  it.each([
    [0, "less than 1 of 1,000"],
    [0.000_999, "less than 1 of 1,000"],
    [0.001, "about 1 of 1,000"],
    [0.0094, "about 9 of 1,000"],
    [0.01, "about 1 of 100"],
    [0.384, "about 38 of 100"],
    [0.994, "about 99 of 100"],
    [0.995, "nearly every"],
    [1, "nearly every"],
  ])("%d is in %s periods", (probability, frequency) => {
    expect(say(probability).sentence).toContain(frequency);
  });

  it("calls unlikely what is below one in twenty, as the rules do", () => {
    expect(say(0.0499).label).toBe("Unlikely by chance");
    expect(say(0.05).label).toBe("May be chance");
  });

  it("claims nothing where nothing was tested", () => {
    expect(say(null)).toEqual({ label: "A description, not tested against chance", sentence: null });
  });

  it("speaks the reader's language", () => {
    expect(say(0.02, "es-MX").sentence).toContain("unos 2 de cada 100 períodos");
  });
});
