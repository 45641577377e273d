import { BandSwatch } from "@/components/charts/band-swatch";
import { BAND_NAMES, BANDS_FROM_TOP, bandRange } from "@/components/charts/band-words";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import type { KeyFigures } from "@/lib/glucose/figures";
import { BandStack } from "./band-stack";
import { GoalNote } from "./goal-note";
import styles from "./time-in-range.module.css";
import { cautionSentence } from "./verdict-words";
import { Withheld } from "./withheld";

/** The hero: how much of the time glucose was in range, and where the rest of it was. */
export function TimeInRange({
  summary,
  unit,
  locale,
}: {
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  readonly unit: GlucoseUnit;
  readonly locale: string;
}) {
  const { bands } = summary;
  const verdict = summary.sufficiency.timeInRanges;
  const target = bands.find(({ band }) => band === "target");
  if (verdict.status === "insufficient" || !target)
    return (
      <section className={styles.report} aria-labelledby="time-in-range">
        <h2 id="time-in-range">Time in range</h2>
        {verdict.status === "insufficient" ? <Withheld verdict={verdict} locale={locale} /> : null}
      </section>
    );
  const caution = cautionSentence(verdict);
  return (
    <section className={styles.report} aria-labelledby="time-in-range">
      <div className={styles.hero}>
        <h2 id="time-in-range">Time in range</h2>
        <p className={styles.figure}>
          {bandPercent(target)}
          <span className={styles.sign}> %</span>
        </p>
        <p className={styles.range}>
          {bandRange("target", unit)} {unit}
        </p>
        {target.goal ? <GoalNote goal={target.goal} bound={`${target.goal.bound} %`} /> : null}
      </div>
      <div className={styles.stack}>
        <BandStack bands={bands} />
      </div>
      <table className={styles.bands}>
        <caption className="visually-hidden">Time in each glucose range</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Range</th>
            <th scope="col">Share of readings</th>
            <th scope="col">Time a day</th>
            <th scope="col">Goal</th>
          </tr>
        </thead>
        <tbody>
          {BANDS_FROM_TOP.map((band) => {
            const share = bands.find((one) => one.band === band);
            return share ? <BandRow key={band} share={share} unit={unit} /> : null;
          })}
        </tbody>
      </table>
      {caution ? <p className={styles.caution}>{caution}</p> : null}
    </section>
  );
}

function BandRow({ share, unit }: { readonly share: BandShare; readonly unit: GlucoseUnit }) {
  const { band, goal, minutesPerDay } = share;
  return (
    <tr>
      <th scope="row">
        <BandSwatch band={band} className={styles.swatch} />
        <span>
          {BAND_NAMES[band]}
          <small>
            {bandRange(band, unit)} {unit}
          </small>
        </span>
      </th>
      <td className={styles.percent}>
        {bandPercent(share)} <small>%</small>
      </td>
      <td className={styles.hours}>
        {formatDuration(minutesPerDay)} <small>a day</small>
      </td>
      <td className={styles.goal}>
        {goal ? (
          <GoalNote
            goal={goal}
            bound={`${goal.bound} %`}
            note={goal.includes ? `with ${BAND_NAMES[goal.includes].toLowerCase()}` : null}
          />
        ) : null}
      </td>
    </tr>
  );
}
