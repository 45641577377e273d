import type { ReactNode } from "react";
import { extremeReading } from "@/components/figures/figure-writing";
import { formatGlucose } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { BANDS } from "@/lib/glucose/bands";
import type { GroupStatistics } from "@/lib/glucose/grouped-statistics";
import { wholePercents } from "@/lib/glucose/percent";
import type { Words } from "@/lib/i18n/translate";
import { BandBar } from "./band-bar";
import styles from "./group-table.module.css";

/** One hour, weekday or day; a dash where it has no readings. The five percentages total 100. */
export function GroupRow({
  group,
  name,
  showDates,
  patternPrefix,
  unit,
  words,
}: {
  readonly group: GroupStatistics<string | number>;
  readonly name: ReactNode;
  readonly showDates: boolean;
  readonly patternPrefix: string;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { locale } = words;
  const glucose = (value: number | null) => (value === null ? "—" : formatGlucose(value, unit, locale));
  const number = (value: number | null, decimals: number) =>
    value === null ? "—" : formatNumber(value, decimals, locale);
  const extreme = (value: number | null) => (value === null ? "—" : extremeReading(value, unit, words));
  const shares = wholePercents(BANDS.map((band) => group.bands[band]));
  const isEmpty = group.readings === 0;
  return (
    <tr data-empty={isEmpty || undefined}>
      <th scope="row">{name}</th>
      <td>{number(group.readings, 0)}</td>
      {showDates ? <td>{number(group.dates, 0)}</td> : null}
      {/* What is there is never rounded up to what is needed. */}
      <td>{number(Math.floor(group.activePercent), 0)}</td>
      <td className={styles.mean}>{glucose(group.mean)}</td>
      <td>{glucose(group.sd)}</td>
      <td>{number(group.cv, 1)}</td>
      <td>{extreme(group.lowest)}</td>
      <td>{extreme(group.highest)}</td>
      {BANDS.map((band, index) => (
        <td key={band} className={index === 0 ? styles.first : undefined}>
          {isEmpty ? "—" : bandPercent(shares[index] ?? { percent: 0, underOne: false })}
        </td>
      ))}
      <td aria-hidden="true">
        {isEmpty ? null : (
          <BandBar counts={group.bands} patternPrefix={patternPrefix} className={styles.bar} />
        )}
      </td>
    </tr>
  );
}
