"use client";

import { useId, useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import styles from "./account.module.css";

export interface NameWords {
  readonly title: string;
  readonly facts: string;
  readonly label: string;
  readonly invalid: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
}

/** The name that others see. */
export function NameForm({
  action,
  name,
  words,
}: {
  /** PUT `{ name }`. */
  readonly action: string;
  /** Empty before there is one. */
  readonly name: string;
  readonly words: NameWords;
}) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const { state, run } = useMutation({ url: action, method: "PUT", onDone: useRefresh() });
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="muted">{words.facts}</p>
      <form
        className={styles.row}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const given = typed.trim();
          setProblem(given === "" ? words.invalid : null);
          if (given !== "") run({ name: given });
        }}
      >
        <Field label={words.label} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="name"
              maxLength={80}
            />
          )}
        </Field>
        <Button type="submit" pending={state.status === "pending"}>
          {words.save}
        </Button>
      </form>
      <MutationMessage state={state} pending={words.saving} done={words.saved} />
    </section>
  );
}
