"use client";

import { useCallback, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { type MutationState, useMutation } from "@/components/forms/use-mutation";

interface Reviewable {
  readonly id: string;
  readonly name: string;
  readonly reviewUrl: string;
}

/** A review that was marked in the list, as long as it can be taken back there. */
export interface MarkedRow {
  readonly patient: Reviewable;
  readonly reviewId: string;
}

const NOWHERE = "";
const IDLE: MutationState = { status: "idle" };

/** Marking whoever the keyboard is at reviewed, and taking the last one back. */
export function useRowReview(
  patient: Reviewable | null,
  onChanged: (change: { readonly patient: Reviewable; readonly isMarked: boolean }) => void,
): {
  readonly marking: MutationState;
  readonly undoing: MutationState;
  readonly last: MarkedRow | null;
  readonly mark: () => void;
  readonly undo: () => void;
  /** After somebody's review was taken back elsewhere. */
  readonly forget: (patientId: string) => void;
} {
  const [last, setLast] = useState<MarkedRow | null>(null);
  // Of the two only what was pressed last has something to say.
  const [pressed, setPressed] = useState<"mark" | "undo">("mark");
  const onMarked = useCallback(
    (answer: unknown) => {
      const reviewId = textField(answer, "reviewId");
      if (patient === null || reviewId === null) return;
      setLast({ patient, reviewId });
      onChanged({ patient, isMarked: true });
    },
    [patient, onChanged],
  );
  const onUndone = useCallback(() => {
    if (last === null) return;
    setLast(null);
    onChanged({ patient: last.patient, isMarked: false });
  }, [last, onChanged]);
  const marking = useMutation({ url: patient?.reviewUrl ?? NOWHERE, onDone: onMarked });
  const undoing = useMutation({
    url: last?.patient.reviewUrl ?? NOWHERE,
    method: "DELETE",
    onDone: onUndone,
  });
  const forget = useCallback(
    (patientId: string) => setLast((before) => (before?.patient.id === patientId ? null : before)),
    [],
  );
  return {
    marking: pressed === "mark" ? marking.state : IDLE,
    undoing: pressed === "undo" ? undoing.state : IDLE,
    last,
    mark: () => {
      if (patient === null) return;
      setPressed("mark");
      marking.run();
    },
    undo: () => {
      if (last === null) return;
      setPressed("undo");
      undoing.run({ reviewId: last.reviewId });
    },
    forget,
  };
}
