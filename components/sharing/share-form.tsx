"use client";

import { type ReactNode, useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { ConfirmClinic, type ConfirmClinicWords } from "./confirm-clinic";
import { clinicIn, type FoundClinic } from "./found-clinic";
import { type LinkDraft, LinkFields, type LinkFieldsWords } from "./link-fields";
import { type Offered, type OfferedWords, offeredIn, WhatWasOffered } from "./offered";
import styles from "./sharing.module.css";
import { type TermsDraft, type TermsProblem, termsOf, USUAL_TERMS } from "./terms-draft";
import { TermsFields, type TermsFieldsWords } from "./terms-fields";
import { type ShareWay, WayFields, type WayFieldsWords } from "./way-fields";
import { WhomField, type WhomFieldWords } from "./whom-field";

export interface ShareFormWords extends WayFieldsWords, WhomFieldWords, LinkFieldsWords, OfferedWords {
  readonly note: string;
  /** What the button says for each way. */
  readonly offer: Readonly<Record<ShareWay, string>>;
  readonly offering: string;
  readonly again: string;
  readonly fields: TermsFieldsWords;
  readonly confirm: ConfirmClinicWords;
}

export interface ShareFormProps {
  /** POST `offerBody` (lib/sharing/schema.ts); answers `{ shareId, code }`, or `{ shareId, link, passcode }`. */
  readonly action: string;
  /** POST `{ code, terms }`; answers which clinic it is and seals both (`FoundClinic`). */
  readonly clinicAction: string;
  /** A site without mail offers no invitations. */
  readonly sendsMail: boolean;
  readonly noteCharactersMax: number;
  readonly words: ShareFormWords;
  /** Where a demo's messages are read; nothing elsewhere. */
  readonly mailbox?: ReactNode;
}

// What looks like one at all; the server knows the rest (lib/accounts/schema.ts).
const LIKELY = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** For a visit and a second look. */
const USUAL_LINK: LinkDraft = { opens: "3", name: "", lasts: "visit" };

/** Offers to share, and shows what to do with the offer in place of the form. */
export function ShareForm(props: ShareFormProps) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const { words, mailbox = null } = props;
  if (offered === null) return <OfferForm {...props} onOffered={setOffered} />;
  return (
    <div className={styles.offered}>
      <WhatWasOffered offered={offered} words={words} mailbox={mailbox} />
      <Button onClick={() => setOffered(null)}>{words.again}</Button>
    </div>
  );
}

type Problem = TermsProblem | "whom";

function OfferForm({
  action,
  clinicAction,
  sendsMail,
  noteCharactersMax,
  words,
  onOffered,
}: ShareFormProps & { readonly onOffered: (offered: Offered) => void }) {
  const [by, setBy] = useState<ShareWay>("code");
  const [typed, setTyped] = useState({ email: "", clinic: "" });
  const [draft, setDraft] = useState(USUAL_TERMS);
  const [note, setNote] = useState("");
  const [link, setLink] = useState(USUAL_LINK);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [clinic, setClinic] = useState<FoundClinic | null>(null);
  const [isBack, setBack] = useState(false);
  const refresh = useRefresh();
  const address = typed.email.trim();
  const done = (offered: Offered) => {
    onOffered(offered);
    refresh();
  };
  const offering = useMutation({ url: action, onDone: (answer) => done(offeredIn(answer, address)) });
  const finding = useMutation({ url: clinicAction, onDone: (answer) => setClinic(clinicIn(answer)) });
  const { state, run } = by === "clinic" ? finding : offering;
  // How long a link lasts is a choice of its own: it is for a visit, until somebody says otherwise.
  const chosen = by === "link" ? { ...draft, lasts: link.lasts } : draft;
  const choose = (changed: TermsDraft) => {
    setDraft(by === "link" ? { ...changed, lasts: draft.lasts } : changed);
    if (by === "link") setLink({ ...link, lasts: changed.lasts });
  };

  const offer = () => {
    setBack(false);
    const code = parseReadAloudCode(typed.clinic);
    if (by === "email" && !LIKELY.test(address)) return setProblem("whom");
    if (by === "clinic" && code === null) return setProblem("whom");
    const made = termsOf(chosen, words.fields.ownDaysMax);
    setProblem(made.ok ? null : made.error);
    if (!made.ok) return;
    const terms = made.value;
    if (by === "clinic") run({ code, terms });
    else if (by === "link") run({ by, terms, note: link.name, opensMax: Number(link.opens) });
    else run(by === "code" ? { by, terms, note } : { by, address, terms, note });
  };

  if (clinic !== null)
    return (
      <ConfirmClinic
        action={action}
        found={clinic}
        onBack={() => {
          setClinic(null);
          setBack(true);
        }}
        onShared={() => done({ kind: "clinic", name: clinic.name })}
        words={words.confirm}
      />
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        offer();
      }}
    >
      <WayFields by={by} sendsMail={sendsMail} onChange={setBy} words={words} />
      {by === "email" || by === "clinic" ? (
        <WhomField
          by={by}
          typed={typed[by]}
          onChange={(text) => setTyped({ ...typed, [by]: text })}
          isWrong={problem === "whom"}
          wantsFocus={isBack || state.status === "failed"}
          words={words}
        />
      ) : null}
      <TermsFields
        kind={by === "link" || by === "clinic" ? by : "person"}
        draft={chosen}
        onChange={choose}
        problem={problem === "whom" ? null : problem}
        words={words.fields}
      />
      {by === "link" ? <LinkFields draft={link} onChange={setLink} words={words} /> : null}
      {by === "code" || by === "email" ? (
        <Field wide label={words.note}>
          {(ids) => (
            <textarea
              {...ids}
              rows={2}
              maxLength={noteCharactersMax}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      ) : null}
      <div>
        <Button type="submit" tone="primary" size="large" pending={state.status === "pending"}>
          {words.offer[by]}
        </Button>
        <MutationMessage state={state} pending={words.offering} />
      </div>
    </form>
  );
}
