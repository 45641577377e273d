"use client";

import { useRef, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { type Refusal, refusalOf } from "@/components/forms/refusal";
import type { MutationState } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { API_PATHS } from "@/lib/routes";

export interface OidcWords {
  readonly go: string;
  readonly pending: string;
}

/**
 * Begins the way to a hospital's own provider. Two fetches in next-auth's manner, not a form: `form-action 'self'` also
 * governs where a posted form is redirected.
 */
export function OidcButton({
  action,
  words,
}: {
  /** POST what next-auth wants; answers `{ url }`. */
  readonly action: string;
  readonly words: OidcWords;
}) {
  const [state, setState] = useState<MutationState>({ status: "idle" });
  const underWay = useRef(false);

  const leave = async () => {
    const answer = await askForAddress(action);
    if (typeof answer !== "string") return setState({ status: "failed", refusal: answer });
    setState({ status: "done" });
    globalThis.location.assign(answer);
  };
  const go = () => {
    if (underWay.current) return;
    underWay.current = true;
    setState({ status: "pending" });
    void leave().finally(() => {
      underWay.current = false;
    });
  };
  return (
    <div>
      <Button size="large" onClick={go} pending={state.status === "pending" || state.status === "done"}>
        {words.go}
      </Button>
      <MutationMessage state={state} pending={words.pending} done={words.pending} />
    </div>
  );
}

/** Where the provider asks who it is; or a page of ours that says why it cannot. */
async function askForAddress(action: string): Promise<string | Refusal> {
  const csrf = await fieldOf("csrfToken", API_PATHS.csrf);
  if (typeof csrf !== "string") return csrf;
  const body = JSON.stringify({ csrfToken: csrf, callbackUrl: "/", json: "true" });
  return fieldOf("url", action, { method: "POST", headers: { "content-type": "application/json" }, body });
}

async function fieldOf(name: string, url: string, init: RequestInit = {}): Promise<string | Refusal> {
  const response = await fetch(url, { credentials: "same-origin", ...init }).catch(() => null);
  if (response === null) return { reached: false };
  if (!response.ok) return refusalOf(response);
  const field = textField(await response.json().catch(() => null), name);
  return field ?? { reached: true, code: null, detail: null };
}
