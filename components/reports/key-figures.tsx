import { Question } from "@/components/help/question";
import { classNames } from "@/components/ui/class-names";
import { Explain } from "@/components/ui/explain";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { KeyFigures as PeriodFigures } from "@/lib/glucose/figures";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import { FIGURE_METRICS, type FigureName } from "./figure-definitions";
import { GoalNote } from "./goal-note";
import styles from "./key-figures.module.css";
import { type ShownFigure, shownFigures } from "./shown-figures";
import { Withheld } from "./withheld";

/** Average, GMI, CV, SD and wear: value, unit, goal, and what it is, opened in place. */
export function KeyFigures({
  summary,
  ranges,
  unit,
  words,
  names,
}: {
  readonly summary: PeriodFigures;
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  /** Only these of them; all unless given. */
  readonly names?: readonly FigureName[];
}) {
  const figures = shownFigures(summary, unit, words, ranges).filter(
    ({ name }) => names === undefined || names.includes(name),
  );
  // Where even time in range is withheld, it asks already.
  const isAsked =
    summary.sufficiency.timeInRanges.status !== "insufficient" &&
    figures.some(({ verdict }) => verdict.status === "insufficient");
  return (
    <section aria-label={words.t("overview.figures.title")}>
      <dl className={styles.figures}>
        {figures.map((one) => (
          <KeyFigure key={one.name} {...one} words={words} />
        ))}
      </dl>
      {isAsked ? (
        <p className={classNames(styles.question, "screen-only")}>
          <Question about="withheld" words={words} />
        </p>
      ) : null}
    </section>
  );
}

function KeyFigure({
  name,
  value,
  verdict,
  unit,
  write,
  goal,
  words,
}: ShownFigure & { readonly words: Words }) {
  const { t } = words;
  const term = t(`overview.figures.${name}.name`);
  return (
    <div className={styles.figure}>
      <dt className={styles.term}>
        {term}
        <Explain term={term} words={words}>
          <p>{t(`overview.figures.${name}.text`)}</p>
          <p>{t(`overview.figures.${name}.more`)}</p>
          <p>
            <Link href={`${PATHS.metrics}#${FIGURE_METRICS[name]}`}>{t("overview.figures.how")}</Link>
          </p>
        </Explain>
      </dt>
      <dd>
        {verdict.status === "insufficient" ? (
          <Withheld verdict={verdict} words={words} />
        ) : value === null ? (
          <p className={styles.note}>{t("overview.figures.noReadings")}</p>
        ) : (
          <>
            <p className={styles.value}>
              {write(value)} <small>{unit}</small>
            </p>
            {goal ? (
              <GoalNote {...goal} words={words} />
            ) : (
              <span className={styles.note}>{t("states.goal.none")}</span>
            )}
            {verdict.status === "caution" ? (
              <p className={styles.note}>{t("states.verdict.cautionShort")}</p>
            ) : null}
          </>
        )}
      </dd>
    </div>
  );
}
