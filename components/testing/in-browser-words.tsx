import type { ReactElement } from "react";
import { BrowserWordsProvider } from "@/components/i18n/browser-words";
import { browserTexts } from "@/lib/i18n/words";
import { LOCALE } from "./fixtures";

/** A page as the layout of signed-in pages holds it: with the texts of its drawings and forms. */
export function inBrowserWords(page: ReactElement, locale: string = LOCALE): ReactElement {
  return (
    <BrowserWordsProvider locale={locale} texts={browserTexts(locale)}>
      {page}
    </BrowserWordsProvider>
  );
}
