import type { TooltipContent } from "@/components/charts/chart-tooltip";
import { formatClock, formatDate } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber } from "@/lib/format/number";
import type { BrowserWords } from "@/lib/i18n/translate";
import type { WearView } from "./wear-view";

const GAPS_MAX = 3;

/** What is said of one day: how much of it the sensor was active, by which sensors, and its longest gaps. */
export function wearTooltip(
  { days, sessions, gaps }: WearView,
  index: number,
  { t, locale }: BrowserWords,
): TooltipContent {
  const day = days[index];
  if (day === undefined) throw new Error("The cursor stands outside the days");
  const date = formatDate(day.date, { locale });
  const number = (value: number) => formatNumber(value, 0, locale);
  if (day.expected === 0)
    return {
      title: date,
      value: "—",
      unit: t("charts.devices.notAsked"),
      band: null,
      lines: [],
      notes: [],
      spoken: t("charts.devices.spokenNotAsked", { date }),
    };
  const percent = String(Math.floor(day.activePercent));
  const counts = { observed: number(day.observed), expected: number(day.expected) };
  const worn = sessions
    .filter(({ firstReadingAt, lastReadingAt }) => firstReadingAt < day.to && lastReadingAt >= day.from)
    .map(({ kind, number: n }) =>
      t(kind === "sensor" ? "charts.devices.sensor" : "charts.devices.transmitter", { number: String(n) }),
    );
  const without = gaps
    .filter(({ from, to }) => from < day.to && to > day.from)
    .toSorted((a, b) => b.minutes - a.minutes)
    .slice(0, GAPS_MAX)
    .sort((a, b) => a.from - b.from)
    .map(({ from, minutes, displayOffsetMinutes }) =>
      t("charts.devices.gap", {
        duration: formatDuration(minutes),
        time:
          from < day.from
            ? formatDate(dateBefore(days, from) ?? day.date, { locale })
            : formatClock(from, displayOffsetMinutes, { locale }),
      }),
    );
  const notes = [...worn, ...without];
  return {
    title: date,
    value: percent,
    unit: t("charts.devices.unit"),
    band: null,
    lines: [{ label: t("charts.devices.readings"), value: t("charts.devices.readingsOf", counts) }],
    notes,
    spoken: t("charts.devices.spoken", { date, percent, ...counts, notes: notes.join("; ") }),
  };
}

function dateBefore(days: WearView["days"], instant: number): WearView["days"][number]["date"] | undefined {
  return days.findLast(({ from }) => from <= instant)?.date;
}
