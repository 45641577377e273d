"use client";

import { type DOMAttributes, type ReactNode, type RefObject, useId } from "react";
import { useWords } from "@/components/i18n/use-words";
import styles from "./chart-surface.module.css";

/**
 * The element that a chart stands in. One stop for the keyboard; inside, the arrow keys move, so it is an application to
 * a screen reader, which is told the keys once and then what the cursor stands on.
 */
export function ChartStage({
  stageRef,
  label,
  keys,
  spoken,
  handlers,
  children,
}: {
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly label: string;
  /** Which keys do what. */
  readonly keys: string;
  /** What the cursor stands on, as a sentence; empty while there is no cursor. */
  readonly spoken: string;
  readonly handlers: Pick<
    DOMAttributes<HTMLDivElement>,
    "onPointerMove" | "onPointerDown" | "onPointerLeave" | "onClick" | "onKeyDown" | "onBlur"
  >;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const hintId = useId();
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above */}
      <div
        ref={stageRef}
        className={styles.surface}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is operated with the arrow keys
        tabIndex={0}
        role="application"
        aria-roledescription={t("charts.frame.role")}
        aria-label={label}
        aria-describedby={hintId}
        {...handlers}
      >
        {children}
      </div>
      <p id={hintId} className="visually-hidden">
        {keys}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
