"use client";

import { type FormEvent, type Ref, useCallback, useState } from "react";
import { answerField, textField } from "@/components/forms/answer-field";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Words } from "@/lib/i18n/translate";
import type { ClinicNote } from "@/lib/worklist/preview";
import styles from "./preview-parts.module.css";

// The server refuses what is longer (lib/worklist/schema.ts).
const CHARACTERS_MAX = 2_000;

interface PreviewNoteProps {
  readonly note: ClinicNote;
  readonly url: string;
  readonly canWork: boolean;
  /** What is typed and not saved yet; null while nobody writes. Kept outside, so that it survives a look at somebody else. */
  readonly draft: string | null;
  readonly onDraft: (draft: string | null) => void;
  readonly onSaved: (note: ClinicNote) => void;
  /** Whoever writes is where they type. */
  readonly fieldRef: Ref<HTMLTextAreaElement>;
  readonly words: Words;
}

/** What the clinic wrote about a patient. Nothing that was typed is lost, whoever else writes at the same time. */
export function PreviewNote(props: PreviewNoteProps) {
  const { note, canWork, draft, onDraft, words } = props;
  const { t } = words;
  if (draft !== null && canWork) return <NoteEditor {...props} draft={draft} />;
  return (
    <>
      <p className={note.text === "" ? "muted" : styles.text}>
        {note.text === "" ? t("worklistPreview.note.empty") : note.text}
      </p>
      {canWork ? (
        <div>
          <Button tone="quiet" aria-keyshortcuts="n" onClick={() => onDraft(note.text)}>
            {t(note.text === "" ? "worklistPreview.note.write" : "worklistPreview.note.edit")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function NoteEditor({
  note,
  url,
  draft,
  onDraft,
  onSaved,
  fieldRef,
  words,
}: PreviewNoteProps & { readonly draft: string }) {
  const { t } = words;
  const [theirs, setTheirs] = useState<ClinicNote | null>(null);
  const onDone = useCallback(
    (answer: unknown) => {
      const saved = noteIn(answer);
      if (saved !== null) onSaved(saved);
    },
    [onSaved],
  );
  const onRefused = useCallback((answer: unknown) => setTheirs(noteIn(answerField(answer, "now"))), []);
  const { state, run } = useMutation({ url, method: "PUT", onDone, onRefused });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    run({ revision: (theirs ?? note).revision, text: draft.trim() });
  };
  const isConflict = theirs !== null && state.status === "failed";
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {isConflict ? (
        <Notice icon="attention" title={t("worklistPreview.note.conflict")} role="alert">
          <p>{t("worklistPreview.note.conflictText")}</p>
          <blockquote className={styles.text}>
            {theirs.text === "" ? t("worklistPreview.note.emptyNow") : theirs.text}
          </blockquote>
        </Notice>
      ) : null}
      <Field wide label={t("worklistPreview.note.label")}>
        {(ids) => (
          <textarea
            {...ids}
            ref={fieldRef}
            rows={5}
            maxLength={CHARACTERS_MAX}
            value={draft}
            onChange={(event) => onDraft(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {t("worklistPreview.note.save")}
        </Button>
        <Button onClick={() => onDraft(null)}>{t("worklistPreview.note.discard")}</Button>
      </div>
      {isConflict ? null : <MutationMessage state={state} pending={t("worklistPreview.note.saving")} />}
    </form>
  );
}

/** The note in an answer; null where it holds none. */
export function noteIn(answer: unknown): ClinicNote | null {
  const [revision, text] = [answerField(answer, "revision"), textField(answer, "text")];
  return typeof revision === "number" && text !== null ? { revision, text } : null;
}
