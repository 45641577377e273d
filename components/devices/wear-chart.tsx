"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { WearView } from "./wear-view";

const WearDrawing = lazy(async () => {
  const { WearDrawing: drawing } = await import("./wear-drawing");
  return { default: drawing };
});

/** The strips, drawn after hydration in a frame that already has their size. */
export function WearChart(props: WearView) {
  return useMounted() ? (
    <Suspense fallback={null}>
      <WearDrawing {...props} />
    </Suspense>
  ) : null;
}
