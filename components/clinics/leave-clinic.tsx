"use client";

import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";

/** Leaves, and goes on to where else somebody works. */
export function LeaveClinic({
  url,
  words,
}: {
  /** POST `{ action: "remove" }` of oneself; answers `location`. */
  readonly url: string;
  readonly words: { readonly leave: string; readonly leaving: string };
}) {
  const { state, run } = useMutation({
    url,
    onDone: (answer) => globalThis.location.assign(textField(answer, "location") ?? "/"),
  });
  return (
    <div>
      <Button tone="danger" pending={state.status === "pending"} onClick={() => run({ action: "remove" })}>
        {words.leave}
      </Button>
      <MutationMessage state={state} pending={words.leaving} />
    </div>
  );
}
