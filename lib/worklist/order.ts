import { type Columns, NUMBER_IN } from "./columns";
import type { Order, Sort } from "./query";
import { FLAGS, type Flag, type RaisedFlag } from "./row";

export interface Sorting<T> {
  readonly sort: Sort;
  readonly order: Order;
  /** Asked only where the list is sorted by name: names are sealed, each under a key of its own. */
  readonly nameOf: (one: T) => string;
  /** Whose alphabet. */
  readonly locale: string;
}

/**
 * A total order: whoever has no value in the column comes last, either way round, and equals stand by their id, so that
 * pages never show somebody twice. Names decide nothing but a list by name.
 */
export function inOrder<T extends Columns>(
  list: readonly T[],
  { sort, order, nameOf, locale }: Sorting<T>,
): T[] {
  const sign = order === "asc" ? 1 : -1;
  if (sort === "need")
    return order === "desc" ? mostNeedFirst(list) : list.toSorted((a, b) => -byNeed(a, b) || byId(a, b));
  if (sort === "name") {
    const { compare } = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
    const named = list.map((one) => ({ one, name: nameOf(one) }));
    return named.sort((a, b) => sign * compare(a.name, b.name) || byId(a.one, b.one)).map(({ one }) => one);
  }
  const numberOf = NUMBER_IN[sort];
  return list.toSorted((a, b) => byNumber(numberOf(a), numberOf(b), sign) || byId(a, b));
}

/** As a list comes. Of one that is in this order already, hardly anything is left to do. */
export function mostNeedFirst<T extends Columns>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => byNeed(a, b) || byId(a, b));
}

/**
 * Below 0 where `a` needs a look more: by the first flag, the earlier in `FLAGS` the more; the same flag by how far it
 * goes; then by the next flag, of which having one is more than having none. Without flags, by less time in range.
 */
function byNeed(a: Columns, b: Columns): number {
  for (let i = 0; ; i += 1) {
    const [mine, other] = [a.flags[i], b.flags[i]];
    if (mine === undefined && other === undefined) break;
    if (mine === undefined) return 1;
    if (other === undefined) return -1;
    const difference =
      FLAGS.indexOf(mine.flag) - FLAGS.indexOf(other.flag) || urgencyOf(other) - urgencyOf(mine);
    if (difference !== 0) return difference;
  }
  return byNumber(a.inRange, b.inRange, 1);
}

/** The less the more urgent. */
const LESS_IS_MORE: readonly Flag[] = ["below-goal", "low-wear"];

function urgencyOf({ flag, value }: RaisedFlag): number {
  // Never any reading is longer ago than any; an episode without a percentage comes after those that have one.
  if (value === null) return flag === "no-data" ? Number.MAX_VALUE : 0;
  return LESS_IS_MORE.includes(flag) ? -value : value;
}

function byNumber(a: number | null, b: number | null, sign: 1 | -1): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return sign * (a - b);
}

function byId(a: Columns, b: Columns): number {
  return a.patientId < b.patientId ? -1 : a.patientId > b.patientId ? 1 : 0;
}
