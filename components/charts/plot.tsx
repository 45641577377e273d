"use client";

import type { ReactNode } from "react";
import {
  Area,
  ComposedChart,
  Line,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { classNames } from "@/components/ui/class-names";
import styles from "./plot.module.css";

/** The only file that imports recharts. It owns axes and ordinary lines and areas; layers draw on the same scales. */

export interface AxisTick {
  readonly value: number;
  readonly label: string;
}

export interface PlotAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly AxisTick[];
}

interface SeriesBase<Row> {
  readonly key: string;
  readonly className: string;
  readonly curve: "linear" | "monotone";
  readonly value: (row: Row) => unknown;
}

/** A line through numbers; null breaks it. */
export interface LineSeries<Row> extends SeriesBase<Row> {
  readonly kind: "line";
  readonly value: (row: Row) => number | null;
  readonly width: number;
  /** SVG paint for lines whose colour changes; otherwise the class decides. */
  readonly stroke?: string;
}

/** A filled area between two numbers; null breaks it. */
export interface AreaSeries<Row> extends SeriesBase<Row> {
  readonly kind: "area";
  readonly value: (row: Row) => [number, number] | null;
}

export interface PlotMargin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PlotProps<Row> {
  readonly width: number;
  readonly height: number;
  readonly margin: PlotMargin;
  /** Room between the drawing and the labels of its x axis, for a lane. */
  readonly xTickOffset?: number;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly rows: readonly Row[];
  readonly xOf: (row: Row) => number;
  readonly series: readonly (LineSeries<Row> | AreaSeries<Row>)[];
  /** Drawn under the series, then over them. */
  readonly behind?: ReactNode;
  readonly inFront?: ReactNode;
}

interface PlotScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Layers ask for the scales that the axes use; null until the axes are laid out. */
export function usePlotScales(): PlotScales | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  if (!x || !y || !area) return null;
  return {
    x: (value) => x(value) ?? Number.NaN,
    y: (value) => y(value) ?? Number.NaN,
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
  };
}

/** recharts sits above its own data layers up to 1,000; what is in front of everything starts there. */
const IN_FRONT = 1_200;

export function Plot<Row>(props: PlotProps<Row>) {
  const { x, y, margin, xOf, series, rows, xTickOffset = 0 } = props;
  return (
    <ComposedChart
      width={props.width}
      height={props.height}
      margin={{ ...margin }}
      data={[...rows]}
      accessibilityLayer={false}
      className={classNames(styles.plot)}
    >
      {props.behind}
      <XAxis
        type="number"
        dataKey={xOf}
        domain={[...x.domain]}
        allowDataOverflow
        height={0}
        axisLine={false}
        tick={false}
      />
      <YAxis type="number" domain={[...y.domain]} allowDataOverflow width={0} axisLine={false} tick={false} />
      {series.map((one) =>
        one.kind === "area" ? (
          <Area
            key={one.key}
            type={one.curve}
            dataKey={one.value}
            className={one.className}
            stroke="none"
            fill="currentColor"
            fillOpacity={1}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        ) : (
          <Line
            key={one.key}
            type={one.curve}
            dataKey={one.value}
            className={one.className}
            stroke={one.stroke ?? "currentColor"}
            strokeWidth={one.width}
            strokeLinecap="round"
            strokeLinejoin="round"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
        ),
      )}
      <ZIndexLayer zIndex={IN_FRONT}>
        <AxisLabels x={x} y={y} xOffset={xTickOffset} />
        {props.inFront}
      </ZIndexLayer>
    </ComposedChart>
  );
}

/** Our own labels on recharts' scales: measured text would move with the font, and every tick given is drawn. */
function AxisLabels({
  x,
  y,
  xOffset,
}: {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly xOffset: number;
}) {
  const scales = usePlotScales();
  if (!scales) return null;
  return (
    <g aria-hidden="true">
      {y.ticks.map(({ value, label }) => (
        <text
          key={value}
          x={scales.left - 8}
          y={scales.y(value)}
          dy="0.35em"
          textAnchor="end"
          className={styles.tick}
        >
          {label}
        </text>
      ))}
      {x.ticks.map(({ value, label }) => (
        <text
          key={value}
          x={scales.x(value)}
          y={scales.bottom + xOffset + 18}
          textAnchor="middle"
          className={styles.tick}
        >
          {label}
        </text>
      ))}
    </g>
  );
}
