import { type ReactNode, useId } from "react";
import type { Words } from "@/lib/i18n/translate";
import styles from "./explain.module.css";
import { Icon } from "./icon";

/**
 * "What is this", opened in place. The browser's own popover: Escape and a tap elsewhere close it, focus stays where
 * it was, and screen readers hear whether it is open, all before any script has run.
 */
export function Explain({
  term,
  label,
  words: { t },
  children,
}: {
  readonly term: string;
  /** What the button is called; "What is …?" unless given. */
  readonly label?: string;
  readonly words: Words;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        popoverTarget={id}
        aria-label={label ?? t("shell.explain.whatIs", { term })}
      >
        <span aria-hidden="true">?</span>
      </button>
      <div id={id} popover="auto" className={styles.panel} role="region" aria-label={term}>
        <p className={styles.term}>{term}</p>
        <div className={styles.text}>{children}</div>
        <button type="button" className={styles.close} popoverTarget={id} popoverTargetAction="hide">
          <Icon name="close" />
          <span className="visually-hidden">{t("shell.explain.close", { term })}</span>
        </button>
      </div>
    </>
  );
}
