"use client";

import { useId } from "react";
import { MutationMessage } from "@/components/forms/mutation-message";
import { useMutation } from "@/components/forms/use-mutation";
import { afterForgetting } from "@/components/offline/after-forgetting";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Language, NamedLanguage } from "@/lib/i18n/languages";
import styles from "./account-menu.module.css";
import { LanguageSwitch } from "./language-switch";

export interface Account {
  /** "Your data" or the name of the person whose data is shown. */
  readonly subject: string;
  readonly settingsHref: string;
  readonly signOutAction: string;
  readonly signedOutHref: string;
  readonly languageAction: string;
  readonly languages: readonly NamedLanguage[];
  readonly language: Language;
  readonly words: {
    readonly menu: string;
    readonly signedIn: string;
    readonly settings: string;
    readonly signOut: string;
    readonly signingOut: string;
    readonly language: string;
  };
}

/** Whose data is on the screen, and the way out. */
export function AccountMenu({
  subject,
  settingsHref,
  signOutAction,
  signedOutHref,
  languageAction,
  languages,
  language,
  words,
}: Account) {
  const id = useId();
  const { state, run } = useMutation({
    url: signOutAction,
    onDone: () => globalThis.location.assign(signedOutHref),
  });
  return (
    <>
      <button type="button" className={styles.trigger} popoverTarget={id}>
        <span className={styles.subject}>{subject}</span>
        <span className="visually-hidden">{words.menu}</span>
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <p className={styles.note}>{words.signedIn}</p>
        <Link href={settingsHref} className={styles.item}>
          {words.settings}
        </Link>
        <LanguageSwitch
          languages={languages}
          current={language}
          action={languageAction}
          label={words.language}
        />
        <Button tone="secondary" pending={state.status === "pending"} onClick={() => afterForgetting(run)}>
          {words.signOut}
        </Button>
        <MutationMessage state={state} pending={words.signingOut} />
      </div>
    </>
  );
}
