"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { delayInWords } from "@/lib/format/delay";
import { textField } from "./answer-field";
import styles from "./consent-panel.module.css";
import { MutationMessage } from "./mutation-message";
import { useMutation } from "./use-mutation";

type Grantor = "self" | "guardian";

const GRANTORS: readonly { readonly value: Grantor; readonly label: string }[] = [
  { value: "self", label: "This is me" },
  { value: "guardian", label: "I am the parent or guardian" },
];

export interface ConsentPanelProps {
  /** POST `{ ...fields, grantor }`; answers `{ "location": … }`, Dexcom's page to go to. */
  readonly action: string;
  /** What else the address wants, such as the version of this text and the purpose. */
  readonly fields: Readonly<Record<string, string>>;
  /** "for accounts in the United States", or the region that is set. */
  readonly accounts: string;
  readonly delayMinutes: number;
  readonly keyBackupDays: number;
  readonly privacyHref: string;
  readonly termsHref: string;
  readonly backHref: string;
}

/** What is read, why, for how long, how old it is and how to take it back: before anything leaves for Dexcom. */
export function ConsentPanel(props: ConsentPanelProps) {
  const id = useId();
  const [grantor, setGrantor] = useState<Grantor | null>(null);
  const [asked, setAsked] = useState(false);
  const { state, run } = useMutation({
    url: props.action,
    onDone: (answer) => {
      const location = textField(answer, "location");
      if (location !== null) globalThis.location.assign(location);
    },
  });
  const leaving = state.status === "pending" || state.status === "done";
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (grantor !== null) run({ ...props.fields, grantor });
      }}
    >
      <dl className={styles.terms}>
        {terms(props).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <fieldset className={styles.who}>
        <legend>Whose data is it?</legend>
        {GRANTORS.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={`${id}-grantor`}
              value={value}
              checked={grantor === value}
              onChange={() => setGrantor(value)}
            />
            {label}
          </label>
        ))}
        <p className={styles.missing} role="alert">
          {asked && grantor === null ? "Please say whose data it is." : ""}
        </p>
      </fieldset>
      <p className={styles.agree}>
        By continuing you agree to this and to the <Link href={props.termsHref}>terms</Link>; the{" "}
        <Link href={props.privacyHref}>privacy page</Link> says it in full. Dexcom asks you once more, on its
        own page.
      </p>
      <div className={styles.actions}>
        <Button type="submit" tone="primary" size="large" pending={leaving}>
          Continue to Dexcom
        </Button>
        <Link href={props.backHref}>Not now</Link>
      </div>
      <MutationMessage state={state} pending="Opening Dexcom …" done="Opening Dexcom …" />
    </form>
  );
}

function terms({ delayMinutes, keyBackupDays, accounts }: ConsentPanelProps) {
  return [
    {
      term: "What is read",
      text: "Past glucose readings, the events you entered (carbs, insulin, exercise, health, notes), calibrations, alerts, and which devices you use. Not your name, not your e-mail address, not your password.",
    },
    { term: "Why", text: "To draw your reports, for you. No advertising, no analytics, nobody else." },
    {
      term: "How old it is",
      text:
        delayMinutes === 0
          ? "As Dexcom shares it. It is for looking back, not for treatment decisions."
          : `At least ${delayInWords(delayMinutes)}, by design. It is for looking back, not for treatment decisions.`,
    },
    {
      term: "How long it is kept",
      text: `Encrypted, until you delete it. Deleting destroys your key at once${keyBackupDays > 0 ? `; backups of keys are gone after ${keyBackupDays} days at most` : ""}.`,
    },
    {
      term: "How to take it back",
      text: "Disconnect in Settings at any time and keep or delete what is here. The permission itself ends on Dexcom's own page.",
    },
    { term: "For whom", text: `This site is ${accounts}.` },
  ];
}
