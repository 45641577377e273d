"use client";

import { useCallback, useEffect, useState } from "react";
import { answerField, textField } from "@/components/forms/answer-field";
import { type Refusal, refusalOf } from "@/components/forms/refusal";
import type { PreviewAnswer } from "@/lib/worklist/preview";

type PreviewState =
  | { readonly status: "loading" }
  | { readonly status: "shown"; readonly preview: PreviewAnswer }
  /** Not shared any more, or whoever looks does not work there any more: the answer does not say which. */
  | { readonly status: "gone" }
  | { readonly status: "failed"; readonly refusal: Refusal };

const LOADING: PreviewState = { status: "loading" };

/** The preview at an address. What is shown stays while it is asked for again. */
export function usePreview(
  url: string,
  changes: number,
): { readonly state: PreviewState; readonly reload: () => void; readonly retry: () => void } {
  const [times, setTimes] = useState(0);
  // What is asked for again is the same address, but another asking.
  const asking = `${changes} ${times}`;
  const [kept, setKept] = useState({ url, asking, state: LOADING });
  useEffect(() => {
    const control = new AbortController();
    const ask = async () => {
      const state = await askFor(url, control.signal);
      if (!control.signal.aborted) setKept({ url, asking, state });
    };
    void ask();
    return () => control.abort();
  }, [url, asking]);
  const reload = useCallback(() => setTimes((before) => before + 1), []);
  const retry = useCallback(() => {
    setKept({ url, asking, state: LOADING });
    reload();
  }, [url, asking, reload]);
  return { state: kept.url === url ? kept.state : LOADING, reload, retry };
}

async function askFor(url: string, signal: AbortSignal): Promise<PreviewState> {
  const response = await fetch(url, {
    cache: "no-store",
    credentials: "same-origin",
    headers: { accept: "application/json, application/problem+json" },
    signal,
  }).catch(() => null);
  if (response === null) return { status: "failed", refusal: { reached: false } };
  if (response.status === 404 || response.status === 410) return { status: "gone" };
  if (!response.ok) return { status: "failed", refusal: await refusalOf(response) };
  const answer: unknown = await response.json().catch(() => null);
  return isPreview(answer)
    ? { status: "shown", preview: answer }
    : { status: "failed", refusal: { reached: true, code: null, detail: null } };
}

/** Whether an answer is a preview and not half of one, or a gateway's own page. Our own route checks the rest. */
export function isPreview(answer: unknown): answer is PreviewAnswer {
  const objects = ["placing", "note", "period"].map((name) => answerField(answer, name));
  const lists = ["flags", "days", "reviews"].map((name) => answerField(answer, name));
  return (
    ["patientId", "name", "scope", "targets", "text"].every((name) => textField(answer, name) !== null) &&
    objects.every((value) => typeof value === "object" && value !== null) &&
    lists.every((value) => Array.isArray(value))
  );
}
