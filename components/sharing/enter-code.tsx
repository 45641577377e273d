"use client";

import { CodeForm, type CodeFormWords } from "@/components/forms/code-form";
import { useSaid } from "./said";

/** Where a code is typed that somebody read aloud. */
export function EnterCode({
  action,
  words,
}: {
  /** POST `{ code }`. */
  readonly action: string;
  readonly words: CodeFormWords & { readonly entered: string };
}) {
  const say = useSaid();
  return <CodeForm action={action} onDone={() => say(words.entered)} autoComplete="off" words={words} />;
}
