import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { Notice } from "@/components/ui/notice";
import { formatDateRange } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Comparison } from "@/lib/glucose/compare/compare-periods";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import { BandComparison } from "./band-comparison";
import styles from "./compare-report.module.css";
import { CompareTable } from "./compare-table";
import type { ComparedSide } from "./compared-side";
import { groupFigures } from "./figure-groups";
import { leadSentence } from "./lead-words";
import { OtherFigures } from "./other-figures";
import { OtherPeriodPicker, type OtherPeriodPickerProps } from "./other-period-picker";
import { ProfileComparison } from "./profile-comparison";

export interface CompareReportProps {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Dates that are in both. */
  readonly sharedDays: number;
  readonly comparison: Comparison;
  readonly picker: Omit<OtherPeriodPickerProps, "words">;
  /** Those of the bands. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly state?: ReactNode;
}

/** Two periods side by side: what changed by more than usual first, then every figure. */
export function CompareReport({ state, picker, ...props }: CompareReportProps) {
  const { before, after, words } = props;
  const { t } = words;
  const dates = ({ period }: ComparedSide) => formatDateRange(period.from, period.to, words);
  const empty = [before, after].filter(({ readings }) => readings === 0);
  return (
    <ReportBody>
      <ReportHeader
        title={t("compare.title")}
        facts={t("compare.facts", { before: dates(before), after: dates(after) })}
      />
      <OtherPeriodPicker {...picker} words={words} />
      {state}
      {empty.length === 0 ? (
        <Comparisons {...props} />
      ) : (
        empty.map((side) => (
          <Notice key={side.period.from} title={t("compare.empty.title", { dates: dates(side) })}>
            <p>{t("compare.empty.next")}</p>
          </Notice>
        ))
      )}
    </ReportBody>
  );
}

function Comparisons({
  before,
  after,
  sharedDays,
  comparison,
  ranges,
  unit,
  words,
}: Omit<CompareReportProps, "state" | "picker">) {
  const { t, locale } = words;
  const { lead, bands, main, others } = groupFigures(comparison.figures);
  return (
    <>
      <p className={styles.lead}>{leadSentence(lead, unit, words)}</p>
      {sharedDays === 0 ? null : <p className="muted">{t("compare.shared", { count: sharedDays })}</p>}
      {ranges === "standard" ? null : <p className={styles.ranges}>{t("compare.ranges")}</p>}
      <BandComparison
        before={before}
        after={after}
        figures={bands}
        ranges={ranges}
        unit={unit}
        words={words}
      />
      <section aria-labelledby="compare-main">
        <h2 id="compare-main">{t("compare.main")}</h2>
        <CompareTable caption={t("compare.main")} figures={main} unit={unit} words={words} />
      </section>
      <ProfileComparison before={before} after={after} ranges={ranges} unit={unit} words={words} />
      <OtherFigures groups={others} unit={unit} words={words} />
      <p className={styles.how}>
        {t("compare.how", { resamples: formatNumber(comparison.resamples, 0, locale) })}
      </p>
    </>
  );
}
