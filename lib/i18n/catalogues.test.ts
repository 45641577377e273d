import { describe, expect, it } from "vitest";
import { en } from "./messages/en";
import { es } from "./messages/es";
import { needsOf, textsOf } from "./text-needs.test-support";

const OTHERS = { es };
const english = new Map(textsOf(en));

describe.each(Object.entries(OTHERS))("the catalogue in %s", (_language, catalogue) => {
  const texts = new Map(textsOf(catalogue));

  it("has the texts of the English one, no more and no fewer", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("needs the same values for each text", () => {
    for (const [key, text] of texts)
      expect({ key, needs: needsOf(text) }).toEqual({ key, needs: needsOf(english.get(key) ?? "") });
  });

  it("leaves no text empty", () => {
    for (const [key, text] of texts) expect({ key, text: text.trim() }).not.toEqual({ key, text: "" });
  });
});

it("no English text is empty, and each can be parsed", () => {
  for (const [key, text] of english) {
    expect({ key, text: text.trim() }).not.toEqual({ key, text: "" });
    expect(() => needsOf(text), key).not.toThrow();
  }
});
