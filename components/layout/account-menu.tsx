"use client";

import { useId } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import styles from "./account-menu.module.css";

export interface Account {
  /** "Your data" or the name of the person whose data is shown. */
  readonly subject: string;
  readonly settingsHref: string;
  readonly signOutAction: string;
  readonly signedOutHref: string;
}

/** Whose data is on the screen, and the way out. */
export function AccountMenu({ subject, settingsHref, signOutAction, signedOutHref }: Account) {
  const id = useId();
  const { state, run } = useMutation({
    url: signOutAction,
    onDone: () => globalThis.location.assign(signedOutHref),
  });
  return (
    <>
      <button type="button" className={styles.trigger} popoverTarget={id}>
        <span className={styles.subject}>{subject}</span>
        <span className="visually-hidden">, account</span>
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <p className={styles.note}>Signed in with Dexcom</p>
        <Link href={settingsHref} className={styles.item}>
          Settings
        </Link>
        <Button tone="secondary" pending={state.status === "pending"} onClick={() => run()}>
          Sign out
        </Button>
        <MutationMessage state={state} pending="Signing out …" />
      </div>
    </>
  );
}
