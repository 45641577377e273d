import { LANGUAGES, languageOf } from "@/lib/i18n/languages";
import type { Words } from "@/lib/i18n/translate";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import type { SubjectMenuProps } from "./subject-menu";
import { VisitMenu, type VisitMenuProps } from "./visit-menu";

type Filled = "words" | "language" | "languages";

/** Who reads: somebody signed in, or somebody who has come by a link and is not known. */
export type Reader =
  | ({ readonly kind: "person" } & Omit<AccountMenuProps, Filled>)
  | ({ readonly kind: "visit" } & Omit<VisitMenuProps, Filled>);

/** The menu that fits whoever reads, in their language. */
export function ReaderMenu({ reader, words }: { readonly reader: Reader; readonly words: Words }) {
  const { t } = words;
  const languages = { languages: LANGUAGES, language: languageOf(words.locale) };
  const said = (menu: string, note: string): SubjectMenuProps["words"] => ({
    menu,
    note,
    language: t("shell.language"),
  });
  if (reader.kind === "visit")
    return (
      <VisitMenu
        {...reader}
        {...languages}
        words={{
          ...said(t("sharedView.visit.menu"), t("sharedView.visit.about")),
          close: t("sharedView.visit.close"),
          closing: t("sharedView.visit.closing"),
        }}
      />
    );
  return (
    <AccountMenu
      {...reader}
      {...languages}
      words={{
        ...said(t("settings.account.menu"), t("settings.account.signedIn")),
        settings: t("shell.settings"),
        signOut: t("settings.account.signOut"),
        signingOut: t("settings.account.signingOut"),
      }}
    />
  );
}
