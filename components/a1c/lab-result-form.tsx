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
import { type LabResultProblem, labResultProblem } from "@/lib/journal/policy";
import { numberOf } from "./typed-number";

export interface LabResultDraft {
  readonly date: string;
  readonly unit: "%" | "mmol/mol";
  /** As typed. */
  readonly value: string;
  readonly remark: string;
}

export interface LabResultFormProps {
  readonly url: string;
  /** POST makes a new one and empties the form; PUT changes the one at `url`. */
  readonly method: "POST" | "PUT";
  readonly initial: LabResultDraft;
  readonly now: Instant;
}

type Problem = LabResultProblem | "date" | "number";

/** A laboratory A1c. A number that looks like the other unit is asked about before it is sent. */
export function LabResultForm({ url, method, initial, now }: LabResultFormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refresh = useRefresh();
  const onDone = useCallback(() => {
    if (method === "POST") setDraft((before) => ({ ...before, value: "", remark: "" }));
    refresh();
  }, [method, refresh]);
  const { state, run } = useMutation({ url, method, onDone });
  const change = (part: Partial<LabResultDraft>) => setDraft((before) => ({ ...before, ...part }));

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const date = parseLocalDate(draft.date);
    const value = numberOf(draft.value);
    if (date === null) return setProblem("date");
    if (value === null) return setProblem("number");
    const body = { date, unit: draft.unit, value, remark: draft.remark.trim() };
    const found = labResultProblem(body, now);
    setProblem(found);
    if (found === null) run(body);
  };
  const told = (...problems: readonly Problem[]) =>
    problem !== null && problems.includes(problem) ? t(`forms.problems.${problem}`) : null;

  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={t("forms.a1c.date")} problem={told("date", "lab-result-in-future")}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={draft.date}
            onChange={(event) => change({ date: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("forms.a1c.value")}
        problem={told("number", "looks-like-percent", "looks-like-mmol-mol", "a1c-out-of-range")}
      >
        {(ids) => (
          <input
            {...ids}
            inputMode="decimal"
            autoComplete="off"
            value={draft.value}
            onChange={(event) => change({ value: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.a1c.unit")}>
        {(ids) => (
          <select
            {...ids}
            value={draft.unit}
            onChange={(event) => change({ unit: event.target.value === "%" ? "%" : "mmol/mol" })}
          >
            <option value="%">%</option>
            <option value="mmol/mol">mmol/mol</option>
          </select>
        )}
      </Field>
      <Field wide label={t("forms.a1c.remark")} problem={told("unprintable-remark")}>
        {(ids) => (
          <input
            {...ids}
            maxLength={200}
            value={draft.remark}
            onChange={(event) => change({ remark: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {t(method === "POST" ? "forms.a1c.add" : "forms.a1c.save")}
        </Button>
        <MutationMessage state={state} pending={t("forms.a1c.saving")} done={t("forms.a1c.saved")} />
      </div>
    </form>
  );
}
