import type { ReactNode } from "react";
import type { Words } from "@/lib/i18n/translate";
import type { HelpTopic } from "@/lib/routes";
import styles from "./topic.module.css";

/** A chapter of the help page; its name is its anchor. */
export function Topic({
  topic,
  words: { t },
  children,
}: {
  readonly topic: HelpTopic;
  readonly words: Words;
  readonly children: ReactNode;
}) {
  const heading = `${topic}-heading`;
  return (
    <section id={topic} className={styles.topic} aria-labelledby={heading}>
      <h2 id={heading}>{t(`help.topics.${topic}`)}</h2>
      {children}
    </section>
  );
}

export interface Term {
  readonly term: ReactNode;
  readonly text: ReactNode;
}

/** Things and what is to be said of each, one under the other. */
export function Terms({ items }: { readonly items: readonly Term[] }) {
  return (
    <dl className={styles.terms}>
      {items.map(({ term, text }, index) => (
        // The list never changes while the page is shown, so its place is its identity.
        <div key={index}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
