import { BandSwatch } from "@/components/charts/band-swatch";
import { BANDS_FROM_TOP, bandName, bandRange } from "@/components/charts/band-words";
import { GoalNote } from "@/components/reports/goal-note";
import { countedWith } from "@/components/reports/written-goal";
import { GLUCOSE_UNITS } from "@/lib/format/unit";
import type { Band } from "@/lib/glucose/bands";
import { BAND_GOALS } from "@/lib/glucose/ranges";
import type { Words } from "@/lib/i18n/translate";
import styles from "./bands-table.module.css";

/** The five ranges with their bounds in both units and the common goal of each. */
export function BandsTable({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <table className={styles.bands}>
      <caption>{t("help.figures.bands")}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("overview.range.range")}</th>
          {GLUCOSE_UNITS.map((unit) => (
            <th key={unit} scope="col">
              {unit}
            </th>
          ))}
          <th scope="col">{t("overview.range.goal")}</th>
        </tr>
      </thead>
      <tbody>
        {BANDS_FROM_TOP.map((band) => (
          <tr key={band}>
            <th scope="row">
              <BandSwatch band={band} className={styles.swatch} />
              {bandName(band, words)}
            </th>
            {GLUCOSE_UNITS.map((unit) => (
              <td key={unit} className={styles.range}>
                {bandRange(band, unit, words)} <small>{unit}</small>
              </td>
            ))}
            <td className={styles.goal}>
              <BandGoalNote band={band} words={words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BandGoalNote({ band, words }: { readonly band: Band; readonly words: Words }) {
  const { includes, ...goal } = BAND_GOALS[band];
  return (
    <GoalNote
      goal={{ ...goal, met: null }}
      bound={`${goal.bound} %`}
      note={countedWith(includes, words)}
      exact={null}
      words={words}
    />
  );
}
