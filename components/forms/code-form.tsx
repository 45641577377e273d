"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import styles from "./code-form.module.css";
import { Field } from "./field";
import { MutationMessage } from "./mutation-message";
import { useMutation } from "./use-mutation";

export interface CodeFormWords {
  readonly label: string;
  readonly hint: string;
  readonly invalid: string;
  readonly submit: string;
  readonly pending: string;
}

/**
 * Where a code of eight characters is typed, from a message or as somebody reads it aloud. What was refused stays in the
 * field, which gets the focus: most of it is right.
 */
export function CodeForm({
  action,
  onDone,
  autoComplete,
  bodyOf = (code) => ({ code }),
  staysBusy = false,
  words,
  children,
}: {
  /** POST what `bodyOf` makes of the code: `{ code }`. */
  readonly action: string;
  readonly bodyOf?: (code: string) => object;
  /** Gets the parsed answer; the field is emptied before. */
  readonly onDone: (answer: unknown) => void;
  readonly autoComplete: "one-time-code" | "off";
  /** Whether the page goes on elsewhere, and nothing can be pressed until it has. */
  readonly staysBusy?: boolean;
  readonly words: CodeFormWords;
  /** What else can be done meanwhile. */
  readonly children?: ReactNode;
}) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => {
      setTyped("");
      onDone(answer);
    },
  });
  useEffect(() => {
    if (state.status === "failed") field.current?.focus();
  }, [state]);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = parseReadAloudCode(typed);
        setProblem(code === null ? words.invalid : null);
        if (code === null) field.current?.focus();
        else run(bodyOf(code));
      }}
    >
      <Field label={words.label} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            className={styles.code}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete={autoComplete}
            autoCapitalize="characters"
            inputMode="text"
            spellCheck={false}
            maxLength={20}
          />
        )}
      </Field>
      <p className={styles.hint}>{words.hint}</p>
      <div className={styles.actions}>
        <Button
          type="submit"
          tone="primary"
          size="large"
          pending={state.status === "pending" || (staysBusy && state.status === "done")}
        >
          {words.submit}
        </Button>
        {children}
      </div>
      <MutationMessage
        state={state}
        pending={words.pending}
        {...(staysBusy ? { done: words.pending } : {})}
      />
    </form>
  );
}
