"use client";

import { useCallback, useRef, useState } from "react";
import { type Refusal, refusalOf } from "./refusal";

export type MutationState =
  | { readonly status: "idle" }
  | { readonly status: "pending" }
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly refusal: Refusal };

/** It was not refused: the browser, or whoever sits before it, stopped it. What to say about that. */
export interface Stopped {
  readonly status: "stopped";
  readonly said: string;
}

export type MutationMethod = "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * One same-origin request that changes something. A second press while the first is under way does nothing.
 * `MutationMessage` says why it was refused. `onDone` gets the parsed answer, or null for an empty one,
 * `onRefused` what else a refusal says.
 */
export function useMutation(options: {
  readonly url: string;
  readonly method?: MutationMethod;
  readonly onDone?: (answer: unknown) => void;
  readonly onRefused?: (answer: unknown) => void;
}): { readonly state: MutationState; readonly run: (body?: unknown) => void } {
  const { url, method = "POST", onDone, onRefused } = options;
  const [state, setState] = useState<MutationState>({ status: "idle" });
  const underWay = useRef(false);

  const send = useCallback(
    async (body: unknown) => {
      const response = await fetch(url, {
        method,
        credentials: "same-origin",
        headers: { "content-type": "application/json", accept: "application/json, application/problem+json" },
        body: JSON.stringify(body ?? {}),
      }).catch(() => null);
      if (response === null) return setState({ status: "failed", refusal: { reached: false } });
      if (!response.ok) {
        const again = onRefused && response.clone();
        setState({ status: "failed", refusal: await refusalOf(response) });
        if (again) onRefused(await again.json().catch(() => null));
        return;
      }
      const answer: unknown = await response.json().catch(() => null);
      setState({ status: "done" });
      onDone?.(answer);
    },
    [url, method, onDone, onRefused],
  );

  const run = useCallback(
    (body?: unknown) => {
      if (underWay.current) return;
      underWay.current = true;
      setState({ status: "pending" });
      void send(body).finally(() => {
        underWay.current = false;
      });
    },
    [send],
  );

  return { state, run };
}
