"use client";

import { useEffect, useState } from "react";
import { useRefresh } from "@/components/forms/use-refresh";
import type { ImportProgress as Progress } from "@/lib/connections/status";
import styles from "./import-progress.module.css";
import { importWords, readProgress } from "./import-words";

const POLL_MS = 1_500;
/** Until the first days are there somebody is waiting in front of the page. */
const POLL_FIRST_MS = 400;
/** After a look that failed, or found the import over: the page is on its way, or comes back by itself. */
const POLL_SELDOM_MS = 6_000;

/**
 * The first import while it runs: how far back it has come, how many of how many, how long still. Asks `statusUrl`
 * (the sync API) now and then, and for the page itself whenever there is more to show.
 */
export function ImportProgress({
  progress,
  statusUrl,
  displayOffsetMinutes,
  locale,
}: {
  readonly progress: Progress;
  readonly statusUrl: string;
  readonly displayOffsetMinutes: number;
  readonly locale: string;
}) {
  const refresh = useRefresh();
  const [seen, setSeen] = useState(progress);
  // The page may know more than the last look, or less: what is further along is shown.
  const now = seen.windowsDone > progress.windowsDone ? seen : progress;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = progress.windowsDone;
    const stopped = new AbortController();
    const look = async () => {
      const answer = await fetch(statusUrl, { credentials: "same-origin", signal: stopped.signal }).catch(
        () => null,
      );
      const next = answer?.ok ? readProgress(await answer.json().catch(() => null)) : null;
      if (stopped.signal.aborted) return;
      if (next === "over") refresh();
      else if (next) {
        setSeen(next);
        if (next.windowsDone !== done) refresh();
        done = next.windowsDone;
      }
      timer = setTimeout(() => void look(), next && next !== "over" ? pause() : POLL_SELDOM_MS);
    };
    const pause = () => (done === 0 ? POLL_FIRST_MS : POLL_MS);
    timer = setTimeout(() => void look(), pause());
    return () => {
      stopped.abort();
      clearTimeout(timer);
    };
  }, [statusUrl, refresh, progress.windowsDone]);

  const words = importWords(now, { displayOffsetMinutes, locale });
  return (
    <section className={styles.panel} aria-labelledby="import">
      <div className={styles.head}>
        <h2 id="import">Your history is arriving</h2>
        <span className={styles.count}>{words.count}</span>
      </div>
      <progress
        className={styles.bar}
        value={now.windowsDone}
        max={Math.max(1, now.windowsTotal)}
        aria-labelledby="import"
      >
        {words.count}
      </progress>
      <p className={styles.words} aria-live="polite">
        {words.sentence}
      </p>
      <p className={styles.words}>
        The newest days come first: what is here already is below. You can close this page.
      </p>
    </section>
  );
}
