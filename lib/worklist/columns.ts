import type { Instant } from "@/lib/clock";
import type { Sort } from "./query";
import type { RaisedFlag } from "./row";

/** What the columns of a list hold of somebody: it is sorted and narrowed by them. */
export interface Columns {
  readonly patientId: string;
  readonly flags: readonly RaisedFlag[];
  readonly inRange: number | null;
  readonly change: number | null;
  readonly mean: number | null;
  readonly gmi: number | null;
  readonly cv: number | null;
  readonly activePercent: number | null;
  readonly dataThrough: Instant | null;
  readonly lowEpisodes: number | null;
  readonly reviewedAt: Instant | null;
}

/** Columns that hold a number. */
export type NumberColumn = Exclude<Sort, "need" | "name">;

/** The number of each column, unrounded; null where somebody has none. */
export const NUMBER_IN: Readonly<Record<NumberColumn, (one: Columns) => number | null>> = {
  "in-range": (one) => one.inRange,
  change: (one) => one.change,
  average: (one) => one.mean,
  gmi: (one) => one.gmi,
  cv: (one) => one.cv,
  worn: (one) => one.activePercent,
  newest: (one) => one.dataThrough,
  episodes: (one) => one.lowEpisodes,
  reviewed: (one) => one.reviewedAt,
};
