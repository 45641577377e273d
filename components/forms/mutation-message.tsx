import { Icon } from "@/components/ui/icon";
import styles from "./mutation-message.module.css";
import type { MutationState } from "./use-mutation";

/** Says what a request is doing or why it was refused, next to its button and to screen readers. */
export function MutationMessage({
  state,
  pending,
  done,
}: {
  readonly state: MutationState;
  readonly pending?: string;
  readonly done?: string;
}) {
  const words =
    state.status === "failed"
      ? state.message
      : state.status === "pending"
        ? pending
        : state.status === "done"
          ? done
          : undefined;
  return (
    <p className={styles.message} role="status" data-failed={state.status === "failed" || undefined}>
      {words ? (
        <>
          <Icon
            name={state.status === "failed" ? "attention" : state.status === "done" ? "check" : "clock"}
          />
          {words}
        </>
      ) : null}
    </p>
  );
}
