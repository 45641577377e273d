import { CATALOGUES } from "./catalogues";
import { languageOf } from "./languages";
import type { InOtherWords } from "./shape";
import { BROWSER_PARTS, type Catalogue, type TextKey, type Texts, type Words, wordsFrom } from "./translate";

// Holds every language: for the server and tests. Code in the browser gets its parts from the page
// (components/i18n/browser-words.tsx).

const known = new Map<string, Words>();

/** The words for a locale, made once. */
export function wordsFor(locale: string): Words {
  let words = known.get(locale);
  if (words === undefined) {
    words = wordsFrom<TextKey<Catalogue>>(locale, textsFor(locale));
    known.set(locale, words);
  }
  return words;
}

/** The texts that a page sends along for its drawings and forms. */
export function browserTexts(locale: string): Texts {
  const catalogue = textsFor(locale);
  return Object.fromEntries(BROWSER_PARTS.map((part) => [part, catalogue[part]]));
}

/** What the preview beside a clinic's list says besides: sent with that page alone. */
export function previewTexts(locale: string): Texts {
  const { states, statistics, worklistPreview } = textsFor(locale);
  const { verdict, goal, dataThrough, noReadingsYet } = states;
  return {
    ...browserTexts(locale),
    states: { verdict, goal, dataThrough, noReadingsYet },
    statistics: { sets: statistics.sets },
    worklistPreview,
  };
}

function textsFor(locale: string): InOtherWords<Catalogue> {
  const texts = CATALOGUES.get(languageOf(locale));
  if (texts === undefined) throw new Error("There is no English catalogue");
  return texts;
}
