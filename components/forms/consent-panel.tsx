"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useMounted } from "@/components/ui/use-mounted";
import { textField } from "./answer-field";
import styles from "./consent-panel.module.css";
import type { ConsentWords } from "./consent-words";
import { MutationMessage } from "./mutation-message";
import { useMutation } from "./use-mutation";

export interface ConsentPanelProps {
  /** POST `{ ...fields, grantor }`; answers `{ "location": … }`, Dexcom's page to go to. */
  readonly action: string;
  /** What else the address wants, such as the version of this text and the purpose. */
  readonly fields: Readonly<Record<string, string>>;
  readonly backHref: string;
  readonly words: ConsentWords;
}

/** What is read, why, for how long, how old it is and how to take it back: before anything leaves for Dexcom. */
export function ConsentPanel({ action, fields, backHref, words }: ConsentPanelProps) {
  const [isMissing, setIsMissing] = useState(false);
  const isAlive = useMounted();
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => {
      const location = textField(answer, "location");
      if (location !== null) globalThis.location.assign(location);
    },
  });
  const leaving = state.status === "pending" || state.status === "done";
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        // As the browser holds it: a choice may have been made before the page came to life.
        const grantor = new FormData(event.currentTarget).get("grantor");
        setIsMissing(grantor === null);
        if (grantor !== null) run({ ...fields, grantor });
      }}
    >
      <dl className={styles.terms}>
        {words.terms.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <fieldset className={styles.who}>
        <legend>{words.whose}</legend>
        {words.grantors.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="grantor" value={value} onChange={() => setIsMissing(false)} />
            {label}
          </label>
        ))}
        <p className={styles.missing} role="alert">
          {isMissing ? words.missing : ""}
        </p>
      </fieldset>
      <p className={styles.agree}>{words.agree}</p>
      <div className={styles.actions}>
        {/* Before the page has come to life nobody listens, and the browser would load it anew instead. */}
        <Button type="submit" tone="primary" size="large" pending={leaving} disabled={!isAlive}>
          {words.go}
        </Button>
        <Link href={backHref}>{words.notNow}</Link>
      </div>
      <MutationMessage state={state} pending={words.pending} done={words.pending} />
    </form>
  );
}
