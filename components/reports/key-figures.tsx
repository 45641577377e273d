import { Explain } from "@/components/ui/explain";
import { Link } from "@/components/ui/link";
import { formatGlucose } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Goal } from "@/lib/glucose/bands";
import type { KeyFigures as PeriodFigures } from "@/lib/glucose/figures";
import { MEAN_GOAL } from "@/lib/glucose/ranges";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Verdict } from "@/lib/glucose/verdict";
import { PATHS } from "@/lib/routes";
import { FIGURE_DEFINITIONS, type FigureName } from "./figure-definitions";
import { GoalNote } from "./goal-note";
import styles from "./key-figures.module.css";
import { Withheld } from "./withheld";

interface Shown {
  readonly name: FigureName;
  readonly value: number | null;
  readonly verdict: Verdict;
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly goal: { readonly goal: Goal; readonly bound: string } | null;
}

function shownFigures(summary: PeriodFigures, unit: GlucoseUnit, locale: string): Shown[] {
  const glucose = (mgDl: number) => formatGlucose(mgDl, unit, locale);
  const decimal = (value: number) => oneDecimal(value, locale);
  const { mean, gmi, cv, sd, coverage, goals, sufficiency } = summary;
  const active: Goal = {
    comparison: ">=",
    bound: REPRESENTATIVE_ACTIVE_PERCENT_MIN,
    met: coverage.activePercent >= REPRESENTATIVE_ACTIVE_PERCENT_MIN,
  };
  return [
    {
      name: "mean",
      value: mean,
      verdict: sufficiency.mean,
      unit,
      write: glucose,
      goal: {
        goal: goals.mean,
        bound: `${formatNumber(MEAN_GOAL[unit], unit === "mmol/L" ? 1 : 0, locale)} ${unit}`,
      },
    },
    {
      name: "gmi",
      value: gmi,
      verdict: sufficiency.gmi,
      unit: "%",
      write: decimal,
      goal: { goal: goals.gmi, bound: `${decimal(goals.gmi.bound)} %` },
    },
    {
      name: "cv",
      value: cv,
      verdict: sufficiency.cv,
      unit: "%",
      write: decimal,
      goal: { goal: goals.cv, bound: `${goals.cv.bound} %` },
    },
    { name: "sd", value: sd, verdict: sufficiency.sd, unit, write: glucose, goal: null },
    {
      name: "active",
      value: coverage.activePercent,
      verdict: { status: "sufficient" },
      unit: "%",
      write: (percent) => String(Math.floor(percent)),
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
  readonly summary: PeriodFigures;
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

function KeyFigure({ name, value, verdict, unit, write, goal, locale }: Shown & { readonly locale: string }) {
  const { name: term, metric, text } = FIGURE_DEFINITIONS[name];
  return (
    <div className={styles.figure}>
      <dt className={styles.term}>
        {term}
        <Explain term={term}>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <Link href={`${PATHS.metrics}#${metric}`}>How it is computed</Link>
          </p>
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

function WithheldOrEmpty({ verdict, locale }: { readonly verdict: Verdict; readonly locale: string }) {
  return verdict.status === "insufficient" ? (
    <Withheld verdict={verdict} locale={locale} />
  ) : (
    <p className={styles.note}>No readings in these days</p>
  );
}
