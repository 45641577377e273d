"use client";

import { type ReactNode, useId } from "react";
import { Icon } from "@/components/ui/icon";
import type { Language, NamedLanguage } from "@/lib/i18n/languages";
import { LanguageSwitch } from "./language-switch";
import styles from "./subject-menu.module.css";

export interface SubjectMenuProps {
  /** "Your data" or the name of the person whose data is shown. */
  readonly subject: string;
  readonly languageAction: string;
  readonly languages: readonly NamedLanguage[];
  readonly language: Language;
  readonly words: {
    readonly menu: string;
    /** How somebody is here. */
    readonly note: string;
    readonly language: string;
  };
}

/** Whose data is on the screen; opens what there is to set, the languages, and the way out. */
export function SubjectMenu({
  subject,
  languageAction,
  languages,
  language,
  words,
  places = null,
  children,
}: SubjectMenuProps & {
  /** Where it leads, above the languages. */
  readonly places?: ReactNode;
  /** The way out. */
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <button type="button" className={styles.trigger} popoverTarget={id}>
        <span className={styles.subject}>{subject}</span>
        <span className="visually-hidden">{words.menu}</span>
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <p className={styles.note}>{words.note}</p>
        {places}
        <LanguageSwitch
          languages={languages}
          current={language}
          action={languageAction}
          label={words.language}
        />
        {children}
      </div>
    </>
  );
}
