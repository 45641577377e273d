import { useId } from "react";
import { glucoseDomain } from "@/components/charts/glucose-axis";
import { SparklineStroke } from "@/components/charts/sparkline";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import styles from "./compact-patterns.module.css";
import { CompactPatternCard } from "./pattern-card";

const SHOWN = 4;

/** The first four patterns that were found, side by side, for a page with more to say; nothing without any. */
export function CompactPatterns({
  found,
  sparklines,
  unit,
  words,
  dayHref,
}: {
  /** As `findPatterns` orders them: lows before highs before the rest. */
  readonly found: readonly Pattern[];
  readonly sparklines: readonly DaySparkline[];
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
}) {
  const strokeId = useId();
  if (found.length === 0) return null;
  const domain = glucoseDomain(sparklines.flatMap(({ lines }) => lines.flat().map(([, mgDl]) => mgDl)));
  const curves = new Map(sparklines.map((curve) => [curve.date, curve]));
  return (
    <div className={styles.cards}>
      <SparklineStroke id={strokeId} domain={domain} />
      {found.slice(0, SHOWN).map((pattern) => (
        <CompactPatternCard
          key={pattern.id}
          pattern={pattern}
          curves={curves}
          drawing={{ domain, strokeId }}
          unit={unit}
          words={words}
          dayHref={dayHref}
        />
      ))}
    </div>
  );
}
