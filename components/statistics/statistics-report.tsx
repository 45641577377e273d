import type { ReactNode } from "react";
import type { HeldAgainst } from "@/components/reports/held-against";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { cautionSentence } from "@/components/reports/verdict-words";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Summary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { CopyText } from "./copy-text";
import type { GroupRows } from "./figure-rows";
import { FigureSearch } from "./figure-search";
import { FiguresList } from "./figures-list";
import { findFigures } from "./find-figures";
import { GroupedStatistics, type GroupedStatisticsProps } from "./grouped-statistics";
import { RangeSets } from "./range-sets";
import { optionsQuery, STATISTICS_BY, type StatisticsOptions } from "./statistics-options";

export interface StatisticsReportProps
  extends Pick<GroupedStatisticsProps, "all" | "byHour" | "byWeekday" | "shownDates" | "dayHref"> {
  readonly summary: Summary;
  readonly groups: readonly GroupRows[];
  /** The whole page as plain text, for the button that copies it. */
  readonly text: string;
  readonly options: StatisticsOptions;
  readonly held: HeldAgainst;
  readonly path: string;
  /** The address with these options, the same period and the same ranges. */
  readonly hrefOf: (options: Partial<StatisticsOptions>) => string;
  /** The period and the ranges, as an address names them. */
  readonly passedOn: Readonly<Record<string, string>>;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly state?: ReactNode;
  /** A way to take the readings away; left out where there is none. */
  readonly download?: ReactNode;
}

/** Every figure with its exact meaning, or the readings by hour, weekday and day. */
export function StatisticsReport(props: StatisticsReportProps) {
  const { summary, options, hrefOf, words, state, download } = props;
  const { t } = words;
  const { from, to, days } = summary.period;
  const isEmpty = summary.coverage.observed === 0;
  return (
    <ReportBody>
      <ReportHeader
        title={t("statistics.title")}
        facts={`${formatDateRange(from, to, words)} · ${t("overview.days", { count: days })}`}
      >
        {isEmpty ? null : <CopyText text={props.text} />}
      </ReportHeader>
      {state}
      {isEmpty ? null : (
        <>
          {download}
          <ChoiceLinks
            label={t("statistics.by.label")}
            choices={STATISTICS_BY.map((by) => ({
              id: by,
              label: t(`statistics.by.${by}`),
              href: hrefOf({ by, page: 1 }),
            }))}
            current={options.by}
          />
          {options.by === "figures" ? (
            <Figures {...props} />
          ) : (
            <GroupedStatistics {...props} by={options.by} pageHref={(page) => hrefOf({ by: "day", page })} />
          )}
        </>
      )}
    </ReportBody>
  );
}

function Figures({
  summary,
  groups,
  options,
  held,
  path,
  hrefOf,
  passedOn,
  unit,
  words,
}: StatisticsReportProps) {
  const { find } = options;
  const found = findFigures(groups, find);
  // The same days and the same wear stand behind every figure, so the doubt is the same for all.
  const caution = cautionSentence(summary.sufficiency.timeInRanges, words);
  return (
    <>
      {find === "" ? <RangeSets summary={summary} held={held} unit={unit} words={words} /> : null}
      <FigureSearch
        path={path}
        find={find}
        kept={{ ...passedOn, ...optionsQuery({ ...options, find: "" }) }}
        allHref={hrefOf({ find: "" })}
        words={words}
      />
      {caution === null ? null : <p className="muted">{caution}</p>}
      {found.length === 0 ? <p>{words.t("statistics.nothing", { find })}</p> : null}
      <FiguresList groups={found} words={words} />
    </>
  );
}
