import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** What a control of a form needs to be named and described. */
export interface FieldIds {
  readonly id: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
}

/** A labelled control with its problem under it, told to screen readers together. */
export function Field({
  label,
  problem = null,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly problem?: string | null;
  readonly wide?: boolean;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div className={wide ? styles.wide : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": problem === null ? undefined : true,
        "aria-describedby": problem === null ? undefined : problemId,
      })}
      {problem === null ? null : (
        <p id={problemId} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
