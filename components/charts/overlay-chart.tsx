"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import { ChartSkeleton } from "./chart-skeleton";
import type { OverlayChartProps } from "./overlay-drawing";

const OverlayDrawing = lazy(async () => {
  const { OverlayDrawing: drawing } = await import("./overlay-drawing");
  return { default: drawing };
});

/** Days over one another on one 24-hour axis; it stands inside a `DayHighlightProvider`. */
export function OverlayChart(props: OverlayChartProps) {
  return useMounted() ? (
    <Suspense fallback={<ChartSkeleton />}>
      <OverlayDrawing {...props} />
    </Suspense>
  ) : (
    <ChartSkeleton />
  );
}
