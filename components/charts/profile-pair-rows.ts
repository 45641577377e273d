import type { ProfilePoint } from "@/lib/glucose/figures";

/** Both profiles at one time of day; null where a profile has too few days. */
export interface ProfilePairRow {
  readonly minuteOfDay: number;
  readonly first: ProfilePoint | null;
  readonly second: ProfilePoint | null;
}

/** The times of either profile, ascending, each with what both have there. Profiles of one bin width share them all. */
export function pairRows(first: readonly ProfilePoint[], second: readonly ProfilePoint[]): ProfilePairRow[] {
  const minutes = new Set([...first, ...second].map(({ minuteOfDay }) => minuteOfDay));
  const at = (points: readonly ProfilePoint[]) =>
    new Map(points.map((point) => [point.minuteOfDay, point] as const));
  const [firstAt, secondAt] = [at(first), at(second)];
  return [...minutes]
    .sort((a, b) => a - b)
    .map((minuteOfDay) => ({
      minuteOfDay,
      first: firstAt.get(minuteOfDay) ?? null,
      second: secondAt.get(minuteOfDay) ?? null,
    }));
}

/** The row at which the medians lie furthest apart; null where no time has both. */
export function furthestApart(rows: readonly ProfilePairRow[]): ProfilePairRow | null {
  let found: ProfilePairRow | null = null;
  let apart = -1;
  for (const row of rows) {
    const [a, b] = [row.first?.p50 ?? null, row.second?.p50 ?? null];
    if (a === null || b === null || Math.abs(a - b) <= apart) continue;
    apart = Math.abs(a - b);
    found = row;
  }
  return found;
}
