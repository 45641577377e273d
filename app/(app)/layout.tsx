import type { ReactNode } from "react";
import { SignedInTexts } from "@/components/layout/signed-in-texts";
import { loadWords } from "@/lib/i18n/loaders";
import { browserTexts } from "@/lib/i18n/words";

/** Stays while pages change, so it holds nothing of anybody: each page authorises itself and brings its own frame. */
export default async function SignedInLayout({ children }: { readonly children: ReactNode }) {
  const words = await loadWords();
  return (
    <SignedInTexts words={words} browserTexts={browserTexts(words.locale)}>
      {children}
    </SignedInTexts>
  );
}
