import { type Language, languageOf } from "./languages";
import { en } from "./messages/en";
import { es } from "./messages/es";
import type { InOtherWords } from "./messages/shape";
import { BROWSER_PARTS, type Catalogue, type TextKey, type Texts, type Words, wordsFrom } from "./translate";

// Holds every language: for the server, the command line and tests. Code in the browser gets its parts from the page
// (components/i18n/browser-words.tsx).

/** To add a language: add its file under `messages`, its line here and its name in `languages.ts`. */
const CATALOGUES: Readonly<Record<Language, InOtherWords<Catalogue>>> = { en, es };

const known = new Map<string, Words>();

/** The words for a locale, made once. */
export function wordsFor(locale: string): Words {
  let words = known.get(locale);
  if (words === undefined) {
    words = wordsFrom<TextKey<Catalogue>>(locale, CATALOGUES[languageOf(locale)]);
    known.set(locale, words);
  }
  return words;
}

/** The texts that a page sends along for its drawings and forms. */
export function browserTexts(locale: string): Texts {
  const catalogue = CATALOGUES[languageOf(locale)];
  return Object.fromEntries(BROWSER_PARTS.map((part) => [part, catalogue[part]]));
}
