"use client";

import { lazy, Suspense } from "react";
import { useMounted } from "@/components/ui/use-mounted";
import type { LocalDate } from "@/lib/glucose/local-time";
import { ChartSkeleton } from "./chart-skeleton";

/** A laboratory value and the GMI before it, percent; the GMI is null where it is withheld. */
export interface A1cMark {
  readonly date: LocalDate;
  readonly lab: number;
  readonly gmi: number | null;
}

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
