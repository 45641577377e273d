import { Question } from "@/components/help/question";
import { type HeldAgainst, rangeSetChoices } from "@/components/reports/held-against";
import { Withheld } from "@/components/reports/withheld";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Summary } from "@/lib/glucose/figures";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import { RangeSetTable } from "./range-set-table";
import styles from "./range-sets.module.css";

/** Time in the standard ranges, and beside it in those of another group of people where that is asked for. */
export function RangeSets({
  summary,
  held,
  unit,
  words,
}: {
  readonly summary: Pick<Summary, "bands" | "rangeSets" | "sufficiency">;
  readonly held: HeldAgainst;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const { ranges: chosen } = held;
  const verdict = summary.sufficiency.timeInRanges;
  const other = summary.rangeSets.find(({ set }) => set === chosen);
  return (
    <section aria-labelledby="range-sets" className={styles.sets}>
      <div className={styles.heading}>
        <h2 id="range-sets">{t("statistics.sets.title")}</h2>
        <ChoiceLinks
          label={t("statistics.sets.label")}
          choices={rangeSetChoices(held, words)}
          current={chosen}
        />
      </div>
      {verdict.status === "insufficient" ? (
        <Withheld verdict={verdict} words={words} />
      ) : (
        <div className={styles.tables}>
          <RangeSetTable
            set={RANGE_SETS.standard}
            name={t("statistics.sets.standard.name")}
            bands={summary.bands}
            unit={unit}
            words={words}
          />
          {other && chosen !== "standard" ? (
            <RangeSetTable
              set={RANGE_SETS[chosen]}
              name={t(`statistics.sets.${chosen}.name`)}
              bands={other.bands}
              unit={unit}
              words={words}
            />
          ) : null}
        </div>
      )}
      <p>
        <Question about={verdict.status === "insufficient" ? "withheld" : "goals"} words={words} />
      </p>
    </section>
  );
}
