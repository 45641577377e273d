"use client";

import { useEffect, useRef, useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import type { MutationState } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import styles from "./review-toast.module.css";
import type { MarkedRow } from "./use-row-review";

const SHOWN_MS = 20_000;

/** Finds it in the page. */
export const TOAST = "[data-toast]";

/**
 * What was done from the list, with the way back. It goes by itself, but never from under somebody's finger; the key and
 * the preview can take a review back for longer.
 */
export function ReviewToast({
  said,
  last,
  marking,
  undoing,
  onUndo,
  words,
}: {
  readonly said: string;
  readonly last: MarkedRow | null;
  readonly marking: MutationState;
  readonly undoing: MutationState;
  readonly onUndo: () => void;
  readonly words: { readonly reviewing: string; readonly undo: string; readonly undoing: string };
}) {
  const toast = useRef<HTMLDivElement>(null);
  const [gone, setGone] = useState<{ readonly said: string; readonly last: MarkedRow | null } | null>(null);
  useEffect(() => {
    if (said === "") return;
    const timer = setInterval(() => {
      const isInUse = toast.current?.matches(":hover, :focus-within") ?? false;
      if (!isInUse) setGone({ said, last });
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [said, last]);
  const isGone = gone !== null && gone.said === said && gone.last === last;
  const isPending = marking.status === "pending" || undoing.status === "pending";
  const failed = [marking, undoing].find(({ status }) => status === "failed");
  const text = marking.status === "pending" ? words.reviewing : isGone ? "" : said;
  const isShown = text !== "" || failed !== undefined;
  return (
    <div ref={toast} className={styles.toast} data-toast="" data-shown={isShown || undefined}>
      <p role="status">{undoing.status === "pending" ? words.undoing : text}</p>
      {last !== null && !isGone ? (
        <Button pending={isPending} aria-keyshortcuts="u" onClick={onUndo}>
          {words.undo}
        </Button>
      ) : null}
      {failed === undefined ? null : <MutationMessage state={failed} />}
    </div>
  );
}
