import { Icon } from "@/components/ui/icon";
import styles from "./mutation-message.module.css";
import { RefusalSentence } from "./refusal-texts";
import type { MutationState, Stopped } from "./use-mutation";

const ICONS = { pending: "clock", done: "check", failed: "attention", stopped: "info" } as const;

/** Says what a request is doing or why it was refused, next to its button and to screen readers. */
export function MutationMessage({
  state,
  pending,
  done,
}: {
  readonly state: MutationState | Stopped;
  readonly pending?: string;
  readonly done?: string;
}) {
  const words =
    state.status === "failed" ? (
      <RefusalSentence refusal={state.refusal} />
    ) : state.status === "stopped" ? (
      state.said
    ) : state.status === "pending" ? (
      pending
    ) : state.status === "done" ? (
      done
    ) : undefined;
  return (
    <p className={styles.message} role="status" data-failed={state.status === "failed" || undefined}>
      {words && state.status !== "idle" ? (
        <>
          <Icon name={ICONS[state.status]} />
          {words}
        </>
      ) : null}
    </p>
  );
}
