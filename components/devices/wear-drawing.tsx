"use client";

import { ChartSurface } from "@/components/charts/chart-surface";
import { useWords } from "@/components/i18n/use-words";
import { DateLabels } from "./wear-dates";
import styles from "./wear-drawing.module.css";
import { instantScale, MARGIN, STRIPS } from "./wear-layout";
import { Days, Gaps, Sensors, StripName } from "./wear-strips";
import { wearTooltip } from "./wear-tooltip";
import type { WearView } from "./wear-view";

/** Three strips over one axis of time: the sensors, the share of readings of each day, the gaps. */
export function WearDrawing(props: WearView) {
  const words = useWords();
  const { t } = words;
  const { days } = props;
  return (
    <ChartSurface
      label={t("charts.devices.label")}
      page={7}
      marginFor={() => MARGIN}
      cursorAt={({ width }) => {
        const place = instantScale(props, width);
        return {
          positions: days.map(({ from, to }) => place((from + to) / 2)),
          content: (index) => wearTooltip(props, index, words),
        };
      }}
    >
      {({ width, height }, active) => {
        const place = instantScale(props, width);
        const at = active === null ? undefined : days[active];
        return (
          <svg width={width} height={height} aria-hidden="true" className={styles.drawing}>
            <StripName
              y={STRIPS.sensors.label}
              name={t(
                props.sessions.some(({ kind }) => kind !== "sensor")
                  ? "charts.devices.transmitters"
                  : "charts.devices.sensors",
              )}
            />
            <Sensors sessions={props.sessions} place={place} />
            <StripName y={STRIPS.days.label} name={t("charts.devices.active")} />
            <Days days={days} place={place} right={width - MARGIN.right} />
            <StripName y={STRIPS.gaps.label} name={t("charts.devices.gaps")} />
            <Gaps gaps={props.gaps} place={place} right={width - MARGIN.right} />
            <DateLabels days={days} place={place} width={width} locale={words.locale} />
            {at ? (
              <rect
                x={place(at.from)}
                width={Math.max(1, place(at.to) - place(at.from))}
                y={STRIPS.sensors.top - 2}
                height={STRIPS.gaps.top + STRIPS.gaps.height - STRIPS.sensors.top + 4}
                className={styles.cursor}
              />
            ) : null}
          </svg>
        );
      }}
    </ChartSurface>
  );
}
