import { type ReactNode, useId } from "react";
import styles from "./explain.module.css";
import { Icon } from "./icon";

/**
 * "What is this", opened in place. The browser's own popover: Escape and a tap elsewhere close it, focus stays where
 * it was, and screen readers hear whether it is open, all before any script has run.
 */
export function Explain({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} aria-label={`What is ${term}?`}>
        <span aria-hidden="true">?</span>
      </button>
      <div id={id} popover="auto" className={styles.panel} role="region" aria-label={term}>
        <p className={styles.term}>{term}</p>
        <div className={styles.text}>{children}</div>
        <button type="button" className={styles.close} popoverTarget={id} popoverTargetAction="hide">
          <Icon name="close" />
          <span className="visually-hidden">Close the explanation of {term}</span>
        </button>
      </div>
    </>
  );
}
