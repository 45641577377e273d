import { DAY_MS, type Instant } from "@/lib/clock";
import type { Bound, Bounded } from "./bounds";
import { type Columns, NUMBER_IN } from "./columns";
import type { WorklistQuery } from "./query";
import { FLAGS, type Flag, ROWS_PER_PAGE, type WorklistPage } from "./row";

/** What the list is filtered by before anything is computed. */
export interface Placed {
  readonly siteId: string | null;
  readonly tagIds: readonly string[];
  /** Whether somebody marked this patient reviewed since the period began. */
  readonly isReviewed: boolean;
}

/** Whether any filter but the flags can leave somebody out. */
export function asksForSome({ siteId, tagId, notReviewed, bounds }: WorklistQuery): boolean {
  return siteId !== null || tagId !== null || notReviewed || bounds.length > 0;
}

/** Whether the filters that know no figure leave somebody. */
export function isPlacedIn({ siteId, tagIds, isReviewed }: Placed, query: WorklistQuery): boolean {
  return (
    (query.siteId === null || siteId === query.siteId) &&
    (query.tagId === null || tagIds.includes(query.tagId)) &&
    !(query.notReviewed && isReviewed)
  );
}

/** Whether all numbers that are asked for are there and within their bounds, unrounded. `now`: until when days count. */
export function isWithin(one: Columns, bounds: readonly Bound[], now: Instant): boolean {
  return bounds.every(({ column, from, to }) => {
    const number = boundedNumber(one, column, now);
    return number !== null && (from === null || number >= from) && (to === null || number <= to);
  });
}

/** Of a moment, how many days it is ago. */
function boundedNumber(one: Columns, column: Bounded, now: Instant): number | null {
  const number = NUMBER_IN[column](one);
  return column === "newest" && number !== null ? (now - number) / DAY_MS : number;
}

/** One page of a list, and what was counted for its filters. */
export interface Selection<T> extends Omit<WorklistPage, "rows" | "total" | "grounds"> {
  readonly shown: readonly T[];
}

/** The page that a query asks for, of those whom every filter but the flags left, in their order. */
export function selectionOf<T extends Pick<Columns, "flags">>(
  left: readonly T[],
  { flags, needLook, page }: Pick<WorklistQuery, "flags" | "needLook" | "page">,
): Selection<T> {
  const wanted = maskOf(flags);
  const counts = new Uint32Array(FLAGS.length);
  let needing = 0;
  const found: T[] = [];
  for (const one of left) {
    const raised = raisedBy(one);
    if (raised !== 0) needing += 1;
    if ((wanted & ~raised) !== 0 || (needLook && raised === 0)) continue;
    found.push(one);
    // All wanted flags must be there, so whoever has another one is found with it, too.
    for (let i = 0; i < FLAGS.length; i += 1) counts[i] = (counts[i] ?? 0) + ((raised >> i) & 1);
  }
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const shownPage = Math.min(page, pages);
  const first = (shownPage - 1) * ROWS_PER_PAGE;
  return {
    shown: found.slice(first, first + ROWS_PER_PAGE),
    page: shownPage,
    pages,
    found: found.length,
    flagCounts: countsByFlag(counts),
    needLook: needing,
  };
}

function maskOf(flags: readonly Flag[]): number {
  return flags.reduce((mask, flag) => mask | bitOf(flag), 0);
}

/** Asked of thousands at once, so nothing is made for it. */
function raisedBy({ flags }: Pick<Columns, "flags">): number {
  let mask = 0;
  for (const { flag } of flags) mask |= bitOf(flag);
  return mask;
}

function bitOf(flag: Flag): number {
  return 1 << FLAGS.indexOf(flag);
}

function countsByFlag(counts: Uint32Array): Readonly<Record<Flag, number>> {
  const of = (flag: Flag) => counts[FLAGS.indexOf(flag)] ?? 0;
  return {
    "very-low": of("very-low"),
    low: of("low"),
    "in-range-drop": of("in-range-drop"),
    "very-high": of("very-high"),
    high: of("high"),
    "below-goal": of("below-goal"),
    "low-wear": of("low-wear"),
    "no-data": of("no-data"),
    connection: of("connection"),
  };
}
