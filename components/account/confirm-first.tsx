"use client";

import { type ReactNode, useState } from "react";
import { textField } from "@/components/forms/answer-field";
import type { CodeFormWords } from "@/components/forms/code-form";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { LinkAsked } from "@/components/sign-in/link-asked";
import { Button } from "@/components/ui/button";
import styles from "./account.module.css";

export interface ConfirmFirstWords {
  readonly title: string;
  readonly text: string;
  readonly dexcom: string;
  readonly dexcomText: string;
  readonly leaving: string;
  readonly email: string;
  readonly sending: string;
  readonly sent: string;
  readonly asked: CodeFormWords;
}

/** Asks somebody who signed in a while ago to prove again who they are, in one of the ways that they have. */
export function ConfirmFirst({
  passkey = null,
  dexcomAction,
  askAction,
  openAction,
  words,
  otherWay = null,
  mailbox = null,
}: {
  /** The quickest way, for whoever has one. */
  readonly passkey?: ReactNode;
  /** POST `{ purpose: "confirm" }`; answers `{ location }`. Null without a Dexcom account. */
  readonly dexcomAction: string | null;
  /** POST `{ purpose: "confirm" }`: a message to the address that is known. Null without one. */
  readonly askAction: string | null;
  readonly openAction: string;
  readonly words: ConfirmFirstWords;
  readonly otherWay?: ReactNode;
  readonly mailbox?: ReactNode;
}) {
  return (
    <div className={styles.confirm}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      {passkey}
      {dexcomAction === null ? null : (
        <AtDexcom action={dexcomAction} tone={passkey === null ? "primary" : "secondary"} words={words} />
      )}
      {askAction === null ? null : (
        <ByEmail askAction={askAction} openAction={openAction} words={words} mailbox={mailbox} />
      )}
      {otherWay}
    </div>
  );
}

function AtDexcom({
  action,
  tone,
  words,
}: {
  readonly action: string;
  readonly tone: "primary" | "secondary";
  readonly words: ConfirmFirstWords;
}) {
  const { state, run } = useMutation({
    url: action,
    onDone: (answer) => {
      const location = textField(answer, "location");
      if (location !== null) globalThis.location.assign(location);
    },
  });
  const leaving = state.status === "pending" || state.status === "done";
  return (
    <div className={styles.choice}>
      <Button tone={tone} pending={leaving} onClick={() => run({ purpose: "confirm" })}>
        {words.dexcom}
      </Button>
      <span className="muted">{words.dexcomText}</span>
      <MutationMessage state={state} pending={words.leaving} done={words.leaving} />
    </div>
  );
}

function ByEmail({
  askAction,
  openAction,
  words,
  mailbox,
}: {
  readonly askAction: string;
  readonly openAction: string;
  readonly words: ConfirmFirstWords;
  readonly mailbox: ReactNode;
}) {
  const [isSent, setIsSent] = useState(false);
  const { state, run } = useMutation({ url: askAction, onDone: () => setIsSent(true) });
  return (
    <>
      <div className={styles.choice}>
        <Button pending={state.status === "pending"} onClick={() => run({ purpose: "confirm" })}>
          {words.email}
        </Button>
        <MutationMessage state={state} pending={words.sending} done={words.sent} />
      </div>
      {isSent ? (
        <>
          {mailbox}
          <LinkAsked action={openAction} words={words.asked} />
        </>
      ) : null}
    </>
  );
}
