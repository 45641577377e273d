import type { ReactNode } from "react";
import { Icon } from "./icon";
import styles from "./problem-page.module.css";

/** The headings of the three answers, in the reader's language. */
export interface ProblemHeadings {
  readonly happened: string;
  readonly meaning: string;
  readonly todo: string;
}

/** A page for something that did not work: what happened, what it means, what to do. Never "Oops". */
export function ProblemPage({
  headings,
  title,
  happened,
  meaning,
  todo,
  actions,
}: {
  readonly headings: ProblemHeadings;
  /** What happened, as a heading. */
  readonly title: string;
  readonly happened?: string | null;
  readonly meaning: string;
  readonly todo: string;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.problem}>
      <Icon name="attention" size={28} className={styles.icon} />
      <h1>{title}</h1>
      <dl>
        {happened ? (
          <div>
            <dt>{headings.happened}</dt>
            <dd>{happened}</dd>
          </div>
        ) : null}
        <div>
          <dt>{headings.meaning}</dt>
          <dd>{meaning}</dd>
        </div>
        <div>
          <dt>{headings.todo}</dt>
          <dd>{todo}</dd>
        </div>
      </dl>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
