import type { ReactNode } from "react";
import { RefusalTextsProvider } from "@/components/forms/refusal-texts";
import { refusalTexts } from "@/components/forms/refusal-words";
import { BrowserWordsProvider } from "@/components/i18n/browser-words";
import type { Texts, Words } from "@/lib/i18n/translate";

/** What drawings and forms may say in the browser. It stands around all signed-in pages, so that it is sent once. */
export function SignedInTexts({
  words,
  browserTexts,
  children,
}: {
  readonly words: Words;
  /** `browserTexts` of the same locale. */
  readonly browserTexts: Texts;
  readonly children: ReactNode;
}) {
  return (
    <RefusalTextsProvider texts={refusalTexts(words)}>
      <BrowserWordsProvider locale={words.locale} texts={browserTexts}>
        {children}
      </BrowserWordsProvider>
    </RefusalTextsProvider>
  );
}
