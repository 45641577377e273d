"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { useSaid } from "./said";

/** One press that does something with a share, at once. */
export function ShareAction({
  url,
  body,
  label,
  about = null,
  pending,
  said,
  tone = "secondary",
}: {
  readonly url: string;
  readonly body: object;
  readonly label: string;
  /** Whose share it is, for those who hear the label without the card around it. */
  readonly about?: string | null;
  readonly pending: string;
  readonly said: string;
  readonly tone?: "primary" | "secondary" | "danger";
}) {
  const say = useSaid();
  const { state, run } = useMutation({ url, onDone: () => say(said) });
  return (
    <div>
      <Button
        tone={tone}
        pending={state.status === "pending"}
        onClick={() => run(body)}
        aria-label={about === null ? undefined : `${label}: ${about}`}
      >
        {label}
      </Button>
      <MutationMessage state={state} pending={pending} />
    </div>
  );
}
