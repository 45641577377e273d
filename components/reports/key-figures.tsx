import { Explain } from "@/components/ui/explain";
import { formatGlucose } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Figure, Goal, Summary } from "@/lib/glucose/figures";
import { MEAN_GOAL } from "@/lib/glucose/ranges";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import { FIGURE_DEFINITIONS, type FigureName } from "./figure-definitions";
import { GoalNote } from "./goal-note";
import styles from "./key-figures.module.css";
import { Withheld } from "./withheld";

interface Shown {
  readonly name: FigureName;
  readonly figure: Figure;
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly goal: { readonly goal: Goal; readonly bound: string } | null;
}

function shownFigures(summary: Summary, unit: GlucoseUnit, locale: string): Shown[] {
  const glucose = (mgDl: number) => formatGlucose(mgDl, unit, locale);
  const decimal = (value: number) => oneDecimal(value, locale);
  const { mean, gmi, cv, sd, coverage } = summary;
  const active: Goal = {
    comparison: ">=",
    bound: REPRESENTATIVE_ACTIVE_PERCENT_MIN,
    met: coverage.activePercent >= REPRESENTATIVE_ACTIVE_PERCENT_MIN,
  };
  return [
    {
      name: "mean",
      figure: mean,
      unit,
      write: glucose,
      goal: {
        goal: mean.goal,
        bound: `${formatNumber(MEAN_GOAL[unit], unit === "mmol/L" ? 1 : 0, locale)} ${unit}`,
      },
    },
    {
      name: "gmi",
      figure: gmi,
      unit: "%",
      write: decimal,
      goal: { goal: gmi.goal, bound: `${decimal(gmi.goal.bound)} %` },
    },
    {
      name: "cv",
      figure: cv,
      unit: "%",
      write: decimal,
      goal: { goal: cv.goal, bound: `${cv.goal.bound} %` },
    },
    { name: "sd", figure: sd, unit, write: glucose, goal: null },
    {
      name: "active",
      figure: { value: coverage.activePercent, verdict: { status: "sufficient" } },
      unit: "%",
      write: (value) => String(Math.floor(value)),
      goal: { goal: active, bound: `${active.bound} %` },
    },
  ];
}

/** Average, GMI, CV, SD and wear: value, unit, goal, and what it is, opened in place. */
export function KeyFigures({
  summary,
  unit,
  locale,
}: {
  readonly summary: Summary;
  readonly unit: GlucoseUnit;
  readonly locale: string;
}) {
  return (
    <section aria-label="Key figures">
      <dl className={styles.figures}>
        {shownFigures(summary, unit, locale).map((one) => (
          <KeyFigure key={one.name} {...one} locale={locale} />
        ))}
      </dl>
    </section>
  );
}

function KeyFigure({ name, figure, unit, write, goal, locale }: Shown & { readonly locale: string }) {
  const { name: term, text } = FIGURE_DEFINITIONS[name];
  const { value, verdict } = figure;
  return (
    <div className={styles.figure}>
      <dt className={styles.term}>
        {term}
        <Explain term={term}>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Explain>
      </dt>
      <dd>
        {verdict.status === "insufficient" || value === null ? (
          <WithheldOrEmpty verdict={verdict} locale={locale} />
        ) : (
          <>
            <p className={styles.value}>
              {write(value)} <small>{unit}</small>
            </p>
            {goal ? <GoalNote {...goal} /> : <span className={styles.note}>No common goal</span>}
            {verdict.status === "caution" ? <p className={styles.note}>May not be representative</p> : null}
          </>
        )}
      </dd>
    </div>
  );
}

function WithheldOrEmpty({
  verdict,
  locale,
}: {
  readonly verdict: Figure["verdict"];
  readonly locale: string;
}) {
  return verdict.status === "insufficient" ? (
    <Withheld verdict={verdict} locale={locale} />
  ) : (
    <p className={styles.note}>No readings in these days</p>
  );
}
