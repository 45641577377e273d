"use client";

import { useCallback, useRef, useState } from "react";
import { textField } from "./answer-field";

export type MutationState =
  | { readonly status: "idle" }
  | { readonly status: "pending" }
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly message: string };

export type MutationMethod = "POST" | "PUT" | "PATCH" | "DELETE";

const UNREACHABLE =
  "The server could not be reached. Nothing was changed; check your connection and try again.";
const UNEXPECTED = "Something went wrong on our side. Nothing was changed; please try again.";

/** The sentence for a person inside an RFC 9457 answer, else a general one: never a status code, never a stack. */
export async function problemDetail(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.includes("json")) return UNEXPECTED;
  const body: unknown = await response.json().catch(() => null);
  return textField(body, "detail") || UNEXPECTED;
}

/**
 * One same-origin request that changes something. A second press while the first is under way does nothing; a
 * refusal becomes the sentence that the server sent. `onDone` gets the parsed answer, or null for an empty one.
 */
export function useMutation(options: {
  readonly url: string;
  readonly method?: MutationMethod;
  readonly onDone?: (answer: unknown) => void;
}): { readonly state: MutationState; readonly run: (body?: unknown) => void } {
  const { url, method = "POST", onDone } = options;
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
      if (response === null) return setState({ status: "failed", message: UNREACHABLE });
      if (!response.ok) return setState({ status: "failed", message: await problemDetail(response) });
      const answer: unknown = await response.json().catch(() => null);
      setState({ status: "done" });
      onDone?.(answer);
    },
    [url, method, onDone],
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
