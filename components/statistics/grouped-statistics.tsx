import { weekdayColumns } from "@/components/time/week";
import { Link } from "@/components/ui/link";
import { formatDate, formatHour } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { GroupStatistics } from "@/lib/glucose/grouped-statistics";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { DayPages } from "./day-pages";
import { GroupTable } from "./group-table";
import type { StatisticsBy } from "./statistics-options";

export interface GroupedStatisticsProps {
  readonly by: Exclude<StatisticsBy, "figures">;
  readonly all: GroupStatistics<"all">;
  readonly byHour: readonly GroupStatistics<number>[];
  readonly byWeekday: readonly GroupStatistics<number>[];
  /** The dates of one page of the table by day, the newest first. */
  readonly shownDates: {
    readonly dates: readonly GroupStatistics<LocalDate>[];
    readonly page: number;
    readonly pages: number;
  };
  readonly pageHref: (page: number) => string;
  readonly dayHref: (date: LocalDate) => string;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The readings of the period by hour of the day, by weekday or by date. */
export function GroupedStatistics(props: GroupedStatisticsProps) {
  const { by, all, unit, words } = props;
  const { t, locale } = words;
  const table = {
    caption: t(`statistics.tables.${by}`, { unit }),
    head: t(`statistics.columns.${by}`),
    whole: all,
    unit,
    words,
  };
  switch (by) {
    case "hour":
      return (
        <GroupTable
          {...table}
          groups={props.byHour}
          nameOf={(hour) =>
            `${formatHour(hour * 60, { locale })} – ${formatHour((hour + 1) * 60, { locale })}`
          }
          showDates
        />
      );
    case "weekday": {
      const names = weekdayColumns(locale);
      return (
        <GroupTable
          {...table}
          groups={names.flatMap(({ weekday }) => props.byWeekday.filter(({ key }) => key === weekday))}
          nameOf={(weekday) => names.find((one) => one.weekday === weekday)?.long ?? ""}
          showDates
        />
      );
    }
    case "day":
      return <Days {...props} table={table} />;
  }
}

function Days({
  shownDates: { dates, page, pages },
  pageHref,
  dayHref,
  table,
}: GroupedStatisticsProps & {
  readonly table: Omit<Parameters<typeof GroupTable>[0], "groups" | "nameOf" | "showDates">;
}) {
  const { words } = table;
  const [newest, oldest] = [dates[0], dates.at(-1)];
  const isOneYear = newest?.key.slice(0, 4) === oldest?.key.slice(0, 4);
  const nameOf = (date: LocalDate) => (
    <Link href={dayHref(date)}>
      {formatDate(date, { locale: words.locale })}
      {isOneYear ? "" : ` ${date.slice(0, 4)}`}
    </Link>
  );
  return (
    <>
      {pages > 1 && newest && oldest ? (
        <DayPages
          shown={{ from: oldest.key, to: newest.key, page, pages }}
          pageHref={pageHref}
          words={words}
        />
      ) : null}
      <GroupTable {...table} groups={dates} nameOf={nameOf} showDates={false} />
    </>
  );
}
