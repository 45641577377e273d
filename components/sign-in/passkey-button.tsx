"use client";

import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { Button } from "@/components/ui/button";
import { useMounted } from "@/components/ui/use-mounted";
import { signOnDevice } from "./device-passkey";
import type { PasskeyWords } from "./passkey-words";
import { type PasskeyTrip, usePasskey } from "./use-passkey";

/** Signs in with a passkey, or confirms that it is them who are signed in, and goes on to where the answer says. */
export function PasskeyButton({
  trip,
  tone = "secondary",
  size = "large",
  words,
}: {
  readonly trip: PasskeyTrip;
  readonly tone?: "primary" | "secondary";
  readonly size?: "medium" | "large";
  readonly words: PasskeyWords;
}) {
  const isUnsupported = useLacksPasskeys();
  const { state, run } = usePasskey({ trip, onDevice: signOnDevice, onDone: goOn, problems: words.problems });
  if (isUnsupported) return <p className="muted">{words.unsupported}</p>;
  const isBusy = state.status === "pending" || state.status === "done";
  return (
    <div>
      <Button tone={tone} size={size} pending={isBusy} onClick={run}>
        {words.go}
      </Button>
      <MutationMessage state={state} pending={words.pending} done={words.done} />
    </div>
  );
}

/** Whether this browser has none; only it knows, once the page has come to life. */
export function useLacksPasskeys(): boolean {
  return useMounted() && typeof PublicKeyCredential === "undefined";
}

function goOn(answer: unknown): void {
  globalThis.location.assign(textField(answer, "location") ?? "/");
}
