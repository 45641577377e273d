"use client";

import { lazy, Suspense } from "react";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { DayChart as DayChartData } from "@/lib/glucose/day";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { ChartSkeleton } from "./chart-skeleton";
import { useMounted } from "./use-mounted";

export interface DayChartProps {
  readonly day: DayChartData;
  readonly events: readonly GlucoseEvent[];
  readonly unit: GlucoseUnit;
  readonly locale: string;
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
