"use client";

import { type ReactNode, useEffect } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useTokenInAddress } from "@/components/forms/use-token-in-address";

// Out here, so that it stays the same from frame to frame: what follows from it happens once.
function goOn(answer: unknown): void {
  globalThis.location.replace(textField(answer, "location") ?? "/");
}

/** Opens a message's link with the token that stands behind its #. */
export function OpenLink({
  action,
  words,
  again,
}: {
  /** POST `{ token }`; answers `{ location }`. */
  readonly action: string;
  readonly words: { readonly opening: string; readonly missing: string };
  /** What can be done when it does not open. */
  readonly again: ReactNode;
}) {
  const token = useTokenInAddress();
  const { state, run } = useMutation({ url: action, onDone: goOn });
  useEffect(() => {
    if (typeof token === "string") run({ token });
  }, [token, run]);
  const isMissing = token === null;
  return (
    <>
      {isMissing ? <p role="alert">{words.missing}</p> : null}
      <MutationMessage state={state} pending={words.opening} done={words.opening} />
      {isMissing || state.status === "failed" ? <p>{again}</p> : null}
    </>
  );
}
