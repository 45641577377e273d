"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import styles from "./sharing.module.css";

export interface ShownLinkWords {
  readonly title: string;
  readonly apart: string;
  readonly address: string;
  readonly copy: string;
  readonly copied: string;
  readonly refused: string;
  readonly passcode: string;
  readonly once: string;
}

/** A link that was just made, and its passcode, apart as they should be handed over. They are here and nowhere else. */
export function ShownLink({
  link,
  passcode,
  words,
}: {
  readonly link: string;
  readonly passcode: string;
  readonly words: ShownLinkWords;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.shown}>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.apart}</p>
      <div className={styles.handed}>
        <p className={styles.hint}>{words.address}</p>
        <p className={styles.link}>{link}</p>
        <CopyLink link={link} words={words} />
      </div>
      <div className={styles.handed}>
        <p className={styles.hint}>{words.passcode}</p>
        <p className={styles.code}>{passcode}</p>
      </div>
      <p className="muted">{words.once}</p>
    </div>
  );
}

/** Where the browser refuses, the link above can be selected with one press. */
function CopyLink({ link, words }: { readonly link: string; readonly words: ShownLinkWords }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(words.copied);
    } catch {
      setSaid(words.refused);
    }
  };
  return (
    <div className={styles.copy}>
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <p role="status" className={styles.hint}>
        {said}
      </p>
    </div>
  );
}
