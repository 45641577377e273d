import map from "@/components/charts/heat-map.module.css";
import { glucoseTone, shareStep, TONE_SIGNS } from "@/components/charts/heat-map-tones";
import { sharePercent } from "@/components/days/day-words";
import type { WeekdayColumn } from "@/components/time/week";
import { classNames } from "@/components/ui/class-names";
import { formatGlucose } from "@/lib/format/glucose";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { WeekdayHour } from "@/lib/glucose/weekday-hours";
import type { Words } from "@/lib/i18n/translate";
import styles from "./hour-cell.module.css";
import { cellLabel, type HourValue, isOfFewDates } from "./hour-words";

interface HourCellProps {
  readonly cell: WeekdayHour;
  readonly column: WeekdayColumn;
  readonly value: HourValue;
  /** Those of the cell. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  /** Where the Tab key enters the grid. */
  readonly isStop: boolean;
}

interface Look {
  readonly text: string;
  readonly sign: string;
  readonly tone: string | undefined;
}

function lookOf({
  cell: { mean, targetShare },
  value,
  ranges,
  unit,
  words: { locale },
}: HourCellProps): Look {
  if (mean === null || targetShare === null) return { text: "–", sign: "", tone: map.none };
  if (value === "range") {
    const share = sharePercent(targetShare);
    return { text: bandPercent(share), sign: "", tone: map[`share${shareStep(share.percent)}`] };
  }
  const tone = glucoseTone(mean, RANGE_SETS[ranges].bounds["mg/dL"]);
  return { text: formatGlucose(mean, unit, locale), sign: TONE_SIGNS[tone], tone: map[tone] };
}

/** One hour of one weekday: its number on its tone, a sign beyond the range, hatched where few dates are behind it. */
export function HourCell(props: HourCellProps) {
  const { cell, column, isStop, ...writing } = props;
  const { text, sign, tone } = lookOf(props);
  return (
    <td
      data-cell=""
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a cell of a grid takes the focus
      tabIndex={isStop ? 0 : -1}
      className={classNames(map.cell, styles.cell, tone, isOfFewDates(cell) && map.hatched)}
    >
      <span className="visually-hidden" data-name="">
        {cellLabel(cell, column, writing)}
      </span>
      <span aria-hidden="true">
        <span className={styles.value}>
          {text}
          <span className={styles.sign}>{sign}</span>
        </span>
        {cell.dates === 0 ? null : <span className={styles.dates}>{cell.dates}×</span>}
      </span>
    </td>
  );
}
