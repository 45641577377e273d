"use client";

import { type ReactNode, useId, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { afterForgetting } from "@/components/offline/after-forgetting";
import { Button } from "@/components/ui/button";
import styles from "./delete-everything.module.css";

export interface DeletionItem {
  readonly term: string;
  readonly text: string;
}

/** Everything that the form says, finished: it runs in the browser, which has no catalogue for it. */
export interface DeletionWords {
  readonly title: string;
  readonly goes: string;
  readonly consequences: string;
  /** The way to what ends here and what elsewhere. */
  readonly question: ReactNode;
  /** What has to be typed. Long enough not to happen by chance, short enough for a phone. */
  readonly phrase: string;
  readonly type: ReactNode;
  readonly refused: string;
  readonly pending: string;
}

/** Shows what goes, asks for it to be typed, and sends the confirmation. The answer's `location` is where to go on. */
export function DeleteEverything({
  items,
  action,
  method = "POST",
  confirmation = "delete everything",
  words,
}: {
  readonly items: readonly DeletionItem[];
  readonly action: string;
  readonly method?: "POST" | "DELETE";
  /** What the server wants to hear, in whatever language it was typed. */
  readonly confirmation?: string;
  readonly words: DeletionWords;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const confirmed = typed.trim().toLowerCase() === words.phrase;
  const { state, run } = useMutation({
    url: action,
    method,
    onDone: (answer) => globalThis.location.assign(textField(answer, "location") ?? "/"),
  });
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <p>{words.goes}</p>
      <dl className={styles.items}>
        {items.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        {words.consequences} {words.question}
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (confirmed) afterForgetting(() => run({ confirmation }));
        }}
      >
        <label htmlFor={`${id}-word`}>{words.type}</label>
        <input
          id={`${id}-word`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={asked && !confirmed ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
        <p id={`${id}-hint`} className={styles.hint} role="status">
          {asked && !confirmed ? words.refused : ""}
        </p>
        <Button type="submit" tone="danger" pending={state.status === "pending"}>
          {words.title}
        </Button>
        <MutationMessage state={state} pending={words.pending} />
      </form>
    </section>
  );
}
