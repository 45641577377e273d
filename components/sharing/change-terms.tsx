"use client";

import { useState } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import type { ShareKind } from "@/lib/sharing/status";
import { useSaid } from "./said";
import styles from "./sharing.module.css";
import { type TermsDraft, type TermsProblem, termsOf } from "./terms-draft";
import { TermsFields, type TermsFieldsWords } from "./terms-fields";

export interface ChangeTermsWords {
  readonly open: string;
  readonly close: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly fields: TermsFieldsWords;
}

export interface ChangeTermsProps {
  readonly url: string;
  readonly kind: ShareKind;
  /** What holds now. */
  readonly initial: TermsDraft;
  /** Whose share it is. */
  readonly about: string;
  readonly words: ChangeTermsWords;
}

/** The terms of a share, closed until somebody wants to change them. */
export function ChangeTerms(props: ChangeTermsProps) {
  const [isOpen, setOpen] = useState(false);
  const { about, words } = props;
  const label = isOpen ? words.close : words.open;
  return (
    <div className={isOpen ? styles.whole : undefined}>
      <Button aria-expanded={isOpen} aria-label={`${label}: ${about}`} onClick={() => setOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen ? <ChangeForm {...props} onSaved={() => setOpen(false)} /> : null}
    </div>
  );
}

function ChangeForm({
  url,
  kind,
  initial,
  about,
  words,
  onSaved,
}: ChangeTermsProps & { readonly onSaved: () => void }) {
  const say = useSaid();
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<TermsProblem | null>(null);
  const { state, run } = useMutation({
    url,
    onDone: () => {
      onSaved();
      say(words.saved);
    },
  });
  return (
    <form
      className={styles.form}
      aria-label={`${words.open}: ${about}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const terms = termsOf(draft, words.fields.ownDaysMax);
        setProblem(terms.ok ? null : terms.error);
        if (terms.ok) run({ action: "change", terms: terms.value });
      }}
    >
      <TermsFields kind={kind} draft={draft} onChange={setDraft} problem={problem} words={words.fields} />
      <div>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {words.save}
        </Button>
        <MutationMessage state={state} pending={words.saving} />
      </div>
    </form>
  );
}
