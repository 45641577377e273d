"use client";

import { useContext } from "react";
import { type BrowserCatalogue, type BrowserWords, type TextKey, wordsFrom } from "@/lib/i18n/translate";
import { BrowserTextsContext } from "./browser-words";

const made = new WeakMap<object, BrowserWords>();

/** The reader's words inside a drawing or a form. Pieces of the shell take finished texts as props instead. */
export function useWords(): BrowserWords {
  const given = useContext(BrowserTextsContext);
  if (given === null) throw new Error("A drawing or form stands outside BrowserWordsProvider");
  let words = made.get(given.texts);
  if (words === undefined) {
    words = wordsFrom<TextKey<BrowserCatalogue>>(given.locale, given.texts);
    made.set(given.texts, words);
  }
  return words;
}
