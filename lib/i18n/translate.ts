import { createTranslator } from "use-intl/core";
import type { en } from "./messages/en";

/** The whole catalogue; its keys and the values that each text needs are known to the compiler. */
export type Catalogue = typeof en;

/** The parts that drawings and forms in the browser say; the server sends these and no others. */
export const BROWSER_PARTS = ["charts", "forms"] as const;
export type BrowserCatalogue = Pick<Catalogue, (typeof BROWSER_PARTS)[number]>;

/** Says the text of a key: `t("daily.title")`, `t("daily.gap", { minutes: "25 min" })`; `t.rich` with tags. */
export type Translate<Texts extends object = Catalogue> = ReturnType<typeof createTranslator<Texts>>;

/** How to speak to a reader: their locale decides dates and numbers, `t` holds the texts of their language. */
export interface Words<Texts extends object = Catalogue> {
  readonly locale: string;
  readonly t: Translate<Texts>;
}

/** What code that runs in a browser may say. `Words` are these, too. */
export type BrowserWords = Words<BrowserCatalogue>;

/** A text that is missing or lacks a value is a mistake of ours, never something to print in its place. */
function refuse(error: Error): never {
  throw error;
}

/** Words from a catalogue, or from parts of one. `locale` is a BCP 47 tag such as `es-MX`. */
export function wordsFrom<Texts extends object>(locale: string, texts: object): Words<Texts> {
  // Catalogues in other languages have the shape of the English one (`InOtherWords`), not its literal texts.
  const translate = createTranslator({ locale, messages: texts, onError: refuse });
  return { locale, t: translate as unknown as Translate<Texts> };
}
