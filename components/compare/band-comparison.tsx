import { BandSwatch } from "@/components/charts/band-swatch";
import { bandName } from "@/components/charts/band-words";
import { BandStack, stackSegments } from "@/components/reports/band-stack";
import { cautionSentence, withheldReason } from "@/components/reports/verdict-words";
import { setRange } from "@/components/statistics/set-range";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import { BANDS } from "@/lib/glucose/bands";
import type { Difference } from "@/lib/glucose/compare/compare-periods";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./band-comparison.module.css";
import { CompareTable } from "./compare-table";
import type { ComparedSide } from "./compared-side";

/** Both periods as bars at one height, joined where their bands end, and each band's difference in points. */
export function BandComparison({
  before,
  after,
  figures,
  ranges,
  unit,
  words,
}: {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly figures: readonly Difference[];
  /** Those of the bands. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const isShown = [before, after].every(({ verdict }) => verdict.status !== "insufficient");
  const nameOf = ({ figure }: Difference) => (
    <BandLabel figure={figure} ranges={ranges} unit={unit} words={words} />
  );
  return (
    <section aria-labelledby="compare-bands">
      <h2 id="compare-bands">{t("compare.bands")}</h2>
      <div className={styles.comparison}>
        <div className={styles.sides}>
          <SideFacts title={t("compare.sides.before")} side={before} words={words} />
          <SideFacts title={t("compare.sides.after")} side={after} words={words} />
          {isShown ? (
            <div className={styles.bars}>
              <BandStack bands={before.bands} />
              <BandJoints before={before} after={after} />
              <BandStack bands={after.bands} />
            </div>
          ) : null}
        </div>
        <CompareTable
          caption={t("compare.bands")}
          figures={figures}
          nameOf={nameOf}
          unit={unit}
          words={words}
        />
      </div>
    </section>
  );
}

/** What a period rests on: its dates, days with readings, wear, and whether that is enough. */
function SideFacts({
  title,
  side: { period, daysWithReadings, activePercent, verdict },
  words,
}: {
  readonly title: string;
  readonly side: ComparedSide;
  readonly words: Words;
}) {
  const { t } = words;
  const doubt =
    verdict.status === "insufficient" ? withheldReason(verdict, words) : cautionSentence(verdict, words);
  return (
    <div className={styles.side}>
      <h3>{title}</h3>
      <p>{formatDateRange(period.from, period.to, words)}</p>
      <p>
        {t("compare.sides.days", { count: daysWithReadings })},{" "}
        {t("overview.active", { percent: String(Math.floor(activePercent)) })}
      </p>
      {doubt === null ? null : <p>{doubt}</p>}
    </div>
  );
}

/** Lines from the edges of the bands in one bar to those in the other. */
function BandJoints({ before, after }: { readonly before: ComparedSide; readonly after: ComparedSide }) {
  const [left, right] = [before, after].map(
    ({ bands }) => new Map(stackSegments(bands).map((segment) => [segment.band, segment] as const)),
  );
  return (
    <svg viewBox="0 0 100 1000" preserveAspectRatio="none" aria-hidden="true" className={styles.joints}>
      {BANDS.map((band) => {
        const [from, to] = [left?.get(band), right?.get(band)];
        if (!from || !to) return null;
        return (
          <path
            key={band}
            d={`M0 ${from.y}L100 ${to.y}V${to.y + to.height}L0 ${from.y + from.height}Z`}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

function BandLabel({
  figure,
  ranges,
  unit,
  words,
}: {
  readonly figure: Difference["figure"];
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const band = BANDS.find((one) => figure === `timeInRanges.${one}`);
  if (!band) return null;
  return (
    <div className={styles.band}>
      <BandSwatch band={band} className={styles.swatch} />
      <span>
        {bandName(band, words)}
        <small>
          {setRange(band, RANGE_SETS[ranges], unit, words)} {unit}
        </small>
      </span>
    </div>
  );
}
