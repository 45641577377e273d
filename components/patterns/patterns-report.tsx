import { type ReactNode, useId } from "react";
import { glucoseDomain } from "@/components/charts/glucose-axis";
import { SparklineStroke } from "@/components/charts/sparkline";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { Link } from "@/components/ui/link";
import { formatDateRange } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Profile } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Patterns } from "@/lib/glucose/patterns/find-patterns";
import type { Period } from "@/lib/glucose/period";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { PatternCard } from "./pattern-card";
import { NotFoundList, TooLittleDataList } from "./pattern-list";
import styles from "./patterns-report.module.css";

export interface PatternsReportProps {
  readonly period: Period;
  readonly patterns: Patterns;
  readonly profile: Profile;
  readonly sparklines: readonly DaySparkline[];
  /** Without readings there is only the heading and why. */
  readonly observed: number;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
  readonly overlayHref: string;
  /** The connection, or why nothing is here: stands under the heading. */
  readonly state?: ReactNode;
}

/** Every rule about what repeats: what was found, what was not, and what cannot be judged yet. */
export function PatternsReport({ state, ...props }: PatternsReportProps) {
  const { period, patterns, observed, words } = props;
  const { t } = words;
  const facts = [formatDateRange(period.from, period.to, words)];
  if (observed > 0)
    facts.push(
      t("patterns.tally.looked", { count: patterns.lookedFor }),
      t("patterns.tally.found", { count: String(patterns.found.length) }),
    );
  return (
    <ReportBody>
      <ReportHeader title={t("patterns.title")} facts={facts.join(" · ")} />
      {state}
      {observed === 0 ? null : <Results {...props} />}
    </ReportBody>
  );
}

function Results({ patterns, ...props }: Omit<PatternsReportProps, "state">) {
  const { unit, words } = props;
  const { notFound, tooLittleData } = patterns;
  const { t } = words;
  return (
    <>
      <Tally patterns={patterns} words={words} />
      {patterns.found.length + notFound.length === 0 ? null : <Found {...props} patterns={patterns} />}
      {notFound.length === 0 ? null : (
        <Section title={t("patterns.notFound.title")} about={t("patterns.notFound.about")}>
          <NotFoundList patterns={notFound} unit={unit} words={words} />
        </Section>
      )}
      {tooLittleData.length === 0 ? null : (
        <Section title={t("patterns.tooLittle.title")} about={t("patterns.tooLittle.about")}>
          <TooLittleDataList results={tooLittleData} unit={unit} words={words} />
        </Section>
      )}
    </>
  );
}

/** How much was looked at, and how much of it chance alone would call unlikely. */
function Tally({ patterns, words: { t, locale } }: Pick<PatternsReportProps, "patterns" | "words">) {
  const { tested, unlikely, unlikelyByChance } = patterns;
  return (
    <p className={styles.tally}>
      {t("patterns.lead")} {t("patterns.tally.tested", { tested })}{" "}
      {tested === 0
        ? null
        : t("patterns.tally.unlikely", { unlikely, byChance: formatNumber(unlikelyByChance, 2, locale) })}
    </p>
  );
}

function Found({
  patterns: { found },
  profile,
  sparklines,
  unit,
  words,
  dayHref,
  overlayHref,
}: Omit<PatternsReportProps, "state">) {
  const strokeId = useId();
  const { t } = words;
  if (found.length === 0)
    return (
      <Section title={t("patterns.found.title")}>
        <p>{t("patterns.found.none")}</p>
      </Section>
    );
  const domain = glucoseDomain(sparklines.flatMap(({ lines }) => lines.flat().map(([, mgDl]) => mgDl)));
  const curves = new Map(sparklines.map((curve) => [curve.date, curve]));
  const points = profile.verdict.status === "insufficient" ? [] : profile.points;
  return (
    <Section
      title={t("patterns.found.title")}
      link={<Link href={overlayHref}>{t("patterns.card.overlay")}</Link>}
    >
      <SparklineStroke id={strokeId} domain={domain} />
      {found.map((pattern) => (
        <PatternCard
          key={pattern.id}
          pattern={pattern}
          points={points}
          curves={curves}
          drawing={{ domain, strokeId }}
          unit={unit}
          dayHref={dayHref}
          words={words}
        />
      ))}
    </Section>
  );
}

function Section({
  title,
  about = null,
  link = null,
  children,
}: {
  readonly title: string;
  readonly about?: string | null;
  readonly link?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.heading}>
        <h2 id={id}>{title}</h2>
        {link}
      </div>
      {about === null ? null : <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}
