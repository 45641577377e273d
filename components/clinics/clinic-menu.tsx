import { useId } from "react";
import menu from "@/components/layout/subject-menu.module.css";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";

export interface ClinicMenuProps {
  /** The clinic's name. */
  readonly clinic: string;
  /** The others in which the reader works. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly href: string }[];
  readonly elsewhere: {
    readonly allClinics: string;
    readonly people: string;
    /** Null for whoever holds no data of their own. */
    readonly own: string | null;
    readonly help: string;
  };
  readonly words: Words;
}

/** Which clinic is on the screen; opens the way to the others, and out of it. */
export function ClinicMenu({ clinic, others, elsewhere, words: { t } }: ClinicMenuProps) {
  const id = useId();
  const item = (href: string, label: string) => (
    <li key={href}>
      <Link href={href} className={menu.item}>
        {label}
      </Link>
    </li>
  );
  return (
    <>
      <button type="button" className={menu.trigger} popoverTarget={id}>
        <span className={menu.subject}>{clinic}</span>
        <span className="visually-hidden">{t("clinics.menu.label")}</span>
        <Icon name="down" size={14} />
      </button>
      <div id={id} popover="auto" className={menu.menu}>
        {others.length === 0 ? null : (
          <>
            <p className={menu.note}>{t("clinics.menu.others")}</p>
            <ul>{others.map(({ href, name }) => item(href, name))}</ul>
          </>
        )}
        <ul>
          {item(elsewhere.allClinics, t("clinics.title"))}
          {elsewhere.own === null ? null : item(elsewhere.own, t("settings.account.subject"))}
          {item(elsewhere.people, t("accounts.people.title"))}
          {item(elsewhere.help, t("shell.help"))}
        </ul>
      </div>
    </>
  );
}
