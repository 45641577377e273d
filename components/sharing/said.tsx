"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";
import { useRefresh } from "@/components/forms/use-refresh";
import styles from "./sharing.module.css";

const SaidContext = createContext<(words: string) => void>(() => undefined);

/**
 * Says what has just happened, above everything that it may have happened to: what was pressed goes with its card, and
 * whoever goes by keyboard would start over at the top of the page.
 */
export function Said({ children }: { readonly children: ReactNode }) {
  // An object, so that the same words twice are said twice.
  const [said, setSaid] = useState({ words: "" });
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said.words !== "") line.current?.focus();
  }, [said]);
  const say = useCallback((words: string) => setSaid({ words }), []);
  return (
    <SaidContext value={say}>
      <p ref={line} className={styles.said} role="status" tabIndex={-1}>
        {said.words}
      </p>
      {children}
    </SaidContext>
  );
}

/** Says it, and asks the server for the page as it is now. */
export function useSaid(): (words: string) => void {
  const say = useContext(SaidContext);
  const refresh = useRefresh();
  return useCallback(
    (words: string) => {
      say(words);
      refresh();
    },
    [say, refresh],
  );
}
