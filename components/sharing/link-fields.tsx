"use client";

import { Field } from "@/components/forms/field";
import type { ShareLasts } from "@/lib/sharing/schema";
import styles from "./sharing.module.css";
import { type Choice, ChoiceOf } from "./terms-fields";

/** What belongs to a link alone, as a form holds it. */
export interface LinkDraft {
  readonly lasts: ShareLasts;
  readonly opens: string;
  readonly name: string;
}

export interface LinkFieldsWords {
  readonly opens: string;
  /** Every number of openings that a link can have. */
  readonly opensChoices: readonly Choice<string>[];
  readonly linkName: string;
  readonly linkNameHint: string;
}

/** Enough for whom it is and when. */
const NAME_CHARACTERS_MAX = 60;

/** How often a link opens, and what its owner calls it. */
export function LinkFields({
  draft,
  onChange,
  words,
}: {
  readonly draft: LinkDraft;
  readonly onChange: (draft: LinkDraft) => void;
  readonly words: LinkFieldsWords;
}) {
  return (
    <>
      <div className={styles.fields}>
        <Field label={words.opens}>
          {(ids) => (
            <ChoiceOf
              ids={ids}
              value={draft.opens}
              choices={words.opensChoices}
              onChange={(opens) => onChange({ ...draft, opens })}
            />
          )}
        </Field>
        <Field label={words.linkName}>
          {(ids) => (
            <input
              {...ids}
              value={draft.name}
              onChange={({ target }) => onChange({ ...draft, name: target.value })}
              maxLength={NAME_CHARACTERS_MAX}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <p className={styles.hint}>{words.linkNameHint}</p>
    </>
  );
}
