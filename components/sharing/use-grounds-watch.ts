"use client";

import { useEffect } from "react";
import { useCameAsHtml } from "@/components/ui/use-mounted";

/** What somebody else's data on a page rest on. */
export interface Grounds {
  /** Where to ask what it is now. */
  readonly url: string;
  /** What it was when the page was made. */
  readonly grounds: string;
}

const ASK_EVERY_MS = 15_000;

/**
 * Calls `onChanged` as soon as what a page rests on has changed or ended, so that a page left open shows no more than one
 * that is opened now.
 */
export function useGroundsWatch({ url, grounds }: Grounds, onChanged: () => void): void {
  const cameAsHtml = useCameAsHtml();
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const look = async () => {
      if (document.visibilityState === "visible" && !(await stands({ url, grounds }, signal))) onChanged();
    };
    const lookQuietly = () => {
      // Without a network nothing is known, and nothing is said.
      look().catch(() => undefined);
    };
    // A step back shows a page as it was, without asking for it again.
    if (!cameAsHtml) lookQuietly();
    const timer = setInterval(lookQuietly, ASK_EVERY_MS);
    // Coming back to a page is when it is read.
    document.addEventListener("visibilitychange", lookQuietly, { signal });
    globalThis.addEventListener("pageshow", lookQuietly, { signal });
    return () => {
      clearInterval(timer);
      ending.abort();
    };
  }, [url, grounds, cameAsHtml, onChanged]);
}

async function stands({ url, grounds }: Grounds, signal: AbortSignal): Promise<boolean> {
  const response = await fetch(url, { signal, cache: "no-store" });
  if (!response.ok) return true;
  const answer: unknown = await response.json();
  return typeof answer === "object" && answer !== null && "grounds" in answer && answer.grounds === grounds;
}
