import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName, bandRange } from "@/components/charts/band-words";
import { Question } from "@/components/help/question";
import { small } from "@/components/i18n/tags";
import { classNames } from "@/components/ui/class-names";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import type { KeyFigures } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { BandStack } from "./band-stack";
import { GoalNote } from "./goal-note";
import styles from "./time-in-range.module.css";
import { cautionSentence } from "./verdict-words";
import { Withheld } from "./withheld";
import { bandGoal, type WrittenGoal } from "./written-goal";

/** The hero: how much of the time glucose was in range, and where the rest of it was. */
export function TimeInRange({
  summary,
  unit,
  words,
}: {
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const { bands } = summary;
  const verdict = summary.sufficiency.timeInRanges;
  const target = bands.find(({ band }) => band === "target");
  if (verdict.status === "insufficient" || !target)
    return (
      <section className={styles.report} aria-labelledby="time-in-range">
        <h2 id="time-in-range">{t("overview.range.title")}</h2>
        {verdict.status === "insufficient" ? (
          <div className={styles.withheld}>
            <Withheld verdict={verdict} words={words} />
            <p>
              <Question about="withheld" words={words} />
            </p>
          </div>
        ) : null}
      </section>
    );
  const caution = cautionSentence(verdict, words);
  const goal = bandGoal(target, bands, words);
  return (
    <section className={styles.report} aria-labelledby="time-in-range">
      <div className={styles.hero}>
        <h2 id="time-in-range">{t("overview.range.title")}</h2>
        <p className={styles.figure}>
          {bandPercent(target)}
          <span className={styles.sign}> %</span>
        </p>
        <p className={styles.range}>
          {bandRange("target", unit, words)} {unit}
        </p>
        {goal ? <GoalNote {...goal} words={words} /> : null}
      </div>
      <div className={styles.stack}>
        <BandStack bands={bands} />
      </div>
      <table className={styles.bands}>
        <caption className="visually-hidden">{t("overview.range.caption")}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("overview.range.range")}</th>
            <th scope="col">{t("overview.range.share")}</th>
            <th scope="col">{t("overview.range.time")}</th>
            <th scope="col">{t("overview.range.goal")}</th>
          </tr>
        </thead>
        <tbody>
          {BANDS_FROM_TOP.map((band) => {
            const share = bands.find((one) => one.band === band);
            return share ? (
              <BandRow
                key={band}
                share={share}
                goal={bandGoal(share, bands, words)}
                unit={unit}
                words={words}
              />
            ) : null;
          })}
        </tbody>
      </table>
      <p className={classNames(styles.caution, caution === null && "screen-only")}>
        {caution} <Question about="goals" words={words} />
      </p>
    </section>
  );
}

function BandRow({
  share,
  goal,
  unit,
  words,
}: {
  readonly share: BandShare;
  readonly goal: WrittenGoal | null;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { band, minutesPerDay } = share;
  const { t } = words;
  return (
    <tr>
      <th scope="row">
        <BandSwatch band={band} className={styles.swatch} />
        <span>
          {bandName(band, words)}
          <small>
            {bandRange(band, unit, words)} {unit}
          </small>
        </span>
      </th>
      <td className={styles.percent}>
        {bandPercent(share)} <small>%</small>
      </td>
      <td className={styles.hours}>
        {t.rich("overview.range.aDay", {
          time: formatDuration(minutesPerDay),
          small,
        })}
      </td>
      <td className={styles.goal}>{goal ? <GoalNote {...goal} words={words} /> : null}</td>
    </tr>
  );
}
