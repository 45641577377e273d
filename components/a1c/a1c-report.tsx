import type { ReactNode } from "react";
import { A1cChart } from "@/components/charts/a1c-chart";
import { ChartFrame } from "@/components/charts/chart-frame";
import { RemovalProvider, RemoveButton } from "@/components/journal/removal";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { withheldReason } from "@/components/reports/verdict-words";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import type { Instant } from "@/lib/clock";
import { formatDate } from "@/lib/format/date";
import type { A1cPair, GmiBefore, PersonalGap } from "@/lib/glucose/a1c-gap";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import type { LabResult } from "@/lib/journal/schema";
import styles from "./a1c-report.module.css";
import { a1cInBothUnits, gapSentence, gmiInBothUnits, signedPoints } from "./a1c-words";
import { LabResultForm } from "./lab-result-form";

export interface A1cReportProps {
  /** Oldest first. */
  readonly pairs: readonly A1cPair<LabResult>[];
  readonly gap: PersonalGap | null;
  readonly labsUrl: string;
  readonly labUrl: (id: string) => string;
  readonly today: LocalDate;
  readonly now: Instant;
  /** Whose values they are, for a reader who may not enter any; null for the person themselves. */
  readonly writer?: string | null;
  readonly words: Words;
  readonly state?: ReactNode;
}

/** Laboratory A1c values with the GMI beside them, and how far the two have been apart in this person. */
export function A1cReport({
  pairs,
  gap,
  labsUrl,
  labUrl,
  today,
  now,
  writer = null,
  words,
  state,
}: A1cReportProps) {
  const { t } = words;
  const empty = { date: today, unit: "%", value: "", remark: "" } as const;
  return (
    <ReportBody>
      <ReportHeader
        title={t("a1c.title")}
        facts={writer === null ? t("a1c.facts") : t("sharedView.a1c.facts", { name: writer })}
      />
      {state}
      {pairs.length === 0 ? (
        <p>{t(writer === null ? "a1c.empty" : "sharedView.a1c.empty")}</p>
      ) : (
        <History pairs={pairs} gap={gap} words={words} />
      )}
      {writer === null ? (
        <section aria-labelledby="new-a1c" className={classNames(styles.part, "screen-only")}>
          <h2 id="new-a1c">{t("a1c.new")}</h2>
          <LabResultForm url={labsUrl} method="POST" initial={empty} now={now} />
        </section>
      ) : null}
      <RemovalProvider>
        {pairs.length === 0 ? null : (
          <section aria-labelledby="all-a1c" className={styles.part}>
            <h2 id="all-a1c">{t("a1c.list")}</h2>
            <ul className={styles.list}>
              {pairs.toReversed().map((pair) => (
                <Entry
                  key={pair.lab.id}
                  pair={pair}
                  labsUrl={labsUrl}
                  labUrl={labUrl}
                  now={now}
                  writer={writer}
                  words={words}
                />
              ))}
            </ul>
          </section>
        )}
      </RemovalProvider>
      <p className={styles.explain}>{t("a1c.explain")}</p>
    </ReportBody>
  );
}

function History({ pairs, gap, words }: Pick<A1cReportProps, "pairs" | "gap" | "words">) {
  const { t, locale } = words;
  const newest = pairs.at(-1)?.lab;
  return (
    <>
      <section aria-labelledby="gap" className={styles.part}>
        <h2 id="gap">{t("a1c.gap.title")}</h2>
        <p className={styles.gap}>{gap === null ? t("a1c.gap.notYet") : gapSentence(gap, words)}</p>
        <p className="muted">{t("a1c.gap.rule")}</p>
      </section>
      <ChartFrame
        title={t("a1c.chart.title")}
        unit="%"
        size="profile"
        note={t("a1c.chart.note")}
        summary={
          newest === undefined
            ? ""
            : t("a1c.chart.summary", {
                count: pairs.length,
                value: a1cInBothUnits(newest.a1cPercent, locale),
                date: formatDate(newest.date, { locale, style: "full" }),
              })
        }
        table={{
          columns: [
            t("a1c.columns.date"),
            t("a1c.columns.lab"),
            t("a1c.columns.gmi90"),
            t("a1c.columns.gmi14"),
            t("a1c.columns.gap"),
          ],
          rows: pairs.map(({ lab, gmi, gmiOf14, gap: points }) => [
            formatDate(lab.date, { locale, style: "full" }),
            a1cInBothUnits(lab.a1cPercent, locale),
            gmiText(gmi, locale) ?? "—",
            gmiText(gmiOf14, locale) ?? "—",
            points === null ? "—" : signedPoints(points, locale),
          ]),
        }}
        words={words}
      >
        <A1cChart
          marks={pairs.map(({ lab, gmi }) => ({
            date: lab.date,
            lab: lab.a1cPercent,
            gmi: gmi.verdict.status === "insufficient" ? null : gmi.percent,
          }))}
        />
      </ChartFrame>
    </>
  );
}

/** Null where the GMI is withheld or there is none. */
function gmiText({ percent, mmolMol, verdict }: GmiBefore, locale: string): string | null {
  return verdict.status === "insufficient" || percent === null
    ? null
    : gmiInBothUnits(percent, mmolMol, locale);
}

function Entry({
  pair: { lab, gmi, gmiOf14, gap },
  labsUrl,
  labUrl,
  now,
  writer,
  words,
}: Pick<A1cReportProps, "labsUrl" | "labUrl" | "now" | "words"> & {
  readonly pair: A1cPair<LabResult>;
  readonly writer: string | null;
}) {
  const { t, locale } = words;
  const date = formatDate(lab.date, { locale, style: "full" });
  const { enteredUnit: unit, enteredValue, remark } = lab;
  const facts = [
    { term: t("a1c.columns.gmi90"), before: gmi },
    { term: t("a1c.columns.gmi14"), before: gmiOf14 },
  ];
  return (
    <li className={styles.entry}>
      <p>
        <strong>{a1cInBothUnits(lab.a1cPercent, locale)}</strong> · {date}
        {remark === "" ? "" : ` · ${remark}`}
      </p>
      <dl className={styles.facts}>
        {facts.map(({ term, before }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {gmiText(before, locale) ??
                (before.verdict.status === "insufficient"
                  ? `— ${withheldReason(before.verdict, words)}`
                  : "—")}
            </dd>
          </div>
        ))}
        {gap === null ? null : (
          <div>
            <dt>{t("a1c.columns.gap")}</dt>
            <dd>{t("a1c.points", { amount: signedPoints(gap, locale) })}</dd>
          </div>
        )}
      </dl>
      {writer === null ? (
        <div className={styles.actions}>
          <Disclosure
            className={styles.edit}
            summary={
              <>
                {t("forms.a1c.edit")}
                <span className="visually-hidden">: {date}</span>
              </>
            }
          >
            <LabResultForm
              url={labUrl(lab.id)}
              method="PUT"
              initial={{ date: lab.date, unit, value: String(enteredValue), remark }}
              now={now}
            />
          </Disclosure>
          <RemoveButton
            url={labUrl(lab.id)}
            label={t("forms.a1c.delete")}
            removed={{
              what: `${a1cInBothUnits(lab.a1cPercent, locale)}, ${date}`,
              restoreUrl: labsUrl,
              body: { date: lab.date, unit, value: enteredValue, remark },
            }}
          />
        </div>
      ) : null}
    </li>
  );
}
