import type { ReactNode } from "react";
import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { FreshnessLine } from "@/components/time/freshness-line";
import { type PeriodChoices, PeriodPicker } from "@/components/time/period-picker";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Freshness } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./app-shell.module.css";
import { BarLogo } from "./bar-logo";
import { Navigation, type Place } from "./navigation";
import { PaperLine } from "./paper-line";
import { type Reader, ReaderMenu } from "./reader-menu";
import { type Shared, SharedLine } from "./shared-line";
import { MAIN_ID, SkipLink } from "./skip-link";
import { UnitSwitch } from "./unit-switch";

export interface AppShellProps {
  readonly reader: Reader;
  readonly homeHref: string;
  readonly places: readonly { readonly place: Place; readonly href: string }[];
  readonly current: Place | null;
  readonly unit: GlucoseUnit;
  readonly unitAction: string;
  /** Pages that show one day, or none, have no period to pick. */
  readonly period?: PeriodChoices | null;
  /** For whoever looks at somebody else's data. */
  readonly shared?: Shared | null;
  /** Null on pages that show nobody's glucose: they need no unit and no notice either. */
  readonly freshness: Freshness | null;
  readonly words: Words;
  readonly children: ReactNode;
}

/** The frame of every page that shows somebody's own or shared data: whose data, which days, how fresh, what it is not for, where to go. */
export function AppShell({
  reader,
  homeHref,
  places,
  current,
  unit,
  unitAction,
  period,
  shared,
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
          <BarLogo href={homeHref} />
          <ReaderMenu reader={reader} words={words} />
          {period ? (
            <div className={styles.period}>
              <PeriodPicker {...period} words={words} />
            </div>
          ) : null}
          {freshness === null ? null : (
            <div className={styles.unit}>
              <UnitSwitch unit={unit} action={unitAction} label={t("settings.account.unit")} />
            </div>
          )}
        </div>
        {shared ? <SharedLine {...shared} /> : null}
        {freshness === null ? null : (
          <div className={styles.facts}>
            <PaperLine freshness={freshness} words={words} />
            <FreshnessLine freshness={freshness} words={words} />
            <TreatmentNotice words={words} isLinked />
          </div>
        )}
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
