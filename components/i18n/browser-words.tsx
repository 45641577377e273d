"use client";

import { createContext, type ReactNode } from "react";
import type { Texts } from "@/lib/i18n/translate";

export interface BrowserTexts {
  readonly locale: string;
  readonly texts: Texts;
}

/** What the page sent along. Kept apart from `use-words.ts`, so that pages without a drawing need no formatter. */
export const BrowserTextsContext = createContext<BrowserTexts | null>(null);

/** Hands the browser's part of the catalogue to every drawing and form of a page. */
export function BrowserWordsProvider({
  locale,
  texts,
  children,
}: BrowserTexts & { readonly children: ReactNode }) {
  return <BrowserTextsContext value={{ locale, texts }}>{children}</BrowserTextsContext>;
}
