import type { ReactNode } from "react";
import styles from "./report.module.css";

/** The heading of a page with its one line of facts. */
export function ReportHeader({
  title,
  facts,
  children,
}: {
  readonly title: string;
  readonly facts?: string | null;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.header}>
      <div>
        <h1>{title}</h1>
        {facts ? <p className={styles.facts}>{facts}</p> : null}
      </div>
      {children}
    </div>
  );
}
