"use client";

import { useId, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import styles from "./delete-everything.module.css";

export interface DeletionItem {
  readonly term: string;
  readonly text: string;
}

/** What has to be typed. Long enough not to happen by chance, short enough for a phone. */
const CONFIRMATION = "delete everything";

/**
 * Shows what goes, asks for it to be typed, and sends `{ "confirmation": "delete everything" }`. The answer's
 * `location` is the receipt.
 */
export function DeleteEverything({
  items,
  keyBackupDays,
  action,
}: {
  readonly items: readonly DeletionItem[];
  readonly keyBackupDays: number;
  readonly action: string;
}) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const confirmed = typed.trim().toLowerCase() === CONFIRMATION;
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => globalThis.location.assign(textField(answer, "location") ?? "/"),
  });
  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Delete everything</h2>
      <p>This is what goes, for good:</p>
      <dl className={styles.items}>
        {items.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        Your own key is destroyed first: without it nobody can read what is left in any copy.{" "}
        {keyBackupDays > 0
          ? `Backups of keys are kept for at most ${keyBackupDays} days; the receipt names the date on which the last one is gone.`
          : "No backups of keys are kept."}{" "}
        You are signed out everywhere. This cannot be undone.
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (confirmed) run({ confirmation: CONFIRMATION });
        }}
      >
        <label htmlFor={`${id}-word`}>
          Type <strong>{CONFIRMATION}</strong> to confirm
        </label>
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
          {asked && !confirmed ? `Please type “${CONFIRMATION}” first. Nothing was deleted.` : ""}
        </p>
        <Button type="submit" tone="danger" pending={state.status === "pending"}>
          Delete everything
        </Button>
        <MutationMessage state={state} pending="Deleting …" />
      </form>
    </section>
  );
}
