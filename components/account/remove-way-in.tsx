"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import styles from "./account.module.css";

/** Takes a way in away that is not the only one. */
export function RemoveWayIn({
  action,
  words,
}: {
  /** DELETE. */
  readonly action: string;
  readonly words: { readonly remove: string; readonly removing: string; readonly removed: string };
}) {
  const { state, run } = useMutation({ url: action, method: "DELETE", onDone: useRefresh() });
  return (
    <div className={styles.choice}>
      <Button tone="danger" pending={state.status === "pending"} onClick={() => run()}>
        {words.remove}
      </Button>
      <MutationMessage state={state} pending={words.removing} done={words.removed} />
    </div>
  );
}
