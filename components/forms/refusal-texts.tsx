"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Refusal, type RefusalTexts, refusalSentence } from "./refusal";

const RefusalTextsContext = createContext<RefusalTexts | null>(null);

/** Stands around every frame: what changes something says why it was refused, in the shell and on the page alike. */
export function RefusalTextsProvider({
  texts,
  children,
}: {
  readonly texts: RefusalTexts;
  readonly children: ReactNode;
}) {
  return <RefusalTextsContext value={texts}>{children}</RefusalTextsContext>;
}

export function RefusalSentence({ refusal }: { readonly refusal: Refusal }) {
  const texts = useContext(RefusalTextsContext);
  if (texts === null) throw new Error("What can be refused stands outside RefusalTextsProvider");
  return refusalSentence(refusal, texts);
}
