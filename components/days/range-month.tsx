import { shareStep } from "@/components/charts/heat-map-tones";
import { weekColumn } from "@/components/time/week";
import { bandPercent } from "@/lib/format/percent";
import type { DaySummary } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { dayLabel, isThin, sharePercent } from "./day-words";
import { Month } from "./month";
import { RangeDays } from "./range-days";

/** A month of days as squares. */
export function RangeMonth({
  days,
  facts,
  lastDate,
  words,
  dayHref,
}: {
  /** Ascending, all of one month. */
  readonly days: readonly DaySummary[];
  readonly facts?: string;
  /** The date that is not over yet. */
  readonly lastDate: LocalDate;
  readonly words: Words;
  readonly dayHref: (date: LocalDate) => string;
}) {
  const { locale } = words;
  const [first] = days;
  if (!first) return null;
  return (
    <Month date={first.date} locale={locale} {...(facts === undefined ? {} : { facts })}>
      <RangeDays
        column={weekColumn(first.date, locale)}
        days={days.map((day) => ({
          date: day.date,
          href: dayHref(day.date),
          label: dayLabel(day, { lastDate, words }),
          inRange: inRangeOf(day),
          isThin: isThin(day),
        }))}
      />
    </Month>
  );
}

/** The tone follows the number as it is written, so that the two never disagree. */
function inRangeOf({ targetShare }: DaySummary) {
  if (targetShare === null) return null;
  const share = sharePercent(targetShare);
  return { percent: bandPercent(share), step: shareStep(share.percent) };
}
