"use client";

import { useState } from "react";
import { Field } from "@/components/forms/field";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { useSaid } from "@/components/sharing/said";
import { ShareAction } from "@/components/sharing/share-action";
import { ChoiceOf } from "@/components/sharing/terms-fields";
import { Button } from "@/components/ui/button";
import type { ClinicRole } from "@/lib/clinics/schema";
import styles from "./clinics.module.css";
import type { RoleChoice } from "./role-words";

export interface MemberActionWords {
  readonly open: string;
  readonly close: string;
  readonly role: string;
  readonly roles: readonly RoleChoice[];
  readonly save: string;
  readonly saving: string;
  /** What is said of each role. */
  readonly saved: readonly { readonly value: ClinicRole; readonly said: string }[];
  readonly remove: string;
  readonly removeText: string;
  readonly removing: string;
  readonly removed: string;
}

interface MemberActionsProps {
  readonly url: string;
  readonly name: string;
  readonly role: ClinicRole;
  /** Whoever manages the clinic leaves it elsewhere. */
  readonly isRemovable: boolean;
  readonly words: MemberActionWords;
}

/** What administrators do with a member, closed until somebody wants to. */
export function MemberActions(props: MemberActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const { url, name, isRemovable, words } = props;
  const label = isOpen ? words.close : words.open;
  return (
    <>
      <Button aria-expanded={isOpen} aria-label={`${label}: ${name}`} onClick={() => setOpen(!isOpen)}>
        {label}
      </Button>
      {isOpen ? (
        <div className={styles.opened}>
          <RoleForm {...props} onSaved={() => setOpen(false)} />
          {isRemovable ? (
            <div className={styles.removal}>
              <p className="muted">{words.removeText}</p>
              <ShareAction
                url={url}
                body={{ action: "remove" }}
                tone="danger"
                label={words.remove}
                about={name}
                pending={words.removing}
                said={words.removed}
              />
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function RoleForm({
  url,
  name,
  role,
  words,
  onSaved,
}: MemberActionsProps & { readonly onSaved: () => void }) {
  const say = useSaid();
  const [chosen, setChosen] = useState(role);
  const { state, run } = useMutation({
    url,
    onDone: () => {
      onSaved();
      say(words.saved.find(({ value }) => value === chosen)?.said ?? "");
    },
  });
  return (
    <form
      aria-label={`${words.role}: ${name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        run({ action: "change-role", role: chosen });
      }}
    >
      <div className={styles.row}>
        <Field label={words.role}>
          {(ids) => <ChoiceOf ids={ids} value={chosen} choices={words.roles} onChange={setChosen} />}
        </Field>
        <Button type="submit" pending={state.status === "pending"}>
          {words.save}
        </Button>
      </div>
      <p className={styles.meaning}>{words.roles.find(({ value }) => value === chosen)?.text}</p>
      <MutationMessage state={state} pending={words.saving} />
    </form>
  );
}
