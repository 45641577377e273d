import { GoalNote } from "@/components/reports/goal-note";
import { withheldReason } from "@/components/reports/verdict-words";
import { activeGoal, bandGoal, figureGoal, type WrittenGoal } from "@/components/reports/written-goal";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatBandPercent, oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { FIGURE_GOALS, meetsGoal } from "@/lib/glucose/ranges";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import type { Preview } from "@/lib/worklist/preview";
import type { ListedFigures } from "@/lib/worklist/row";
import styles from "./preview-figures.module.css";
import { signed } from "./preview-words";

interface Shown {
  readonly term: string;
  /** Null while withheld. */
  readonly value: string | null;
  readonly verdict: Verdict;
  readonly goal: WrittenGoal | null;
  readonly more?: string | null;
}

const SUFFICIENT: Verdict = { status: "sufficient" };

/** The six figures that a visit begins with, each with its goal where the patient's targets have one. */
export function PreviewFigures({
  preview,
  figures,
  unit,
  words,
}: {
  readonly preview: Pick<Preview, "targets" | "change">;
  readonly figures: ListedFigures;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  return (
    <dl className={styles.figures}>
      {shownOf(preview, figures, { unit, words }).map(({ term, value, verdict, goal, more = null }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <span className={styles.value}>{value ?? "—"}</span>
            {value === null && verdict.status === "insufficient" ? (
              <small>{withheldReason(verdict, words)}</small>
            ) : null}
            {value !== null && goal !== null ? (
              <small>
                <GoalNote {...goal} words={words} />
              </small>
            ) : null}
            {more === null ? null : <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Writing {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

function shownOf(
  { targets, change }: Pick<Preview, "targets" | "change">,
  figures: ListedFigures,
  { unit, words }: Writing,
): Shown[] {
  const { t, locale } = words;
  const { bands, mean, gmi, cv, activePercent, episodes, verdicts } = figures;
  const target = bands?.find(({ band }) => band === "target") ?? null;
  // The goals of these three are those of most adults; for others nobody has published any.
  const goals = targets === "standard" ? goalsOf(figures, { unit, words }) : null;
  const percent = (value: number) => `${oneDecimal(value, locale)} %`;
  return [
    {
      term: t("worklistPreview.figures.inRange"),
      value: target === null ? null : formatBandPercent(target),
      verdict: verdicts.timeInRanges,
      goal: target === null || bands === null ? null : bandGoal(target, bands, words),
      more: change === null ? null : t("worklistPreview.figures.change", { points: signed(change, locale) }),
    },
    {
      term: t("worklistPreview.figures.mean"),
      value: mean === null ? null : formatGlucoseWithUnit(mean, unit, locale),
      verdict: verdicts.mean,
      goal: goals?.mean ?? null,
    },
    {
      term: t("worklistPreview.figures.gmi"),
      value: gmi === null ? null : percent(gmi),
      verdict: verdicts.gmi,
      goal: goals?.gmi ?? null,
    },
    {
      term: t("worklistPreview.figures.cv"),
      value: cv === null ? null : percent(cv),
      verdict: verdicts.cv,
      goal: goals?.cv ?? null,
    },
    {
      term: t("worklistPreview.figures.worn"),
      // Never rounded up to what is needed.
      value: activePercent === null ? null : `${Math.floor(activePercent)} %`,
      verdict: SUFFICIENT,
      goal: activePercent === null ? null : activeGoal(activePercent),
    },
    {
      term: t("worklistPreview.figures.episodes"),
      value: episodes === null ? null : String(episodes.low),
      verdict: verdicts.episodes,
      goal: null,
      more:
        episodes === null || episodes.low === 0
          ? null
          : t("worklistPreview.figures.veryLow", { count: episodes.veryLow }),
    },
  ];
}

function goalsOf(
  { mean, gmi, cv }: ListedFigures,
  { unit, words: { locale } }: Writing,
): Readonly<Record<"mean" | "gmi" | "cv", WrittenGoal>> {
  const goalOf = (figure: "mean" | "gmi" | "cv", value: number | null) => ({
    ...FIGURE_GOALS[figure],
    met: value === null ? null : meetsGoal(value, FIGURE_GOALS[figure]),
  });
  const summary = {
    mean,
    gmi,
    cv,
    goals: { mean: goalOf("mean", mean), gmi: goalOf("gmi", gmi), cv: goalOf("cv", cv) },
  };
  const written = (figure: "mean" | "gmi" | "cv") => figureGoal(figure, summary, { unit, locale });
  return { mean: written("mean"), gmi: written("gmi"), cv: written("cv") };
}
