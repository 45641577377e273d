"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import styles from "./clinics.module.css";

export interface OneLineWords {
  readonly label: string;
  readonly invalid: string;
  readonly submit: string;
  readonly pending: string;
}

/** A form of one line, such as a name. It is emptied once it was taken, unless it shows what is. */
export function OneLineForm({
  action,
  initial = "",
  bodyOf,
  onDone,
  minCharacters = 1,
  maxCharacters,
  about,
  tone = "secondary",
  words,
}: {
  readonly action: string;
  readonly initial?: string;
  readonly bodyOf: (text: string) => object;
  readonly onDone: (answer: unknown) => void;
  readonly minCharacters?: number;
  readonly maxCharacters: number;
  /** What the form is called, for those who come to it without what stands around it. */
  readonly about?: string;
  readonly tone?: "primary" | "secondary";
  readonly words: OneLineWords;
}) {
  const [typed, setTyped] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => {
      setTyped(initial);
      onDone(answer);
    },
  });
  return (
    <form
      aria-label={about}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.trim();
        const isLong = text.length >= minCharacters;
        setProblem(isLong ? null : words.invalid);
        if (isLong) run(bodyOf(text));
      }}
    >
      <div className={styles.row}>
        <Field label={words.label} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              autoComplete="off"
              maxLength={maxCharacters}
            />
          )}
        </Field>
        <Button type="submit" tone={tone} pending={state.status === "pending"}>
          {words.submit}
        </Button>
      </div>
      <MutationMessage state={state} pending={words.pending} />
    </form>
  );
}
