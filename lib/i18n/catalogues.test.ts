import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "./catalogues";
import { LANGUAGES } from "./languages";
import { en } from "./messages/en";
import { needsOf, textsOf } from "./text-needs.test-support";

const english = new Map(textsOf(en));
const others = [...CATALOGUES].filter(([code]) => code !== "en");

describe.each(others)("the catalogue in %s", (_language, catalogue) => {
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

it("each file of the folder is a language, and English stands first", () => {
  const codes = readdirSync(new URL("messages", import.meta.url))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -".ts".length));
  expect(LANGUAGES.map(({ code }) => code)).toEqual(["en", ...codes.filter((code) => code !== "en").sort()]);
});
