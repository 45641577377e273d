"use client";

import { textField } from "@/components/forms/answer-field";
import { CodeForm, type CodeFormWords } from "@/components/forms/code-form";
import { useTokenInAddress } from "@/components/forms/use-token-in-address";

/** Asks for the passcode of the link that led here, and goes on to what it opens. The token stays in this page. */
export function OpenViewLink({
  action,
  words,
}: {
  /** POST `{ token, passcode }`; answers `{ location }`. */
  readonly action: string;
  readonly words: CodeFormWords & { readonly missing: string };
}) {
  const token = useTokenInAddress();
  if (token === undefined) return null;
  if (token === null) return <p role="alert">{words.missing}</p>;
  return (
    <CodeForm
      // What was typed belongs to one link.
      key={token}
      action={action}
      bodyOf={(passcode) => ({ token, passcode })}
      onDone={goOn}
      autoComplete="off"
      staysBusy
      words={words}
    />
  );
}

/** In place of this page: going back would ask for the passcode again, without the link. */
function goOn(answer: unknown): void {
  globalThis.location.replace(textField(answer, "location") ?? "/");
}
