"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";

/** Asks for a sync; the page is asked for again when it was accepted. */
export function SyncNow({ action, syncing }: { readonly action: string; readonly syncing: boolean }) {
  const refresh = useRefresh();
  const { state, run } = useMutation({ url: action, onDone: refresh });
  return (
    <div>
      <Button tone="primary" pending={state.status === "pending" || syncing} onClick={() => run()}>
        Sync now
      </Button>
      <MutationMessage
        state={state}
        pending="Asking Dexcom for what is new …"
        done={syncing ? "The sync is running." : "Done. What is new is here."}
      />
    </div>
  );
}
