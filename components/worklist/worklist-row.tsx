import { withheldReason } from "@/components/reports/verdict-words";
import { classNames } from "@/components/ui/class-names";
import { DAY_MS, type Instant } from "@/lib/clock";
import { formatAgo } from "@/lib/format/ago";
import { formatDate } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { formatBandPercent, oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import { reportPath, withQuery } from "@/lib/routes";
import type { WorklistRow } from "@/lib/worklist/row";
import { BandBar } from "./band-bar";
import { FLAG_BANDS } from "./flag-bands";
import { FlagSwatch } from "./flag-swatch";
import { PersonLink } from "./open-person";
import { flagInWords, signed } from "./preview-words";
import styles from "./worklist-table.module.css";

interface RowProps {
  readonly row: WorklistRow;
  /** The names of sites and tags by their ids. */
  readonly named: ReadonlyMap<string, string>;
  /** Of the bands, on paper and in forced colours. */
  readonly patternPrefix: string;
  readonly unit: GlucoseUnit;
  readonly now: Instant;
  readonly words: Words;
}

/** One person of the list: who, why to look, the figures, how new, who looked. */
export function PersonRow({ row, named, patternPrefix, unit, now, words }: RowProps) {
  const { t, locale } = words;
  const { figures, change, dataThrough } = row;
  const number = (value: number | null | undefined, write: (value: number) => string, verdict?: Verdict) =>
    value === null || value === undefined ? (
      <Dash reason={withheld(row, verdict, words)} words={words} />
    ) : (
      write(value)
    );
  return (
    <tr data-patient={row.patientId}>
      <th scope="row" className={styles.name}>
        <PersonLink id={row.patientId} href={reportsHref(row)}>
          {row.name}
        </PersonLink>
        <Placed row={row} named={named} words={words} />
      </th>
      <td className={styles.need} data-label={t("worklist.columns.need")}>
        <Flags row={row} patternPrefix={patternPrefix} words={words} />
      </td>
      <td className={styles["in-range"]} data-label={t("worklist.columns.in-range")}>
        <InRange row={row} patternPrefix={patternPrefix} words={words} />
      </td>
      <td className={classNames(styles.number, styles.change)} data-label={t("worklist.columns.change")}>
        {change === null ? <Dash reason={noChange(row, words)} words={words} /> : signed(change, locale)}
      </td>
      <td className={classNames(styles.number, styles.average)} data-label={t("worklist.columns.average")}>
        {number(figures?.mean, (mgDl) => formatGlucose(mgDl, unit, locale), figures?.verdicts.mean)}
        {figures === null || figures.mean === null ? null : <span className={styles.cardUnit}> {unit}</span>}
      </td>
      <td className={classNames(styles.number, styles.gmi)} data-label={t("worklist.columns.gmi")}>
        {number(figures?.gmi, (value) => `${oneDecimal(value, locale)} %`, figures?.verdicts.gmi)}
      </td>
      <td className={classNames(styles.number, styles.cv)} data-label={t("worklist.columns.cv")}>
        {number(figures?.cv, (value) => `${formatNumber(value, 0, locale)} %`, figures?.verdicts.cv)}
      </td>
      <td className={classNames(styles.number, styles.newest)} data-label={t("worklist.columns.newest")}>
        {number(dataThrough, (at) => ago(now - at, words))}
      </td>
      <td className={classNames(styles.number, styles.worn)} data-label={t("worklist.columns.worn")}>
        {/* Never rounded up to what is wanted. */}
        {number(figures?.activePercent, (percent) => `${formatNumber(Math.floor(percent), 0, locale)} %`)}
        {figures === null ? null : (
          <span className={styles.remark}>{t("worklist.days", { count: figures.daysWithReadings })}</span>
        )}
      </td>
      <td className={classNames(styles.number, styles.episodes)} data-label={t("worklist.columns.episodes")}>
        <Episodes row={row} words={words} />
      </td>
      <td className={styles.reviewed} data-label={t("worklist.columns.reviewed")}>
        <ReviewedBy row={row} words={words} />
      </td>
    </tr>
  );
}

/** Their reports, held against their own targets as the list is. */
function reportsHref({ patientId, targets }: WorklistRow): string {
  return withQuery(reportPath.overview(patientId), { ranges: targets === "standard" ? null : targets });
}

/** Where the clinic keeps somebody, and what is unusual about them. */
function Placed({ row, named, words: { t } }: Pick<RowProps, "row" | "named" | "words">) {
  const { siteId, tagIds, targets, scope } = row;
  const said = [
    ...[siteId, ...tagIds].flatMap((id) => (id === null ? [] : (named.get(id) ?? []))),
    ...(targets === "standard" ? [] : [t(`statistics.sets.${targets}.short`)]),
    ...(scope === "summary" ? [t("worklist.summaryOnly")] : []),
  ];
  return said.length === 0 ? null : <span className={styles.remark}>{said.join(" · ")}</span>;
}

function Flags({ row, patternPrefix, words }: Pick<RowProps, "row" | "patternPrefix" | "words">) {
  const { flags } = row;
  if (flags.length === 0)
    return <span className={styles.quiet}>{noFigures(row, words) ?? words.t("worklist.nothing")}</span>;
  return (
    <ul className={styles.flags}>
      {flags.map((raised) => {
        const band = FLAG_BANDS[raised.flag];
        return (
          <li key={raised.flag}>
            {band === null ? null : (
              <FlagSwatch band={band} patternPrefix={patternPrefix} className={styles.swatch} />
            )}
            {flagInWords(raised, words)}
          </li>
        );
      })}
    </ul>
  );
}

function InRange({ row, patternPrefix, words }: Pick<RowProps, "row" | "patternPrefix" | "words">) {
  const { figures } = row;
  const target = figures?.bands?.find(({ band }) => band === "target");
  if (!figures?.bands || !target)
    return (
      <span className={styles.range}>
        <strong>
          <Dash reason={withheld(row, figures?.verdicts.timeInRanges, words)} words={words} />
        </strong>
      </span>
    );
  return (
    <span className={styles.range}>
      <strong>{formatBandPercent(target)}</strong>
      <BandBar bands={figures.bands} patternPrefix={patternPrefix} className={styles.bar} />
    </span>
  );
}

function Episodes({ row, words }: Pick<RowProps, "row" | "words">) {
  const episodes = row.figures?.episodes;
  if (!episodes) return <Dash reason={withheld(row, row.figures?.verdicts.episodes, words)} words={words} />;
  const { low, veryLow } = episodes;
  return (
    <>
      <span aria-hidden="true">
        {low} / {veryLow}
      </span>
      <span className="visually-hidden">{words.t("worklist.veryLowOf", { low, veryLow })}</span>
    </>
  );
}

function ReviewedBy({ row: { reviewed, displayOffsetMinutes }, words }: Pick<RowProps, "row" | "words">) {
  const { t, locale } = words;
  if (reviewed === null) return <span className={styles.quiet}>{t("worklist.notReviewed")}</span>;
  const date = formatDate(localDateOf(reviewed.at, displayOffsetMinutes), { locale, style: "month-day" });
  return reviewed.by === null
    ? t("worklist.reviewedByFormer", { date })
    : t("worklist.reviewedBy", { date, name: reviewed.by });
}

/** A figure that is not shown, with the reason for whoever asks. */
function Dash({ reason, words }: { readonly reason: string | null; readonly words: Words }) {
  return (
    <span title={reason ?? undefined}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">
        {words.t("states.verdict.notShown")} {reason}
      </span>
    </span>
  );
}

/** Why somebody has no figures at all; null where they have some. */
function noFigures({ figures, flags, dataThrough }: WorklistRow, { t }: Words): string | null {
  if (figures !== null) return null;
  // Of whom nothing was counted yet, nobody knows that there are no readings.
  const isCounted = dataThrough !== null || flags.some(({ flag }) => flag === "no-data");
  return t(isCounted ? "worklist.noReadings" : "worklist.notCounted");
}

function withheld(row: WorklistRow, verdict: Verdict | undefined, words: Words): string | null {
  return (
    noFigures(row, words) ?? (verdict?.status === "insufficient" ? withheldReason(verdict, words) : null)
  );
}

function noChange(row: WorklistRow, words: Words): string {
  return withheld(row, row.figures?.verdicts.timeInRanges, words) ?? words.t("worklist.noChange");
}

function ago(agoMs: number, { t, locale }: Words): string {
  const days = Math.floor(agoMs / DAY_MS);
  return days < 1 ? formatAgo(agoMs, { locale }) : t("worklist.oneDayAgo", { count: days });
}
