import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** Every text of a catalogue under its dotted key. */
export function textsOf(part: object, path = ""): [key: string, text: string][] {
  return Object.entries<string | object>({ ...part }).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${path}${name}`, value]] : textsOf(value, `${path}${name}.`),
  );
}

/** The values and tags that a text needs, sorted: `count`, `<link>`. */
export function needsOf(text: string): string[] {
  return [...new Set(needs(parse(text)))].sort();
}

function needs(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
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
}
