import type { ReactNode } from "react";
import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { FreshnessLine } from "@/components/time/freshness-line";
import { type PeriodChoices, PeriodPicker } from "@/components/time/period-picker";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Freshness } from "@/lib/glucose/figures";
import { LANGUAGES, languageOf } from "@/lib/i18n/languages";
import type { Words } from "@/lib/i18n/translate";
import { type Account, AccountMenu } from "./account-menu";
import styles from "./app-shell.module.css";
import { LogoMark } from "./logo";
import { Navigation, type Place } from "./navigation";
import { PaperLine } from "./paper-line";
import { MAIN_ID, SkipLink } from "./skip-link";
import { UnitSwitch } from "./unit-switch";

export interface AppShellProps {
  readonly account: Omit<Account, "words" | "language" | "languages">;
  readonly homeHref: string;
  readonly places: readonly { readonly place: Place; readonly href: string }[];
  readonly current: Place | null;
  readonly unit: GlucoseUnit;
  readonly unitAction: string;
  /** Pages that show one day, or none, have no period to pick. */
  readonly period?: PeriodChoices | null;
  readonly freshness: Freshness;
  readonly words: Words;
  readonly children: ReactNode;
}

/** The frame of every signed-in page: whose data, which days, how fresh, what it is not for, where to go. */
export function AppShell({
  account,
  homeHref,
  places,
  current,
  unit,
  unitAction,
  period,
  freshness,
  words,
  children,
}: AppShellProps) {
  const { t } = words;
  return (
    <div className={styles.page}>
      <SkipLink label={t("pages.skip")} />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link href={homeHref} className={styles.logo}>
            <LogoMark />
            <span className={styles.name}>Hindsight</span>
          </Link>
          <AccountMenu
            {...account}
            languages={LANGUAGES}
            language={languageOf(words.locale)}
            words={{
              menu: t("settings.account.menu"),
              signedIn: t("settings.account.signedIn"),
              settings: t("shell.settings"),
              signOut: t("settings.account.signOut"),
              signingOut: t("settings.account.signingOut"),
              language: t("shell.language"),
            }}
          />
          {period ? (
            <div className={styles.period}>
              <PeriodPicker {...period} words={words} />
            </div>
          ) : null}
          <div className={styles.unit}>
            <UnitSwitch unit={unit} action={unitAction} label={t("settings.account.unit")} />
          </div>
        </div>
        <div className={styles.facts}>
          <PaperLine freshness={freshness} words={words} />
          <FreshnessLine freshness={freshness} words={words} />
          <TreatmentNotice words={words} isLinked />
        </div>
      </header>
      <div className={styles.columns}>
        <Navigation current={current} places={places} words={words} />
        <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
