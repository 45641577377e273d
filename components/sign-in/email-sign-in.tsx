"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { CodeFormWords } from "@/components/forms/code-form";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { LinkAsked } from "./link-asked";
import styles from "./sign-in.module.css";

export interface EmailSignInWords {
  readonly address: string;
  readonly invalid: string;
  readonly send: string;
  readonly sending: string;
  readonly sentTitle: string;
  /** Before and after the address: a finished sentence in two halves, since only the browser knows what was typed. */
  readonly sentTo: readonly [before: string, after: string];
  readonly again: string;
  readonly other: string;
  readonly spam: string;
  readonly asked: CodeFormWords;
}

export interface EmailSignInProps {
  /** POST `{ purpose, address }`: answers alike for addresses that are known and not. */
  readonly askAction: string;
  readonly openAction: string;
  readonly purpose: "sign-in" | "add-address";
  readonly words: EmailSignInWords;
  /** Where a demo's messages are read; nothing elsewhere. */
  readonly mailbox?: ReactNode;
}

const LIKELY = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** An address, then the code of the message that was sent there. Nothing that was typed is lost on the way. */
export function EmailSignIn({ askAction, openAction, purpose, words, mailbox = null }: EmailSignInProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const onDone = useCallback(() => setSentTo(typed.trim()), [typed]);
  const { state, run } = useMutation({ url: askAction, onDone });

  useEffect(() => {
    if (sentTo !== null) heading.current?.focus();
  }, [sentTo]);

  const ask = () => {
    // What looks like one at all; the server knows the rest (lib/accounts/schema.ts).
    const address = typed.trim();
    const isLikely = LIKELY.test(address);
    setProblem(isLikely ? null : words.invalid);
    if (isLikely) run({ purpose, address });
  };

  if (sentTo !== null)
    return (
      <section className={styles.sent}>
        <h2 ref={heading} tabIndex={-1}>
          {words.sentTitle}
        </h2>
        <p>
          {words.sentTo[0]}
          <strong className={styles.address}>{sentTo}</strong>
          {words.sentTo[1]}
        </p>
        {mailbox}
        <LinkAsked action={openAction} words={words.asked}>
          <Button tone="quiet" size="large" onClick={() => setSentTo(null)}>
            {words.other}
          </Button>
        </LinkAsked>
        <div className={styles.again}>
          <p className="muted">{words.spam}</p>
          <Button onClick={ask} pending={state.status === "pending"}>
            {words.again}
          </Button>
          <MutationMessage state={state} pending={words.sending} />
        </div>
      </section>
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <Field label={words.address} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            type="email"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="email"
            spellCheck={false}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" size="large" pending={state.status === "pending"}>
          {words.send}
        </Button>
      </div>
      <MutationMessage state={state} pending={words.sending} />
    </form>
  );
}
