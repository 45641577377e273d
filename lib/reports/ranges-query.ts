import { RANGE_SET_CHOICES, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Result } from "@/lib/result";
import { optionFromQuery, type PageQuery } from "./period-query";

/**
 * `?ranges=pregnancy`: the set of ranges that a reader looks with, on their way through the views and nowhere else. A
 * sentence for a set that nobody published, and for a name given twice.
 */
export function rangesFromQuery(query: PageQuery): Result<RangeSetChoice, string> {
  return optionFromQuery(query, "ranges", { known: RANGE_SET_CHOICES, standard: "standard" });
}

/** The same for an address: the standard set goes without saying. */
export function rangesQuery(ranges: RangeSetChoice): Readonly<Record<string, string>> {
  return ranges === "standard" ? {} : { ranges };
}

/** What an address says, as it stands, but with these ranges: for a link to the same view. */
export function queryWithRanges(query: PageQuery, ranges: RangeSetChoice): Readonly<Record<string, string>> {
  const rest = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    name !== "ranges" && typeof value === "string" ? [[name, value]] : [],
  );
  return { ...Object.fromEntries(rest), ...rangesQuery(ranges) };
}
