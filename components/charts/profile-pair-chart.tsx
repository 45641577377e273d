"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { ChartSkeleton } from "./chart-skeleton";

/** One of two profiles over each other: its name stands where its median leaves the drawing. */
export interface NamedProfile {
  readonly name: string;
  readonly points: readonly ProfilePoint[];
}

export interface ProfilePairChartProps {
  /** Drawn filled, its median as a whole line. */
  readonly first: NamedProfile;
  /** Drawn as an outline, its median dashed. */
  readonly second: NamedProfile;
  readonly unit: GlucoseUnit;
}

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
