"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import { ChartSkeleton } from "./chart-skeleton";
import type { DayChartProps } from "./day-plot";

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
