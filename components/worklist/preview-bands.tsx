import { useId } from "react";
import { BandPatterns } from "@/components/charts/band-patterns";
import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName } from "@/components/charts/band-words";
import { GoalNote } from "@/components/reports/goal-note";
import { cautionSentence } from "@/components/reports/verdict-words";
import { Withheld } from "@/components/reports/withheld";
import { bandGoal } from "@/components/reports/written-goal";
import { setRange } from "@/components/statistics/set-range";
import { formatBandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { Preview } from "@/lib/worklist/preview";
import type { ListedFigures } from "@/lib/worklist/row";
import { BandBar } from "./band-bar";
import styles from "./preview-bands.module.css";

/** The bands of the patient's own targets: a bar, and the same in words with the glucose values of each and its goal. */
export function PreviewBands({
  figures: { bands, verdicts },
  targets,
  unit,
  words,
}: {
  readonly figures: ListedFigures;
  readonly targets: Preview["targets"];
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const patterns = useId();
  const { timeInRanges } = verdicts;
  if (bands === null)
    return timeInRanges.status === "insufficient" ? (
      <div>
        <Withheld verdict={timeInRanges} words={words} />
      </div>
    ) : null;
  const caution = cautionSentence(timeInRanges, words);
  return (
    <div className={styles.bands}>
      <svg className={styles.patterns} aria-hidden="true">
        <defs>
          <BandPatterns prefix={patterns} />
        </defs>
      </svg>
      <BandBar bands={bands} patternPrefix={patterns} className={styles.bar} />
      <table className={styles.table}>
        <caption className="visually-hidden">{t("worklistPreview.ranges.title")}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("worklistPreview.ranges.range")}</th>
            <th scope="col">{t("worklistPreview.ranges.share")}</th>
            <th scope="col">{t("worklistPreview.ranges.goal")}</th>
          </tr>
        </thead>
        <tbody>
          {BANDS_FROM_TOP.flatMap((band) => bands.filter((one) => one.band === band)).map((share) => {
            const goal = bandGoal(share, bands, words);
            return (
              <tr key={share.band}>
                <th scope="row">
                  <BandSwatch band={share.band} className={styles.swatch} />
                  <span>
                    {bandName(share.band, words)}{" "}
                    <small>
                      {setRange(share.band, RANGE_SETS[targets], unit, words)} {unit}
                    </small>
                  </span>
                </th>
                <td className={styles.percent}>{formatBandPercent(share)}</td>
                <td className={styles.goal}>{goal ? <GoalNote {...goal} words={words} /> : null}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {caution === null ? null : <p className={styles.caution}>{caution}</p>}
    </div>
  );
}
