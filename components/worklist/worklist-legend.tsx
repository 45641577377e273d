import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { boundsInMgDl, RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./worklist.module.css";

/** What the flags mean, with the bounds in the reader's unit. */
export function WorklistLegend({ unit, words }: { readonly unit: GlucoseUnit; readonly words: Words }) {
  const { low2, low1, high1, high2 } = boundsInMgDl(unit, RANGE_SETS.standard);
  const write = (mgDl: number) => formatGlucose(mgDl, unit, words.locale);
  return (
    <p className={styles.legend}>
      {words.t("worklist.legend", {
        veryLow: write(low2),
        low: write(low1),
        high: write(high1),
        veryHigh: write(high2),
        unit,
      })}
    </p>
  );
}
