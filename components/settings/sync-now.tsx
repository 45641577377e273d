"use client";

import { useEffect, useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import { hasEnded, readSyncState, type SyncState } from "./sync-state";

const LOOK_MS = 1_000;
/** A sync that takes longer goes on without the page: the log says how it ended. */
const LOOKS_MAX = 60;

/** Asks for a sync and says when it is really over; one that runs already is waited for in the same way. */
export function SyncNow({
  action,
  syncing,
  words,
}: {
  readonly action: string;
  readonly syncing: boolean;
  readonly words: { readonly button: string; readonly pending: string; readonly done: string };
}) {
  const refresh = useRefresh();
  const [asked, setAsked] = useState<SyncState | null>(null);
  const { state, run } = useMutation({ url: action, onDone: (answer) => setAsked(readSyncState(answer)) });
  const waiting = syncing || asked !== null;

  useEffect(() => {
    if (!waiting) return;
    let looks = 0;
    const stopped = new AbortController();
    const look = async () => {
      looks += 1;
      const answer = await fetch(action, { credentials: "same-origin", signal: stopped.signal }).catch(
        () => null,
      );
      const now = answer?.ok ? readSyncState(await answer.json().catch(() => null)) : null;
      if (stopped.signal.aborted) return;
      if ((now && hasEnded(asked, now)) || looks >= LOOKS_MAX) {
        clearInterval(timer);
        setAsked(null);
        refresh();
      }
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      stopped.abort();
      clearInterval(timer);
    };
  }, [waiting, asked, action, refresh]);

  const busy = state.status === "pending" || waiting;
  return (
    <div>
      <Button tone="primary" pending={busy} onClick={() => run()}>
        {words.button}
      </Button>
      <MutationMessage
        state={busy ? { status: "pending" } : state}
        pending={words.pending}
        done={words.done}
      />
    </div>
  );
}
