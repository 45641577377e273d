"use client";

import { type FormEvent, useCallback, useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useRefresh } from "@/components/forms/use-refresh";
import { useWords } from "@/components/i18n/use-words";
import styles from "@/components/journal/journal-form.module.css";
import { Button } from "@/components/ui/button";
import type { Instant } from "@/lib/clock";
import { parseLocalDate } from "@/lib/glucose/local-time";
import { type NoteProblem, noteProblem } from "@/lib/journal/policy";
import { type ClockText, clockTextOf, minuteOfClockText } from "./clock-text";

export interface NoteDraft {
  readonly kind: "note" | "visit";
  readonly date: string;
  readonly minuteOfDay: number;
  readonly text: string;
}

export interface NoteFormProps {
  readonly url: string;
  /** POST makes a new one and empties the form; PUT changes the one at `url`. */
  readonly method: "POST" | "PUT";
  readonly initial: NoteDraft;
  readonly now: Instant;
}

type Problem = NoteProblem | "date" | "time";

/** A note or a visit. Nothing that was typed is lost, whatever the server says. */
export function NoteForm({ url, method, initial, now }: NoteFormProps) {
  const { t } = useWords();
  const [kind, setKind] = useState(initial.kind);
  const [date, setDate] = useState(initial.date);
  const [time, setTime] = useState<ClockText>(clockTextOf(initial.minuteOfDay));
  const [text, setText] = useState(initial.text);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refresh = useRefresh();
  const onDone = useCallback(() => {
    if (method === "POST") setText("");
    refresh();
  }, [method, refresh]);
  const { state, run } = useMutation({ url, method, onDone });

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const day = parseLocalDate(date);
    const minuteOfDay = minuteOfClockText(time);
    if (day === null) return setProblem("date");
    if (minuteOfDay === null) return setProblem("time");
    const body = { kind, date: day, minuteOfDay, text: text.trim() };
    const found = noteProblem(body, now);
    setProblem(found);
    if (found === null) run(body);
  };
  const told = (...problems: readonly Problem[]) =>
    problem !== null && problems.includes(problem) ? t(`forms.problems.${problem}`) : null;

  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={t("forms.note.kind")}>
        {(ids) => (
          <select
            {...ids}
            value={kind}
            onChange={(event) => setKind(event.target.value === "visit" ? "visit" : "note")}
          >
            <option value="note">{t("forms.note.note")}</option>
            <option value="visit">{t("forms.note.visit")}</option>
          </select>
        )}
      </Field>
      <Field label={t("forms.note.date")} problem={told("date", "note-in-future", "visit-too-far")}>
        {(ids) => (
          <input {...ids} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        )}
      </Field>
      <Field label={t("forms.note.time")} problem={told("time")}>
        {(ids) => (
          <input {...ids} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        )}
      </Field>
      <Field
        wide
        label={t(kind === "visit" ? "forms.note.visitText" : "forms.note.text")}
        problem={told("empty-note", "unprintable-text")}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {t(method === "POST" ? "forms.note.add" : "forms.note.save")}
        </Button>
        <MutationMessage state={state} pending={t("forms.note.saving")} done={t("forms.note.saved")} />
      </div>
    </form>
  );
}
