import type { WorklistQuery } from "./query";
import type { Reckoned } from "./reckoned-list";

/** What everybody in a list is sorted by, and whose alphabet a list by name follows. */
export interface ListOrder extends Pick<WorklistQuery, "sort" | "order"> {
  readonly locale: string;
}

const KEPT_MAX = 8;

/**
 * Whole lists in the orders that were asked for, each kept with the very list that it is an order of (reckoned-list.ts), and
 * no longer than that: where anything of a row is another, a name too, the list is another. Of an order by name no name is
 * kept, so that the next page of it opens none but its own.
 */
export class ListOrders {
  readonly #kept = new WeakMap<readonly Reckoned[], Map<string, readonly Reckoned[]>>();

  find(everybody: readonly Reckoned[], order: ListOrder): readonly Reckoned[] | null {
    return this.#kept.get(everybody)?.get(keyOf(order)) ?? null;
  }

  keep(everybody: readonly Reckoned[], order: ListOrder, ordered: readonly Reckoned[]): void {
    const kept = this.#kept.get(everybody) ?? new Map<string, readonly Reckoned[]>();
    this.#kept.set(everybody, kept.set(keyOf(order), ordered));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_MAX) break;
      kept.delete(oldest);
    }
  }
}

function keyOf({ sort, order, locale }: ListOrder): string {
  return `${sort} ${order} ${sort === "name" ? locale : ""}`;
}
