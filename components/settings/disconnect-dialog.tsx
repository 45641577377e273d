"use client";

import { useId, useRef, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { afterForgetting } from "@/components/offline/after-forgetting";
import { Button } from "@/components/ui/button";
import styles from "./dialog.module.css";
import type { DisconnectWords } from "./disconnect-words";

/** Asks what should happen to the data before the connection ends. The browser's own dialog keeps the focus inside. */
export function DisconnectDialog({
  action,
  words,
}: {
  readonly action: string;
  readonly words: DisconnectWords;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [choice, setChoice] = useState<DisconnectWords["choices"][number]["value"]>("keep");
  const refresh = useRefresh();
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => {
      const location = textField(answer, "location");
      if (location !== null) return globalThis.location.assign(location);
      dialog.current?.close();
      refresh();
    },
  });
  return (
    <>
      <Button tone="danger" onClick={() => dialog.current?.showModal()}>
        {words.open}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id}>
        <h2 id={id}>{words.title}</h2>
        <fieldset className={styles.choices}>
          <legend>{words.question}</legend>
          {words.choices.map(({ value, title, meaning }) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name={id} checked={choice === value} onChange={() => setChoice(value)} />
              <strong>{title}</strong>
              <span className={styles.meaning}>{meaning}</span>
            </label>
          ))}
        </fieldset>
        <MutationMessage state={state} pending={words.pending} />
        <div className={styles.actions}>
          <Button onClick={() => dialog.current?.close()}>{words.stay}</Button>
          <Button
            tone="danger"
            pending={state.status === "pending"}
            onClick={() => afterForgetting(() => run({ data: choice }))}
          >
            {words.choices.find(({ value }) => value === choice)?.action}
          </Button>
        </div>
      </dialog>
    </>
  );
}
