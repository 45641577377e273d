import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { en } from "./messages/en";
import { es } from "./messages/es";

const OTHERS = { es };

function textsOf(part: object, path = ""): [key: string, text: string][] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${path}${name}`, value]] : textsOf(value, `${path}${name}.`),
  );
}

/** The values and tags that a text needs: `count`, `<link>`. */
function needs(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...needs(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => needs(value))];
      default:
        return [element.value];
    }
  });
  return [...new Set(found)].sort();
}

const english = new Map(textsOf(en));

describe.each(Object.entries(OTHERS))("the catalogue in %s", (_language, catalogue) => {
  const texts = new Map(textsOf(catalogue));

  it("has the texts of the English one, no more and no fewer", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("needs the same values for each text", () => {
    for (const [key, text] of texts)
      expect({ key, needs: needs(parse(text)) }).toEqual({
        key,
        needs: needs(parse(english.get(key) ?? "")),
      });
  });

  it("leaves no text empty", () => {
    for (const [key, text] of texts) expect({ key, text: text.trim() }).not.toEqual({ key, text: "" });
  });
});

it("no English text is empty, and each can be parsed", () => {
  for (const [key, text] of english) {
    expect({ key, text: text.trim() }).not.toEqual({ key, text: "" });
    expect(() => parse(text), key).not.toThrow();
  }
});
