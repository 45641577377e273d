"use client";

import { lazy, Suspense } from "react";
import { type ProfileChartProps, ProfileSketch } from "./profile-sketch";
import { useAfterPaint } from "./use-after-paint";

// recharts is fetched after the shell: a page is readable before its curves are drawn.
const ProfileDrawing = lazy(async () => {
  const { ProfileDrawing: drawing } = await import("./profile-drawing");
  return { default: drawing };
});

/** The sketch at once, on the server and in the browser, then the drawing that can be pointed at. */
export function ProfileChart(props: ProfileChartProps) {
  const sketch = <ProfileSketch {...props} />;
  return useAfterPaint() ? (
    <Suspense fallback={sketch}>
      <ProfileDrawing {...props} />
    </Suspense>
  ) : (
    sketch
  );
}
