import { useId } from "react";
import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName } from "@/components/charts/band-words";
import { BandStack } from "@/components/reports/band-stack";
import { GoalNote } from "@/components/reports/goal-note";
import { bandGoal, type WrittenGoal } from "@/components/reports/written-goal";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import type { RangeSet } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import styles from "./range-set-table.module.css";
import { setRange } from "./set-range";

/** The readings against one set of ranges: bands from top to bottom with their values, shares and goals. */
export function RangeSetTable({
  set,
  name,
  bands,
  unit,
  words,
}: {
  readonly set: RangeSet;
  readonly name: string;
  readonly bands: readonly BandShare[];
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const id = useId();
  const { t } = words;
  return (
    <div className={styles.set}>
      <h3 id={id}>{name}</h3>
      <div className={styles.stack}>
        <BandStack bands={bands} />
      </div>
      <table className={styles.table} aria-labelledby={id}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t("overview.range.range")}</th>
            <th scope="col">{t("overview.range.share")}</th>
            <th scope="col">{t("overview.range.goal")}</th>
          </tr>
        </thead>
        <tbody>
          {BANDS_FROM_TOP.flatMap((band) => bands.filter((one) => one.band === band)).map((share) => (
            <tr key={share.band}>
              <th scope="row">
                <div className={styles.band}>
                  <BandSwatch band={share.band} className={styles.swatch} />
                  <span>
                    {bandName(share.band, words)}
                    <small>
                      {setRange(share.band, set, unit, words)} {unit}
                    </small>
                  </span>
                </div>
              </th>
              <td className={styles.percent}>
                {bandPercent(share)} <small>%</small>
              </td>
              <td>
                <BandGoal goal={bandGoal(share, bands, words)} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {set.citation === null ? null : <p className={styles.source}>{set.citation}</p>}
    </div>
  );
}

function BandGoal({ goal, words }: { readonly goal: WrittenGoal | null; readonly words: Words }) {
  return goal === null ? (
    <span className={styles.none}>{words.t("states.goal.none")}</span>
  ) : (
    <GoalNote {...goal} words={words} />
  );
}
