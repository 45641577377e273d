import type { ReactNode } from "react";
import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { FreshnessLine } from "@/components/time/freshness-line";
import { type PeriodChoices, PeriodPicker } from "@/components/time/period-picker";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Freshness } from "@/lib/glucose/figures";
import { type Account, AccountMenu } from "./account-menu";
import styles from "./app-shell.module.css";
import { LogoMark } from "./logo";
import { Navigation, type Place } from "./navigation";
import { MAIN_ID, SkipLink } from "./skip-link";
import { UnitSwitch } from "./unit-switch";

export interface AppShellProps {
  readonly account: Account;
  readonly places: Readonly<Record<Place, string>>;
  readonly current: Place;
  readonly unit: GlucoseUnit;
  readonly unitAction: string;
  /** Pages that show one day, or none, have no period to pick. */
  readonly period?: PeriodChoices | null;
  readonly freshness: Freshness;
  readonly locale: string;
  readonly children: ReactNode;
}

/** The frame of every signed-in page: whose data, which days, how fresh, what it is not for, where to go. */
export function AppShell({
  account,
  places,
  current,
  unit,
  unitAction,
  period,
  freshness,
  locale,
  children,
}: AppShellProps) {
  return (
    <div className={styles.page}>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link href={places.overview} className={styles.logo}>
            <LogoMark />
            <span className={styles.name}>Hindsight</span>
          </Link>
          <AccountMenu {...account} />
          {period ? (
            <div className={styles.period}>
              <PeriodPicker {...period} />
            </div>
          ) : null}
          <div className={styles.unit}>
            <UnitSwitch unit={unit} action={unitAction} />
          </div>
        </div>
        <div className={styles.facts}>
          <FreshnessLine freshness={freshness} locale={locale} />
          <TreatmentNotice />
        </div>
      </header>
      <div className={styles.columns}>
        <Navigation current={current} hrefs={places} />
        <main id={MAIN_ID} tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
    </div>
  );
}
