"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";
import styles from "./removal.module.css";

/** Something that was deleted, with what brings it back: where it was made, and from which body. */
export interface Removed {
  readonly what: string;
  readonly restoreUrl: string;
  readonly body: unknown;
}

const RemovalContext = createContext<((removed: Removed) => void) | null>(null);

/** Keeps the last deletion of a page in reach: it can be undone until the page is left. */
export function RemovalProvider({ children }: { readonly children: ReactNode }) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  return (
    <RemovalContext value={setRemoved}>
      <div aria-live="polite">
        {/* Each deletion begins with a fresh state of its undoing. */}
        {removed === null ? null : <Undo key={JSON.stringify(removed)} removed={removed} />}
      </div>
      {children}
    </RemovalContext>
  );
}

function Undo({ removed }: { readonly removed: Removed }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { state, run } = useMutation({ url: removed.restoreUrl, onDone: refresh });
  return (
    <div className={styles.bar}>
      {state.status === "done" ? null : (
        <>
          <p>{t("forms.removal.removed", { what: removed.what })}</p>
          <Button pending={state.status === "pending"} onClick={() => run(removed.body)}>
            {t("forms.removal.undo")}
          </Button>
        </>
      )}
      <MutationMessage state={state} pending={t("forms.removal.undoing")} done={t("forms.removal.undone")} />
    </div>
  );
}

/** Deletes at once; the page keeps what is needed to bring it back. */
export function RemoveButton({
  url,
  removed,
  label,
}: {
  readonly url: string;
  readonly removed: Removed;
  readonly label: string;
}) {
  const { t } = useWords();
  const remember = useContext(RemovalContext);
  const refresh = useRefresh();
  const onDone = useCallback(() => {
    remember?.(removed);
    refresh();
  }, [remember, removed, refresh]);
  const { state, run } = useMutation({ url, method: "DELETE", onDone });
  return (
    <>
      <Button tone="quiet" pending={state.status === "pending"} onClick={() => run()}>
        {label}
        <span className="visually-hidden">: {removed.what}</span>
      </Button>
      <MutationMessage state={state} pending={t("forms.removal.removing")} />
    </>
  );
}
