"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { A1cMark } from "./a1c-drawing";
import { ChartSkeleton } from "./chart-skeleton";

const A1cDrawing = lazy(async () => {
  const { A1cDrawing: drawing } = await import("./a1c-drawing");
  return { default: drawing };
});

/** `marks` ascending by date, at least one. */
export function A1cChart({ marks }: { readonly marks: readonly A1cMark[] }) {
  return useMounted() ? (
    <Suspense fallback={<ChartSkeleton />}>
      <A1cDrawing marks={marks} />
    </Suspense>
  ) : (
    <ChartSkeleton />
  );
}
