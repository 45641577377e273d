"use client";

import { createContext, type ReactNode } from "react";
import type { ProblemHeadings } from "@/components/ui/problem-page";

/** What the page for errors says. */
export interface ErrorWords {
  readonly skipLabel: string;
  readonly headings: ProblemHeadings;
  readonly title: string;
  readonly meaning: string;
  readonly todo: string;
  readonly again: string;
}

export const ErrorWordsContext = createContext<ErrorWords | null>(null);

/** Sent along with every page: when it breaks, the browser can ask nobody for words any more. */
export function ErrorWordsProvider({
  words,
  children,
}: {
  readonly words: ErrorWords;
  readonly children: ReactNode;
}) {
  return <ErrorWordsContext value={words}>{children}</ErrorWordsContext>;
}
