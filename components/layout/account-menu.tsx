"use client";

import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { afterForgetting } from "@/components/offline/after-forgetting";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SubjectMenu, type SubjectMenuProps } from "./subject-menu";
import styles from "./subject-menu.module.css";

export interface AccountMenuProps extends SubjectMenuProps {
  readonly settingsHref: string;
  readonly signOutAction: string;
  readonly signedOutHref: string;
  readonly words: SubjectMenuProps["words"] & {
    readonly settings: string;
    readonly signOut: string;
    readonly signingOut: string;
  };
}

/** The menu of somebody who is signed in. */
export function AccountMenu({ settingsHref, signOutAction, signedOutHref, ...menu }: AccountMenuProps) {
  const { words } = menu;
  const { state, run } = useMutation({
    url: signOutAction,
    onDone: () => globalThis.location.assign(signedOutHref),
  });
  return (
    <SubjectMenu
      {...menu}
      places={
        <Link href={settingsHref} className={styles.item}>
          {words.settings}
        </Link>
      }
    >
      <Button tone="secondary" pending={state.status === "pending"} onClick={() => afterForgetting(run)}>
        {words.signOut}
      </Button>
      <MutationMessage state={state} pending={words.signingOut} />
    </SubjectMenu>
  );
}
