"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import { ChartSkeleton } from "./chart-skeleton";
import type { ProfilePairChartProps } from "./profile-pair-drawing";

const ProfilePairDrawing = lazy(async () => {
  const { ProfilePairDrawing: drawing } = await import("./profile-pair-drawing");
  return { default: drawing };
});

export function ProfilePairChart(props: ProfilePairChartProps) {
  return useMounted() ? (
    <Suspense fallback={<ChartSkeleton />}>
      <ProfilePairDrawing {...props} />
    </Suspense>
  ) : (
    <ChartSkeleton />
  );
}
