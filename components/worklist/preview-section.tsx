import { type ReactNode, useId } from "react";
import styles from "./preview-section.module.css";

/** A part of the preview under its own small heading. */
export function PreviewSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
