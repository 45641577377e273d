import type { ReactNode } from "react";
import { BarLogo } from "@/components/layout/bar-logo";
import { type Reader, ReaderMenu } from "@/components/layout/reader-menu";
import { MAIN_ID, SkipLink } from "@/components/layout/skip-link";
import { UnitSwitch } from "@/components/layout/unit-switch";
import { TreatmentNotice } from "@/components/reports/treatment-notice";
import { delayInWords } from "@/components/time/delay-words";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import { ClinicMenu, type ClinicMenuProps } from "./clinic-menu";
import styles from "./clinic-shell.module.css";

export type ClinicTab = "worklist" | "team";

export interface ClinicShellProps extends ClinicMenuProps {
  readonly tabs: Readonly<Record<ClinicTab, string>>;
  readonly current: ClinicTab;
  readonly reader: Reader;
  readonly unit: GlucoseUnit;
  readonly unitAction: string;
  readonly delayMinutes: number;
  /** What is chosen in the bar, such as the days. */
  readonly controls: ReactNode;
  readonly wide: boolean;
  readonly children: ReactNode;
}

/** The frame of a clinic's pages: which clinic, its two pages, and, where there is glucose, how old it is and what it is not for. */
export function ClinicShell({
  tabs,
  current,
  reader,
  unit,
  unitAction,
  delayMinutes,
  controls,
  wide,
  children,
  ...menu
}: ClinicShellProps) {
  const { words } = menu;
  const { t } = words;
  const showsGlucose = current === "worklist";
  const tab = (name: ClinicTab, label: string) => (
    <li>
      <Link href={tabs[name]} aria-current={name === current ? "page" : undefined}>
        {label}
      </Link>
    </li>
  );
  return (
    <div className={styles.page}>
      <SkipLink label={t("pages.skip")} />
      <header>
        <div className={styles.bar}>
          <BarLogo href={tabs.worklist} />
          <ClinicMenu {...menu} />
          <nav className={styles.tabs} aria-label={t("shell.menu")}>
            <ul>
              {tab("worklist", t("clinics.tabs.worklist"))}
              {tab("team", t("clinics.tabs.team"))}
            </ul>
          </nav>
          <div className={styles.controls}>
            {controls}
            {showsGlucose ? (
              <UnitSwitch unit={unit} action={unitAction} label={t("settings.account.unit")} />
            ) : null}
            <ReaderMenu reader={reader} words={words} />
          </div>
        </div>
        {showsGlucose ? (
          <div className={styles.facts}>
            <p className={styles.delay}>
              <Icon name="clock" />
              {delayMinutes === 0
                ? t("clinics.retrospectiveAtOnce")
                : t("clinics.retrospective", { delay: delayInWords(delayMinutes, words) })}
            </p>
            <TreatmentNotice words={words} isLinked />
          </div>
        ) : null}
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={classNames(styles.main, wide && styles.wide)}>
        {children}
      </main>
    </div>
  );
}
