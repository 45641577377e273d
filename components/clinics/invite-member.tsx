"use client";

import { useId, useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useSaid } from "@/components/sharing/said";
import sharing from "@/components/sharing/sharing.module.css";
import { Tick } from "@/components/sharing/terms-fields";
import { Button } from "@/components/ui/button";
import type { ClinicRole } from "@/lib/clinics/schema";
import styles from "./clinics.module.css";
import type { RoleChoice } from "./role-words";

export interface InviteWords {
  readonly address: string;
  readonly addressInvalid: string;
  readonly role: string;
  readonly roles: readonly RoleChoice[];
  readonly submit: string;
  readonly sending: string;
  readonly sent: string;
}

// What looks like one at all; the server knows the rest (lib/accounts/schema.ts).
const LIKELY = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Invites whoever signs in with an address. */
export function InviteMember({
  action,
  words,
}: {
  /** POST `{ address, role }`. */
  readonly action: string;
  readonly words: InviteWords;
}) {
  const name = useId();
  const say = useSaid();
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<ClinicRole>("clinician");
  const [problem, setProblem] = useState<string | null>(null);
  const { state, run } = useMutation({
    url: action,
    onDone: () => {
      setTyped("");
      say(words.sent);
    },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const address = typed.trim();
        const isLikely = LIKELY.test(address);
        setProblem(isLikely ? null : words.addressInvalid);
        if (isLikely) run({ address, role });
      }}
    >
      <div className={styles.row}>
        <Field label={words.address} problem={problem}>
          {(ids) => (
            <input
              {...ids}
              type="email"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              autoComplete="off"
              maxLength={254}
            />
          )}
        </Field>
      </div>
      <fieldset className={sharing.choices}>
        <legend>{words.role}</legend>
        {words.roles.map(({ value, label, text }) => (
          <Tick key={value} label={label} text={text}>
            <input type="radio" name={name} checked={role === value} onChange={() => setRole(value)} />
          </Tick>
        ))}
      </fieldset>
      <div>
        <Button type="submit" tone="primary" pending={state.status === "pending"}>
          {words.submit}
        </Button>
        <MutationMessage state={state} pending={words.sending} />
      </div>
    </form>
  );
}
