import type { ReactNode } from "react";
import { Icon } from "./icon";
import styles from "./problem-page.module.css";

/** A page for something that did not work: what happened, what it means, what to do. Never "Oops". */
export function ProblemPage({
  title,
  happened,
  meaning,
  todo,
  actions,
}: {
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
            <dt>What happened</dt>
            <dd>{happened}</dd>
          </div>
        ) : null}
        <div>
          <dt>What it means</dt>
          <dd>{meaning}</dd>
        </div>
        <div>
          <dt>What to do</dt>
          <dd>{todo}</dd>
        </div>
      </dl>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
