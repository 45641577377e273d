"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { textField } from "@/components/forms/answer-field";
import styles from "./sharing.module.css";
import { ShownCode, type ShownCodeWords } from "./shown-code";
import { ShownLink, type ShownLinkWords } from "./shown-link";

/** What became of an offer: a code to read aloud, an invitation on its way, a link to hand over, or a clinic let in. */
export type Offered =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "invited"; readonly to: string }
  | { readonly kind: "link"; readonly link: string; readonly passcode: string }
  | { readonly kind: "clinic"; readonly name: string };

export interface OfferedWords {
  readonly invited: string;
  /** Before and after the address: a finished sentence in two halves, since only the browser knows what was typed. */
  readonly invitedTo: readonly [before: string, after: string];
  /** The same around a clinic's name. */
  readonly clinicSees: readonly [before: string, after: string];
  readonly clinicStop: string;
  readonly code: ShownCodeWords;
  readonly link: ShownLinkWords;
}

/** What the answer to an offer means; `address` is the one that was invited. */
export function offeredIn(answer: unknown, address: string): Offered {
  const [code, link, passcode] = ["code", "link", "passcode"].map((name) => textField(answer, name));
  if (link && passcode) return { kind: "link", link, passcode };
  return code ? { kind: "code", code } : { kind: "invited", to: address };
}

/** What to do with an offer that was just made. */
export function WhatWasOffered({
  offered,
  words,
  mailbox,
}: {
  readonly offered: Offered;
  readonly words: OfferedWords;
  /** Where a demo's messages are read; nothing elsewhere. */
  readonly mailbox: ReactNode;
}) {
  switch (offered.kind) {
    case "code":
      return <ShownCode code={offered.code} words={words.code} />;
    case "link":
      return <ShownLink link={offered.link} passcode={offered.passcode} words={words.link} />;
    case "invited":
      return (
        <Done title={words.invited}>
          <p>
            {words.invitedTo[0]}
            <strong className={styles.address}>{offered.to}</strong>
            {words.invitedTo[1]}
          </p>
          {mailbox}
        </Done>
      );
    case "clinic":
      return (
        <Done title={words.clinicSees.join(offered.name)}>
          <p>{words.clinicStop}</p>
        </Done>
      );
  }
}

function Done({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.shown}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}
