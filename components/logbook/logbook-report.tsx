import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { formatDateRange } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import { AFTER_MINUTES_AROUND, BEFORE_MINUTES_MAX } from "@/lib/glucose/logbook-glucose";
import type { LogbookChoice, LogbookPage } from "@/lib/glucose/logbook-page";
import type { Period } from "@/lib/glucose/period";
import type { Words } from "@/lib/i18n/translate";
import { LogbookDay } from "./logbook-day";
import { LogbookFilter, type LogbookFilterProps } from "./logbook-filter";
import { LogbookPages } from "./logbook-pages";
import styles from "./logbook-report.module.css";

export interface LogbookReportProps
  extends Pick<LogbookFilterProps, "path" | "kept" | "kindsHref" | "clearHref" | "findMax"> {
  readonly period: Period;
  /** Entries of the period, whatever was chosen. */
  readonly entries: number;
  readonly shown: LogbookPage;
  readonly choice: LogbookChoice;
  readonly pageHref: (page: number) => string;
  readonly dayHref: (date: LocalDate) => string;
  /** Null for a reader who may not write notes. */
  readonly notesHref: string | null;
  /** Whether the state above already says why there is nothing. */
  readonly isEmptyPeriod: boolean;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly state?: ReactNode;
}

/** What was entered in a period, day by day, with the glucose before and two hours after. */
export function LogbookReport(props: LogbookReportProps) {
  const { period, entries, shown, choice, unit, words } = props;
  const { t, locale } = words;
  const dates = `${formatDateRange(period.from, period.to, { locale })} · ${t("logbook.days", { count: period.days })}`;
  const counted =
    shown.found === entries
      ? t("logbook.found", { count: entries })
      : t("logbook.foundOf", { count: formatNumber(shown.found, 0, locale), all: entries });
  return (
    <ReportBody>
      <ReportHeader title={t("logbook.title")} facts={entries === 0 ? dates : `${dates} · ${counted}`} />
      {props.state}
      {entries > 0 ? (
        <>
          <LogbookFilter {...props} counts={shown.counts} kinds={choice.kinds} find={choice.find} />
          {shown.found === 0 ? <p>{t("logbook.nothing")}</p> : null}
          <div className={styles.days}>
            {shown.days.map((day) => (
              <LogbookDay key={day.date} day={day} href={props.dayHref(day.date)} unit={unit} words={words} />
            ))}
          </div>
          <LogbookPages page={choice.page} pages={shown.pages} pageHref={props.pageHref} words={words} />
          <Rule words={words} />
        </>
      ) : props.isEmptyPeriod ? null : props.notesHref === null ? (
        <Notice title={t("logbook.empty.title")}>
          <p>{t("sharedView.logbookEmpty")}</p>
        </Notice>
      ) : (
        <Notice
          title={t("logbook.empty.title")}
          actions={
            <Link href={props.notesHref} className={buttonLook({})}>
              {t("logbook.empty.notes")}
            </Link>
          }
        >
          <p>{t("logbook.empty.meaning")}</p>
        </Notice>
      )}
    </ReportBody>
  );
}

function Rule({ words: { t } }: { readonly words: Words }) {
  return (
    <section aria-labelledby="logbook-rule" className={styles.rule}>
      <h2 id="logbook-rule">{t("logbook.rule.title")}</h2>
      <ul>
        <li>{t("logbook.rule.before", { before: String(BEFORE_MINUTES_MAX) })}</li>
        <li>{t("logbook.rule.after", { around: String(AFTER_MINUTES_AROUND) })}</li>
        <li>{t("logbook.rule.between")}</li>
        <li>{t("logbook.rule.totals")}</li>
      </ul>
    </section>
  );
}
