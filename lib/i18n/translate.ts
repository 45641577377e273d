import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { endingOnce } from "./full-stop";
import type { en } from "./messages/en";

/** The whole catalogue. */
export type Catalogue = typeof en;

/** The parts that drawings and forms in the browser say; the server sends these and no others. */
export const BROWSER_PARTS = ["charts", "forms"] as const;
export type BrowserCatalogue = Pick<Catalogue, (typeof BROWSER_PARTS)[number]>;

/** The dotted names of all texts: "daily.title". */
export type TextKey<Part, Before extends string = ""> = {
  [Name in keyof Part & string]: Part[Name] extends string
    ? `${Before}${Name}`
    : TextKey<Part[Name], `${Before}${Name}.`>;
}[keyof Part & string];

type Value = string | number;
type Values = Readonly<Record<string, Value>>;
type RichValues = Readonly<Record<string, Value | ((inside: ReactNode) => ReactNode)>>;
type MarkupValues = Readonly<Record<string, Value | ((inside: string) => string)>>;

/**
 * Says the text of a key: `t("daily.title")`, `t("daily.gap", { minutes: "25 min" })`; `t.rich` with tags. Keys are
 * known to the compiler. The library would check the values, too, at many times the compiler's work: that each call
 * gives what its text needs is checked by `tests/architecture/texts.test.ts` instead, and a text that lacks one throws.
 */
export interface Translate<Key extends string = TextKey<Catalogue>> {
  (key: Key, values?: Values): string;
  /** The same where tags become text. */
  readonly markup: (key: Key, values?: MarkupValues) => string;
  readonly rich: (key: Key, values?: RichValues) => ReactNode;
}

/** How to speak to a reader: their locale decides dates and numbers, `t` holds the texts of their language. */
export interface Words<Key extends string = TextKey<Catalogue>> {
  readonly locale: string;
  readonly t: Translate<Key>;
}

/** What code that runs in a browser may say. `Words` are these, too. */
export type BrowserWords = Words<TextKey<BrowserCatalogue>>;

/** A text that is missing or lacks a value is a mistake of ours, never something to print in its place. */
function refuse(error: Error): never {
  throw error;
}

/** The texts of a language, or some of their parts: nested objects that end in texts. */
export interface Texts {
  readonly [name: string]: string | Texts;
}

/** Words from a catalogue, or from parts of one. `locale` is a BCP 47 tag such as `es-MX`. */
export function wordsFrom<Key extends string>(locale: string, texts: Texts): Words<Key> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library's type of texts whose keys nobody knows
  const messages = texts as Record<string, string>;
  const say = createTranslator<Record<string, string>>({ locale, messages, onError: refuse });
  const fitted = <Given>(key: string, values?: Readonly<Record<string, Given>>) =>
    values && endingOnce(textAt(texts, key), values);
  const t: Translate<Key> = Object.assign((key: string, values?: Values) => say(key, fitted(key, values)), {
    rich: (key: string, values?: RichValues) => say.rich(key, fitted(key, values)),
    markup: (key: string, values?: MarkupValues) => say.markup(key, fitted(key, values)),
  });
  return { locale, t };
}

/** The text of a dotted key as it stands in the catalogue; empty where there is none, which `say` refuses. */
function textAt(texts: Texts, key: string): string {
  const found = key
    .split(".")
    .reduce<string | Texts | undefined>((at, name) => (typeof at === "object" ? at[name] : undefined), texts);
  return typeof found === "string" ? found : "";
}
