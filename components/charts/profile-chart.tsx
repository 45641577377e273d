"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { ProfileSketch } from "./profile-sketch";

export interface ProfileChartProps {
  readonly points: readonly ProfilePoint[];
  readonly unit: GlucoseUnit;
}

// recharts is fetched after the shell: a page is readable before its curves are drawn.
const ProfileDrawing = lazy(async () => {
  const { ProfileDrawing: drawing } = await import("./profile-drawing");
  return { default: drawing };
});

export function ProfileChart(props: ProfileChartProps) {
  return useMounted() ? (
    <Suspense fallback={<ProfileSketch {...props} />}>
      <ProfileDrawing {...props} />
    </Suspense>
  ) : (
    <ProfileSketch {...props} />
  );
}
