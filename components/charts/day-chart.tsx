"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart as DayChartData } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import { ChartSkeleton } from "./chart-skeleton";
import type { DayMark } from "./day-marks";

export interface DayChartProps {
  readonly day: DayChartData;
  readonly marks: readonly DayMark[];
  readonly sensors: readonly SensorStretch[];
  readonly unit: GlucoseUnit;
}

const DayDrawing = lazy(async () => {
  const { DayDrawing: drawing } = await import("./day-drawing");
  return { default: drawing };
});

export function DayChart(props: DayChartProps) {
  return useMounted() ? (
    <Suspense fallback={<ChartSkeleton />}>
      <DayDrawing {...props} />
    </Suspense>
  ) : (
    <ChartSkeleton />
  );
}
