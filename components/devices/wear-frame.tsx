import { ChartFrame } from "@/components/charts/chart-frame";
import { formatDate } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { WearCount, WearGap, WornDay } from "@/lib/glucose/wear";
import type { Words } from "@/lib/i18n/translate";
import { gapMinutes } from "./gap-minutes";
import { WearChart } from "./wear-chart";
import { type NumberedSession, wearView } from "./wear-view";

/** Sensors, wear by day and gaps over the period, with each day's numbers as a table. */
export function WearFrame({
  wear,
  days,
  sessions,
  gaps,
  cadenceMinutes,
  words,
}: {
  readonly wear: WearCount;
  readonly days: readonly WornDay[];
  readonly sessions: readonly NumberedSession[];
  readonly gaps: readonly WearGap[];
  readonly cadenceMinutes: number;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const number = (value: number) => formatNumber(value, 0, locale);
  const isTold = sessions.every(({ kind }) => kind === "sensor");
  return (
    <ChartFrame
      title={t("devices.wear.title")}
      unit={t("devices.wear.unit")}
      note={t(isTold ? "devices.wear.note" : "devices.wear.noteTransmitters")}
      size="wear"
      summary={t("devices.wear.summary", {
        percent: String(Math.floor(wear.activePercent)),
        days: number(wear.daysWithReadings),
        all: number(wear.days),
        gaps: gaps.length,
        minutes: gapMinutes(cadenceMinutes, locale),
      })}
      table={{
        columns: [
          t("devices.wear.columns.day"),
          t("devices.wear.columns.active"),
          t("devices.wear.columns.readings"),
          t("devices.wear.columns.expected"),
          t("devices.wear.columns.hours"),
        ],
        rows: days
          .toReversed()
          .map(({ date, activePercent, observed, expected, hours }) => [
            formatDate(date, { locale }),
            expected === 0 ? t("devices.wear.notAsked") : `${Math.floor(activePercent)} %`,
            number(observed),
            number(expected),
            formatNumber(hours, 1, locale),
          ]),
      }}
      words={words}
    >
      <WearChart {...wearView({ days, sessions, gaps })} />
    </ChartFrame>
  );
}
