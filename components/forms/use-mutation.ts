"use client";

import { useCallback, useRef, useState } from "react";
import type { Refusal } from "./refusal";
import { type SendMethod, send } from "./send";

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

/**
 * One same-origin request that changes something. A second press while the first is under way does nothing.
 * `MutationMessage` says why it was refused. `onDone` gets the parsed answer, or null for an empty one,
 * `onRefused` what else a refusal says.
 */
export function useMutation(options: {
  readonly url: string;
  readonly method?: SendMethod;
  readonly onDone?: (answer: unknown) => void;
  readonly onRefused?: (answer: unknown) => void;
}): { readonly state: MutationState; readonly run: (body?: unknown) => void } {
  const { url, method = "POST", onDone, onRefused } = options;
  const [state, setState] = useState<MutationState>({ status: "idle" });
  const underWay = useRef(false);

  const change = useCallback(
    async (body: unknown) => {
      const sent = await send(url, method, body ?? {});
      if (!sent.ok) {
        setState({ status: "failed", refusal: sent.refusal });
        if (sent.refusal.reached) onRefused?.(sent.answer);
        return;
      }
      setState({ status: "done" });
      onDone?.(sent.answer);
    },
    [url, method, onDone, onRefused],
  );

  const run = useCallback(
    (body?: unknown) => {
      if (underWay.current) return;
      underWay.current = true;
      setState({ status: "pending" });
      void change(body).finally(() => {
        underWay.current = false;
      });
    },
    [change],
  );

  return { state, run };
}
