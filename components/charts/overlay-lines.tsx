"use client";

import { memo, useId } from "react";
import { useWords } from "@/components/i18n/use-words";
import { classNames } from "@/components/ui/class-names";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { glucoseAxis, hoursAxis } from "./axes";
import { BandGradient } from "./band-gradient";
import { axisMarks, bandEdges } from "./glucose-axis";
import styles from "./overlay-lines.module.css";
import { type OverlayPoints, overlayPath } from "./overlay-points";
import { overlayMargin, overlayScales } from "./overlay-scales";
import { Plot } from "./plot";
import { TargetEdges, TargetLayer } from "./target-layer";

export interface OverlayFieldProps {
  readonly width: number;
  readonly height: number;
  readonly domain: readonly [number, number];
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
}

const FEW_DAYS = 7;
const SOME_DAYS = 31;

/** The axes and the target range. Drawn once per size: pointing at a day changes nothing here. */
export const OverlayAxes = memo(({ width, height, domain, ranges, unit }: OverlayFieldProps) => {
  const { locale } = useWords();
  const marks = axisMarks(RANGE_SETS[ranges].bounds["mg/dL"]);
  return (
    <Plot
      width={width}
      height={height}
      margin={overlayMargin(width)}
      x={hoursAxis(width, locale)}
      y={glucoseAxis(domain, { unit, locale }, marks)}
      rows={[]}
      xOf={() => 0}
      series={[]}
      behind={<TargetLayer marks={marks} />}
      inFront={<TargetEdges label={null} marks={marks} />}
    />
  );
});
OverlayAxes.displayName = "OverlayAxes";

/** All days, one path each, on a layer of their own: standing back behind one day is a change of its opacity only. */
export const OverlayLines = memo(
  ({
    days,
    recede,
    ...field
  }: Omit<OverlayFieldProps, "unit"> & {
    readonly days: readonly OverlayPoints[];
    readonly recede: boolean;
  }) => {
    const { width, height } = field;
    return (
      <div className={classNames(styles.layer, styles.lines)} data-recede={recede ? "" : undefined}>
        <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing} aria-hidden="true">
          <DayPaths days={days} {...field} />
        </svg>
      </div>
    );
  },
);
OverlayLines.displayName = "OverlayLines";

const DayPaths = memo(
  ({
    days,
    width,
    height,
    domain,
    ranges,
  }: Omit<OverlayFieldProps, "unit"> & { readonly days: readonly OverlayPoints[] }) => {
    const stroke = useId();
    const scales = overlayScales({ width, height }, domain);
    const { top, bottom } = overlayMargin(width);
    const density = days.length <= FEW_DAYS ? "few" : days.length <= SOME_DAYS ? "some" : "many";
    return (
      <>
        <defs>
          <BandGradient
            id={stroke}
            top={top}
            bottom={height - bottom}
            y={scales.y}
            edges={bandEdges(RANGE_SETS[ranges].bounds["mg/dL"])}
          />
        </defs>
        <g className={styles.days} data-density={density}>
          {days.map((day) => (
            <path key={day.date} d={overlayPath(day, scales)} stroke={`url(#${stroke})`} />
          ))}
        </g>
      </>
    );
  },
);
DayPaths.displayName = "DayPaths";
