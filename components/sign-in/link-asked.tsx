"use client";

import type { ReactNode } from "react";
import { textField } from "@/components/forms/answer-field";
import { CodeForm, type CodeFormWords } from "@/components/forms/code-form";

/** Where the code of a message is typed, in the browser that asked for it. Goes on to where the answer says. */
export function LinkAsked({
  action,
  words,
  children,
}: {
  /** POST `{ code }`; answers `{ location }`. */
  readonly action: string;
  readonly words: CodeFormWords;
  /** What else can be done meanwhile. */
  readonly children?: ReactNode;
}) {
  return (
    <CodeForm action={action} onDone={goOn} autoComplete="one-time-code" staysBusy words={words}>
      {children}
    </CodeForm>
  );
}

function goOn(answer: unknown): void {
  globalThis.location.assign(textField(answer, "location") ?? "/");
}
