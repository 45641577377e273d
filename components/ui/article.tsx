import type { ReactNode } from "react";
import styles from "./article.module.css";

/** A page of plain text at a readable width. */
export function Article({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <article className={styles.article}>
      <h1>{title}</h1>
      {children}
    </article>
  );
}
