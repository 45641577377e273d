"use client";

import { useEffect } from "react";
import { useRefresh } from "@/components/forms/use-refresh";
import type { ImportProgress as Progress } from "@/lib/connections/status";
import { partsDone } from "./import-answer";
import styles from "./import-progress.module.css";
import type { ImportWords } from "./import-words";

const POLL_MS = 1_500;
/** Until the first days are there somebody is waiting in front of the page. */
const POLL_FIRST_MS = 400;
/** After a look that failed, or found the import over: the page is on its way, or comes back by itself. */
const POLL_SELDOM_MS = 6_000;

/**
 * The first import while it runs: how far back it has come, how many of how many, how long still. Asks `statusUrl`
 * (the sync API) now and then, and for the page itself, which brings new words, whenever there is more to show.
 */
export function ImportProgress({
  progress,
  statusUrl,
  words,
}: {
  readonly progress: Pick<Progress, "windowsDone" | "windowsTotal">;
  readonly statusUrl: string;
  readonly words: ImportWords;
}) {
  const refresh = useRefresh();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = progress.windowsDone;
    const stopped = new AbortController();
    const look = async () => {
      const answer = await fetch(statusUrl, { credentials: "same-origin", signal: stopped.signal }).catch(
        () => null,
      );
      const next = answer?.ok ? partsDone(await answer.json().catch(() => null)) : null;
      if (stopped.signal.aborted) return;
      if (next !== null && next !== done) refresh();
      if (typeof next === "number") done = next;
      timer = setTimeout(() => void look(), typeof next === "number" ? pause() : POLL_SELDOM_MS);
    };
    const pause = () => (done === 0 ? POLL_FIRST_MS : POLL_MS);
    timer = setTimeout(() => void look(), pause());
    return () => {
      stopped.abort();
      clearTimeout(timer);
    };
  }, [statusUrl, refresh, progress.windowsDone]);

  return (
    <section className={styles.panel} aria-labelledby="import">
      <div className={styles.head}>
        <h2 id="import">{words.title}</h2>
        <span className={styles.count}>{words.count}</span>
      </div>
      <progress
        className={styles.bar}
        value={progress.windowsDone}
        max={Math.max(1, progress.windowsTotal)}
        aria-labelledby="import"
      >
        {words.count}
      </progress>
      <p className={styles.words} aria-live="polite">
        {words.sentence}
      </p>
      <p className={styles.words}>{words.rest}</p>
    </section>
  );
}
