import { strong } from "@/components/i18n/tags";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { KeyFigures } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./plain-summary.module.css";
import { goalClause, restClause } from "./summary-clauses";

/** One or two sentences from fixed rules: facts first, no causes, no judgement. Nothing when bands are withheld. */
export function PlainSummary({
  summary: { bands, sufficiency },
  unit,
  words,
}: {
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const target = bands.find(({ band }) => band === "target");
  if (sufficiency.timeInRanges.status === "insufficient" || !target) return null;
  return (
    <p className={styles.sentence}>
      {words.t.rich("overview.summary.inRange", {
        time: formatDuration(target.minutesPerDay),
        percent: bandPercent(target),
        strong,
      })}
      {goalClause(target, words)} {restClause(bands, unit, words)}
    </p>
  );
}
