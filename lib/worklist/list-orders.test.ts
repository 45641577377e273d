import { describe, expect, it } from "vitest";
import { type ListOrder, ListOrders } from "./list-orders";
import { SORTS } from "./query";
import type { Reckoned } from "./reckoned-list";

/** Nobody is in them: which list it is, is all that counts here. */
const newList = (): readonly Reckoned[] => [];
const NEED: ListOrder = { sort: "need", order: "desc", locale: "en" };
const NAME: ListOrder = { sort: "name", order: "asc", locale: "en" };

describe("the orders of a list", () => {
  it("are found for the very list, each way round by itself", () => {
    const [orders, list, ordered] = [new ListOrders(), newList(), newList()];
    orders.keep(list, NEED, ordered);
    expect(orders.find(list, { ...NEED })).toBe(ordered);
    expect(orders.find(list, { ...NEED, order: "asc" })).toBeNull();
    expect(orders.find(list, { ...NEED, sort: "gmi" })).toBeNull();
    expect(orders.find(newList(), NEED)).toBeNull();
  });

  it("follow the reader's alphabet where they are by name, and only there", () => {
    const [orders, list, byName, byNeed] = [new ListOrders(), newList(), newList(), newList()];
    orders.keep(list, NAME, byName);
    orders.keep(list, NEED, byNeed);
    expect(orders.find(list, NAME)).toBe(byName);
    expect(orders.find(list, { ...NAME, locale: "es" })).toBeNull();
    expect(orders.find(list, { ...NEED, locale: "es" })).toBe(byNeed);
  });

  it("are eight of each list; the oldest go", () => {
    const [orders, list] = [new ListOrders(), newList()];
    const sorts = SORTS.slice(-9);
    for (const sort of sorts) orders.keep(list, { ...NEED, sort }, newList());
    expect(sorts.map((sort) => orders.find(list, { ...NEED, sort }) !== null)).toEqual([
      false,
      ...Array.from({ length: 8 }, () => true),
    ]);
  });
});
