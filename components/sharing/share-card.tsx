import type { ReactNode } from "react";
import styles from "./sharing.module.css";

/** What is to be known of a share, one line each. */
export interface ShareFact {
  readonly term: string;
  readonly text: ReactNode;
}

/** One share or offer: whose, what exactly, and what can be done with it. */
export function ShareCard({
  id,
  title,
  facts,
  notice = null,
  children,
}: {
  readonly id: string;
  readonly title: ReactNode;
  readonly facts: readonly ShareFact[];
  /** What has to be said between the facts and the buttons. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}) {
  const heading = `share-${id}`;
  return (
    <li>
      <article className={styles.card} aria-labelledby={heading}>
        <h3 id={heading} className={styles.title}>
          {title}
        </h3>
        <dl className={styles.facts}>
          {facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {notice}
        <div className={styles.actions}>{children}</div>
      </article>
    </li>
  );
}

/** A part of the page with its heading, and its cards or a sentence that there are none. */
export function SharePart({
  id,
  title,
  facts = null,
  empty = null,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly facts?: string | null;
  /** Said in place of the cards; null when there are some. */
  readonly empty?: string | null;
  readonly children?: ReactNode;
}) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {empty === null ? (
        <>
          {facts === null ? null : <p className="muted">{facts}</p>}
          {children}
        </>
      ) : (
        <p className="muted">{empty}</p>
      )}
    </section>
  );
}
