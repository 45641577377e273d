"use client";

import { type Ref, useId, useState } from "react";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";
import styles from "./copy-text.module.css";

/** Copies a finished text. Where the browser refuses, the text stands there to be selected by hand. */
export function CopyText({
  text,
  button,
}: {
  readonly text: string;
  readonly button?: Ref<HTMLButtonElement>;
}) {
  const id = useId();
  const { t } = useWords();
  const [state, setState] = useState<"idle" | "done" | "refused">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("done");
    } catch {
      setState("refused");
    }
  };
  return (
    <div className={styles.copy}>
      <p id={id} role="status" className={styles.status}>
        {state === "idle" ? "" : t(`forms.copy.${state}`)}
      </p>
      <Button ref={button} onClick={() => void copy()}>
        {t("forms.copy.button")}
      </Button>
      {state === "refused" ? (
        <textarea
          className={styles.text}
          readOnly
          value={text}
          rows={10}
          aria-labelledby={id}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
    </div>
  );
}
