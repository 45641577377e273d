/** What the page's table is by; the first is shown unless asked otherwise. */
export const STATISTICS_BY = ["figures", "hour", "weekday", "day"] as const;
export type StatisticsBy = (typeof STATISTICS_BY)[number];

/** Everything that can be chosen on the page beside its period and its ranges. */
export interface StatisticsOptions {
  readonly by: StatisticsBy;
  /** Words that a figure's entry must contain; empty for all figures. */
  readonly find: string;
  /** Of the table by day, from 1 on. */
  readonly page: number;
}

/** The options as an address names them: what is standard goes without saying. */
export function optionsQuery({ by, find, page }: StatisticsOptions): Record<string, string> {
  if (by === "day") return page === 1 ? { by } : { by, page: String(page) };
  if (by !== "figures") return { by };
  return find === "" ? {} : { find };
}
