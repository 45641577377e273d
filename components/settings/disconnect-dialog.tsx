"use client";

import { useId, useRef, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import styles from "./dialog.module.css";

type DataChoice = "keep" | "delete";

const CHOICES: readonly { readonly value: DataChoice; readonly title: string; readonly meaning: string }[] = [
  {
    value: "keep",
    title: "Keep my data here",
    meaning:
      "Reports stay as they are and grow no further. You can reconnect, or delete everything, whenever you like.",
  },
  {
    value: "delete",
    title: "Delete my data too",
    meaning: "Everything that was read is deleted. Your sign-in stays, without data. This cannot be undone.",
  },
];

/** Asks what should happen to the data before the connection ends. The browser's own dialog keeps the focus inside. */
export function DisconnectDialog({ action }: { readonly action: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [choice, setChoice] = useState<DataChoice>("keep");
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
        Disconnect Dexcom
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id}>
        <h2 id={id}>Disconnect Dexcom?</h2>
        <fieldset className={styles.choices}>
          <legend>What should happen to the data that is here?</legend>
          {CHOICES.map(({ value, title, meaning }) => (
            <label key={value} className={styles.choice}>
              <input type="radio" name={id} checked={choice === value} onChange={() => setChoice(value)} />
              <strong>{title}</strong>
              <span className={styles.meaning}>{meaning}</span>
            </label>
          ))}
        </fieldset>
        <MutationMessage state={state} pending="Disconnecting …" />
        <div className={styles.actions}>
          <Button onClick={() => dialog.current?.close()}>Stay connected</Button>
          <Button tone="danger" pending={state.status === "pending"} onClick={() => run({ data: choice })}>
            {choice === "keep" ? "Disconnect and keep" : "Disconnect and delete"}
          </Button>
        </div>
      </dialog>
    </>
  );
}
