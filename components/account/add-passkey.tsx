"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useRefresh } from "@/components/forms/use-refresh";
import { makeOnDevice } from "@/components/sign-in/device-passkey";
import { useLacksPasskeys } from "@/components/sign-in/passkey-button";
import type { PasskeyWords } from "@/components/sign-in/passkey-words";
import { type PasskeyTrip, usePasskey } from "@/components/sign-in/use-passkey";
import { Button } from "@/components/ui/button";

/** Makes a passkey on this device, or on one that this browser can reach. */
export function AddPasskey({ trip, words }: { readonly trip: PasskeyTrip; readonly words: PasskeyWords }) {
  const isUnsupported = useLacksPasskeys();
  const { problems } = words;
  const { state, run } = usePasskey({ trip, onDevice: makeOnDevice, onDone: useRefresh(), problems });
  if (isUnsupported) return <p className="muted">{words.unsupported}</p>;
  return (
    <div>
      <Button pending={state.status === "pending"} onClick={run}>
        {words.go}
      </Button>
      <MutationMessage state={state} pending={words.pending} done={words.done} />
    </div>
  );
}
