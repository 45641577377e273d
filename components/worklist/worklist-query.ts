import type { Bound } from "@/lib/worklist/bounds";
import type { Flag, PeriodDays } from "@/lib/worklist/row";

/** The columns of the list that can be sorted by; the reason to look is one of them. */
export const COLUMNS = [
  "name",
  "need",
  "in-range",
  "change",
  "average",
  "gmi",
  "cv",
  "newest",
  "worn",
  "episodes",
  "reviewed",
] as const;
export type Column = (typeof COLUMNS)[number];

/** What the list was asked for (lib/worklist/query.ts). */
export interface ListQuery {
  readonly days: PeriodDays;
  readonly flags: readonly Flag[];
  readonly needLook: boolean;
  readonly tagId: string | null;
  readonly siteId: string | null;
  readonly notReviewed: boolean;
  readonly bounds: readonly Bound[];
  readonly sort: Column;
  readonly order: "asc" | "desc";
}

/** Addresses of the same list, asked differently. */
export interface ListAddress {
  readonly changed: (
    change: Partial<Omit<ListQuery, "sort" | "order">> & { readonly page?: number },
  ) => string;
  /** Sorted by a column: the other way round when it is so already. */
  readonly sorted: (column: Column) => string;
  readonly everybody: string;
}

/** Whether the query leaves anybody out. A name that is searched for is no part of it. */
export function isNarrowed({ flags, needLook, notReviewed, tagId, siteId, bounds }: ListQuery): boolean {
  const isPlaced = notReviewed || tagId !== null || siteId !== null;
  return flags.length > 0 || needLook || isPlaced || bounds.length > 0;
}
