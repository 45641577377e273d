"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useSaid } from "@/components/sharing/said";
import { ChoiceOf } from "@/components/sharing/terms-fields";
import { Button } from "@/components/ui/button";
import type { ClinicSettings, Targets } from "@/lib/clinics/schema";
import styles from "./clinics.module.css";

export interface SettingsWords {
  readonly name: string;
  readonly nameInvalid: string;
  readonly targets: string;
  readonly targetsChoices: readonly { readonly value: Targets; readonly label: string }[];
  readonly inactive: string;
  readonly inactiveChoices: readonly {
    readonly value: string;
    readonly days: ClinicSettings["inactiveDays"];
    readonly label: string;
  }[];
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
}

/** What administrators decide for the whole clinic. */
export function SettingsForm({
  action,
  settings,
  nameCharacters,
  words,
}: {
  /** PUT `{ name, defaultTargets, inactiveDays }`. */
  readonly action: string;
  readonly settings: ClinicSettings;
  readonly nameCharacters: { readonly min: number; readonly max: number };
  readonly words: SettingsWords;
}) {
  const say = useSaid();
  const [name, setName] = useState(settings.name);
  const [defaultTargets, setTargets] = useState(settings.defaultTargets);
  const [inactive, setInactive] = useState(
    words.inactiveChoices.find(({ days }) => days === settings.inactiveDays)?.value ?? "",
  );
  const [problem, setProblem] = useState<string | null>(null);
  const { state, run } = useMutation({ url: action, method: "PUT", onDone: () => say(words.saved) });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        const isLong = given.length >= nameCharacters.min;
        setProblem(isLong ? null : words.nameInvalid);
        const inactiveDays = words.inactiveChoices.find(({ value }) => value === inactive)?.days ?? null;
        if (isLong) run({ name: given, defaultTargets, inactiveDays });
      }}
    >
      <Field label={words.name} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
            maxLength={nameCharacters.max}
          />
        )}
      </Field>
      <Field label={words.targets}>
        {(ids) => (
          <ChoiceOf ids={ids} value={defaultTargets} choices={words.targetsChoices} onChange={setTargets} />
        )}
      </Field>
      <Field label={words.inactive}>
        {(ids) => (
          <ChoiceOf ids={ids} value={inactive} choices={words.inactiveChoices} onChange={setInactive} />
        )}
      </Field>
      <div>
        <Button type="submit" pending={state.status === "pending"}>
          {words.save}
        </Button>
        <MutationMessage state={state} pending={words.saving} />
      </div>
    </form>
  );
}
