"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { useWords } from "@/components/i18n/use-words";
import { Button } from "@/components/ui/button";

/** Lets excluded readings count again. */
export function TakeBack({ url, span }: { readonly url: string; readonly span: string }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { state, run } = useMutation({ url, method: "DELETE", onDone: refresh });
  return (
    <span>
      <Button
        tone="quiet"
        pending={state.status === "pending"}
        onClick={() => run()}
        aria-label={`${t("forms.exclude.takeBack")}: ${span}`}
      >
        {t("forms.exclude.takeBack")}
      </Button>
      <MutationMessage state={state} pending={t("forms.exclude.undoing")} />
    </span>
  );
}
