import type { RangeSetId } from "@/lib/glucose/range-sets";

/** What the page's table is by; the first is shown unless asked otherwise. */
export const STATISTICS_BY = ["figures", "hour", "weekday", "day"] as const;
export type StatisticsBy = (typeof STATISTICS_BY)[number];

/** The sets of ranges that can stand beside the standard one; the first adds none. */
export const RANGE_SET_CHOICES = [
  "standard",
  "older",
  "pregnancy",
  "pregnancy-type-2",
] as const satisfies readonly RangeSetId[];
export type RangeSetChoice = (typeof RANGE_SET_CHOICES)[number];

/** Everything that can be chosen on the page beside its period. */
export interface StatisticsOptions {
  readonly by: StatisticsBy;
  /** Words that a figure's entry must contain; empty for all figures. */
  readonly find: string;
  readonly ranges: RangeSetChoice;
  /** Of the table by day, from 1 on. */
  readonly page: number;
}

/** The options as an address names them: what is standard goes without saying. */
export function optionsQuery({ by, find, ranges, page }: StatisticsOptions): Record<string, string> {
  if (by === "day") return page === 1 ? { by } : { by, page: String(page) };
  if (by !== "figures") return { by };
  return {
    ...(find === "" ? {} : { find }),
    ...(ranges === "standard" ? {} : { ranges }),
  };
}
