"use client";

import { useCallback, useState } from "react";
import { answerField, textField } from "@/components/forms/answer-field";
import { type MutationState, useMutation } from "@/components/forms/use-mutation";
import type { Instant } from "@/lib/clock";
import type { PreviewReview } from "@/lib/worklist/preview";

interface Review {
  readonly marking: MutationState;
  readonly undoing: MutationState;
  readonly mark: () => void;
  /** Null where there is nothing of one's own to take back. */
  readonly undo: (() => void) | null;
}

const IDLE: MutationState = { status: "idle" };

/** Marking a patient reviewed, and taking it back. `reviews` are the last ones, the newest first. */
export function useReview({
  url,
  reviews,
  onChanged,
  onRefused,
}: {
  readonly url: string;
  readonly reviews: readonly PreviewReview[];
  /** With the moment of a review that was marked; null after one was taken back. */
  readonly onChanged: (at: Instant | null) => void;
  /** What is shown may not be so any more. */
  readonly onRefused: () => void;
}): Review {
  // Of the two only what was pressed last has something to say.
  const [last, setLast] = useState<"mark" | "undo">("mark");
  const onMarked = useCallback((answer: unknown) => onChanged(markedAt(answer)), [onChanged]);
  const onOther = useCallback(() => onChanged(null), [onChanged]);
  const marking = useMutation({ url, onDone: onMarked, onRefused });
  const undoing = useMutation({ url, method: "DELETE", onDone: onOther, onRefused });
  const undoable = reviews.find(({ canBeUndone }) => canBeUndone);
  const mark = () => {
    setLast("mark");
    marking.run();
  };
  const undo = ({ id }: PreviewReview) => {
    setLast("undo");
    undoing.run({ reviewId: id });
  };
  return {
    marking: last === "mark" ? marking.state : IDLE,
    undoing: last === "undo" ? undoing.state : IDLE,
    mark,
    undo: undoable === undefined ? null : () => undo(undoable),
  };
}

/** When a review was marked, from the answer; null where it does not say. */
export function markedAt(answer: unknown): Instant | null {
  const at = answerField(answer, "at");
  return typeof at === "number" && textField(answer, "reviewId") !== null ? at : null;
}
