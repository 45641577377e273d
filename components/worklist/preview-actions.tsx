"use client";

import type { Ref } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import type { MutationState } from "@/components/forms/use-mutation";
import { CopyText } from "@/components/statistics/copy-text";
import { Button, buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import styles from "./preview-actions.module.css";

/** What is done with a patient who was looked through. */
export function PreviewActions({
  canWork,
  marking,
  undoing,
  onMark,
  onUndo,
  text,
  copyButton,
  reportsHref,
  words: { t },
}: {
  readonly canWork: boolean;
  readonly marking: MutationState;
  readonly undoing: MutationState;
  readonly onMark: () => void;
  /** Null where there is nothing of one's own to take back. */
  readonly onUndo: (() => void) | null;
  readonly text: string;
  /** A key presses it. */
  readonly copyButton: Ref<HTMLButtonElement>;
  readonly reportsHref: string;
  readonly words: Words;
}) {
  return (
    <div className={styles.actions} role="group" aria-label={t("worklistPreview.actions.title")}>
      {canWork ? (
        <>
          <MutationMessage
            state={marking}
            pending={t("worklistPreview.actions.reviewing")}
            done={t("worklistPreview.actions.reviewed")}
          />
          <MutationMessage
            state={undoing}
            pending={t("worklistPreview.actions.undoing")}
            done={t("worklistPreview.actions.undone")}
          />
          <div className={styles.work}>
            <Button
              tone="primary"
              pending={marking.status === "pending"}
              aria-keyshortcuts="r"
              onClick={onMark}
            >
              {t("worklistPreview.actions.review")}
              <kbd className={styles.key} aria-hidden="true">
                r
              </kbd>
            </Button>
            {onUndo === null ? null : (
              <Button pending={undoing.status === "pending"} aria-keyshortcuts="u" onClick={onUndo}>
                {t("worklistPreview.actions.undo")}
              </Button>
            )}
          </div>
        </>
      ) : null}
      <div className={styles.work}>
        <CopyText text={text} button={copyButton} />
        <Link href={reportsHref} className={buttonLook({})}>
          {t("worklistPreview.actions.reports")}
        </Link>
      </div>
    </div>
  );
}
