import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName } from "@/components/charts/band-words";
import { Question } from "@/components/help/question";
import { small } from "@/components/i18n/tags";
import { setRange } from "@/components/statistics/set-range";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import type { KeyFigures } from "@/lib/glucose/figures";
import { RANGE_SETS, type RangeSet } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import { BandStack } from "./band-stack";
import { GoalNote } from "./goal-note";
import { type HeldAgainst, rangeSetChoices } from "./held-against";
import styles from "./time-in-range.module.css";
import { cautionSentence } from "./verdict-words";
import { Withheld } from "./withheld";
import { bandGoal, type WrittenGoal } from "./written-goal";

/** The hero: how much of the time glucose was in range, and where the rest of it was. */
export function TimeInRange({
  summary,
  held,
  unit,
  words,
}: {
  /** Its bands are those of `held`. */
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  readonly held: HeldAgainst;
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
  const set = RANGE_SETS[held.ranges];
  return (
    <section className={styles.report} aria-labelledby="time-in-range">
      <div className={styles.hero}>
        <h2 id="time-in-range">{t("overview.range.title")}</h2>
        <p className={styles.figure}>
          {bandPercent(target)}
          <span className={styles.sign}> %</span>
        </p>
        <p className={styles.range}>
          {setRange("target", set, unit, words)} {unit}
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
                set={set}
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
      <Disclosure
        className={classNames(styles.other, "screen-only")}
        summary={
          <>
            <Icon name="down" size={12} />
            {t("ranges.other")}
          </>
        }
      >
        <ChoiceLinks label={t("ranges.label")} choices={rangeSetChoices(held, words)} current={held.ranges} />
      </Disclosure>
    </section>
  );
}

function BandRow({
  share,
  goal,
  set,
  unit,
  words,
}: {
  readonly share: BandShare;
  readonly goal: WrittenGoal | null;
  readonly set: RangeSet;
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
            {setRange(band, set, unit, words)} {unit}
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
