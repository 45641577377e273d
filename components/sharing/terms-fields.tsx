"use client";

import { type ReactNode, useId } from "react";
import { Field } from "@/components/forms/field";
import type { ShareLasts, ShareScope } from "@/lib/sharing/schema";
import type { ShareKind } from "@/lib/sharing/status";
import styles from "./sharing.module.css";
import type { DaysChoice, TermsDraft, TermsProblem } from "./terms-draft";

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

export interface TermsFieldsWords {
  readonly what: string;
  readonly reports: string;
  readonly summary: string;
  readonly summaryText: string;
  readonly events: string;
  readonly notes: string;
  readonly days: string;
  readonly daysChoices: readonly Choice<DaysChoice>[];
  readonly from: string;
  readonly fromInvalid: string;
  readonly ownDays: string;
  /** How many last days can be shared at most. */
  readonly ownDaysMax: number;
  readonly ownDaysInvalid: string;
  readonly lasts: string;
  readonly lastsChoices: readonly Choice<ShareLasts>[];
  /** From when that time counts, and whether it has to end. */
  readonly lastsHint: Readonly<Record<ShareKind, string>>;
}

interface TermsFieldsProps {
  /** A link always ends; of a code alone the time begins later. */
  readonly kind: ShareKind;
  readonly draft: TermsDraft;
  readonly onChange: (draft: TermsDraft) => void;
  readonly problem: TermsProblem | null;
  readonly words: TermsFieldsWords;
}

/** What somebody gets to see, of which days, and for how long. */
export function TermsFields(props: TermsFieldsProps) {
  const { kind, draft, onChange, words } = props;
  const isLink = kind === "link";
  return (
    <>
      <WhatFields {...props} />
      <div className={styles.fields}>
        <DaysFields {...props} />
        <Field label={words.lasts}>
          {(ids) => (
            <ChoiceOf
              ids={ids}
              value={draft.lasts}
              choices={words.lastsChoices.filter(({ value }) => !isLink || value !== "open")}
              onChange={(lasts) => onChange({ ...draft, lasts })}
            />
          )}
        </Field>
      </div>
      <p className={styles.hint}>{words.lastsHint[kind]}</p>
    </>
  );
}

function WhatFields({ draft, onChange, words }: TermsFieldsProps) {
  const id = useId();
  const isBare = draft.scope === "summary";
  const scopes: readonly (Choice<ShareScope> & { readonly text: string | null })[] = [
    { value: "reports", label: words.reports, text: null },
    { value: "summary", label: words.summary, text: words.summaryText },
  ];
  return (
    <fieldset className={styles.choices}>
      <legend>{words.what}</legend>
      {scopes.map(({ value, label, text }) => (
        <Tick key={value} label={label} text={text}>
          <input
            type="radio"
            name={id}
            checked={draft.scope === value}
            onChange={() => onChange({ ...draft, scope: value })}
          />
        </Tick>
      ))}
      <Tick label={words.events}>
        <input
          type="checkbox"
          checked={draft.withEvents && !isBare}
          disabled={isBare}
          onChange={({ target }) => onChange({ ...draft, withEvents: target.checked })}
        />
      </Tick>
      <Tick label={words.notes}>
        <input
          type="checkbox"
          checked={draft.withNotes && !isBare}
          disabled={isBare}
          onChange={({ target }) => onChange({ ...draft, withNotes: target.checked })}
        />
      </Tick>
    </fieldset>
  );
}

function DaysFields({ draft, onChange, problem, words }: TermsFieldsProps) {
  return (
    <>
      <Field label={words.days}>
        {(ids) => (
          <ChoiceOf
            ids={ids}
            value={draft.days}
            choices={words.daysChoices}
            onChange={(days) => onChange({ ...draft, days })}
          />
        )}
      </Field>
      {draft.days === "from" ? (
        <Field label={words.from} problem={problem === "from" ? words.fromInvalid : null}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={draft.from}
              onChange={({ target }) => onChange({ ...draft, from: target.value })}
            />
          )}
        </Field>
      ) : null}
      {draft.days === "own" ? (
        <Field label={words.ownDays} problem={problem === "ownDays" ? words.ownDaysInvalid : null}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              maxLength={6}
              value={draft.ownDays}
              onChange={({ target }) => onChange({ ...draft, ownDays: target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

/** One of few, in the browser's own list. */
export function ChoiceOf<Value extends string>({
  ids,
  value,
  choices,
  onChange,
}: {
  readonly ids: object;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <select
      {...ids}
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => choice.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** A radio button or a check box with its label beside it, and what it means under that. */
export function Tick({
  label,
  text = null,
  children,
}: {
  readonly label: string;
  readonly text?: string | null;
  readonly children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is handed in
    <label className={styles.tick}>
      {children}
      <span>
        {label}
        {text === null ? null : <span className={styles.meaning}>{text}</span>}
      </span>
    </label>
  );
}
