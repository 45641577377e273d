import { type ReactNode, useId } from "react";
import { BandPatterns } from "@/components/charts/band-patterns";
import { BandSwatch } from "@/components/charts/band-swatch";
import { bandName } from "@/components/charts/band-words";
import type { GlucoseUnit } from "@/lib/format/unit";
import { BANDS } from "@/lib/glucose/bands";
import type { GroupStatistics } from "@/lib/glucose/grouped-statistics";
import type { Words } from "@/lib/i18n/translate";
import { GroupRow } from "./group-row";
import styles from "./group-table.module.css";

/** The same figures for each hour, weekday or day, and under them for the whole period. */
export function GroupTable<Key extends string | number>({
  caption,
  head,
  groups,
  whole,
  nameOf,
  showDates,
  unit,
  words,
}: {
  readonly caption: string;
  readonly head: string;
  readonly groups: readonly GroupStatistics<Key>[];
  readonly whole: GroupStatistics<string>;
  readonly nameOf: (key: Key) => ReactNode;
  /** Over how many days a row goes; left out where each row is one day. */
  readonly showDates: boolean;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const patterns = useId();
  const row = { showDates, unit, words, patternPrefix: patterns };
  const columns = [
    t("statistics.columns.readings"),
    ...(showDates ? [t("statistics.columns.dates")] : []),
    t("statistics.columns.active"),
    t("statistics.columns.mean"),
    t("statistics.columns.sd"),
    t("statistics.columns.cv"),
    t("statistics.columns.lowest"),
    t("statistics.columns.highest"),
  ];
  return (
    // A wide table scrolls inside itself, and the keyboard can reach it to do so.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <svg className={styles.patterns} aria-hidden="true">
        <defs>
          <BandPatterns prefix={patterns} />
        </defs>
      </svg>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {BANDS.map((band, index) => (
              <th key={band} scope="col" className={index === 0 ? styles.first : undefined}>
                <BandSwatch band={band} className={styles.swatch} />
                {bandName(band, words)}
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.key} {...row} group={group} name={nameOf(group.key)} />
          ))}
        </tbody>
        <tfoot>
          <GroupRow {...row} group={whole} name={t("statistics.whole")} />
        </tfoot>
      </table>
    </div>
  );
}
