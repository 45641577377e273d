import { strong } from "@/components/i18n/tags";
import { setRange } from "@/components/statistics/set-range";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { KeyFigures } from "@/lib/glucose/figures";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./plain-summary.module.css";
import { goalClause, restClause } from "./summary-clauses";

/** One or two sentences from fixed rules: facts first, no causes, no judgement. Nothing when bands are withheld. */
export function PlainSummary({
  summary: { bands, sufficiency },
  ranges,
  unit,
  words,
}: {
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  /** Those of the bands. Others than the standard ones are named. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const target = bands.find(({ band }) => band === "target");
  if (sufficiency.timeInRanges.status === "insufficient" || !target) return null;
  const { t } = words;
  const set = RANGE_SETS[ranges];
  const time = formatDuration(target.minutesPerDay);
  const percent = bandPercent(target);
  return (
    <p className={styles.sentence}>
      {ranges === "standard"
        ? t.rich("overview.summary.inRange", { time, percent, strong })
        : t.rich("overview.summary.inRangeOf", {
            range: `${setRange("target", set, unit, words)} ${unit}`,
            time,
            percent,
            strong,
          })}
      {goalClause(target, words)} {restClause(bands, unit, words, set)}
    </p>
  );
}
