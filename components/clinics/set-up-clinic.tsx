"use client";

import { textField } from "@/components/forms/answer-field";
import { OneLineForm, type OneLineWords } from "./one-line-form";

/** Sets a clinic up, and goes on to its team: its code and its first invitation are there. */
export function SetUpClinic({
  action,
  characters,
  words,
}: {
  /** POST `{ name }`; answers `location`. */
  readonly action: string;
  readonly characters: { readonly min: number; readonly max: number };
  readonly words: OneLineWords;
}) {
  return (
    <OneLineForm
      action={action}
      bodyOf={(name) => ({ name })}
      onDone={(answer) => globalThis.location.assign(textField(answer, "location") ?? "/clinic")}
      minCharacters={characters.min}
      maxCharacters={characters.max}
      tone="primary"
      words={words}
    />
  );
}
