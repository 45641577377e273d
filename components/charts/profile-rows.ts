import type { ProfilePoint } from "@/lib/glucose/figures";

export const DAY_MINUTES = 1_440;

/**
 * The curve closed over midnight: the last point again before 00:00 and the first again after 24:00, so that a cyclic
 * profile reaches both edges of the drawing. The axis cuts what lies outside.
 */
export function closedOverMidnight<Point extends { readonly minuteOfDay: number }>(
  points: readonly Point[],
): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return [];
  return [
    { ...last, minuteOfDay: last.minuteOfDay - DAY_MINUTES },
    ...points,
    { ...first, minuteOfDay: first.minuteOfDay + DAY_MINUTES },
  ];
}

/** Where each curve leaves the drawing on the right, which is where it begins on the left again: mg/dL, from the top. */
export function curveEnds(
  points: readonly ProfilePoint[],
): { readonly percent: number; readonly mgDl: number }[] {
  const first = points[0];
  const last = points.at(-1);
  return [
    { percent: 95, a: last?.p95, b: first?.p95 },
    { percent: 75, a: last?.p75, b: first?.p75 },
    { percent: 50, a: last?.p50, b: first?.p50 },
    { percent: 25, a: last?.p25, b: first?.p25 },
    { percent: 5, a: last?.p5, b: first?.p5 },
  ].flatMap(({ percent, a, b }) =>
    typeof a === "number" && typeof b === "number" ? [{ percent, mgDl: (a + b) / 2 }] : [],
  );
}

/** Label positions pushed apart until each has `gap` pixels, keeping their order: percentile names at the edge. */
export function spreadLabels(positions: readonly number[], gap: number): number[] {
  const order = positions.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 20; pass += 1)
    for (let i = 1; i < order.length; i += 1) {
      const above = order[i - 1];
      const below = order[i];
      if (!above || !below) continue;
      const overlap = gap - (below.y - above.y);
      if (overlap <= 0) continue;
      above.y -= overlap / 2;
      below.y += overlap / 2;
    }
  const spread = [...positions];
  for (const { y, index } of order) spread[index] = y;
  return spread;
}
