"use client";

import { useEffect, useRef } from "react";
import styles from "./sharing.module.css";

export interface ShownCodeWords {
  readonly title: string;
  readonly how: string;
  readonly once: string;
}

/** A code that was just made: it is here and nowhere else, and gone with the page. A new one is a new element. */
export function ShownCode({ code, words }: { readonly code: string; readonly words: ShownCodeWords }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.shown}>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p className={styles.code}>{code}</p>
      <p>{words.how}</p>
      <p className="muted">{words.once}</p>
    </div>
  );
}
