import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { BOUNDED, type Bound, type Bounded } from "./bounds";
import type { Columns } from "./columns";
import { WORKLIST_DEFAULT } from "./query";
import type { Flag } from "./row";
import { isPlacedIn, isWithin, selectionOf } from "./selection";

function person(patientId: string, ...flags: Flag[]): Columns {
  return {
    patientId,
    flags: flags.map((flag) => ({ flag, value: 1 })),
    inRange: null,
    change: null,
    mean: null,
    gmi: null,
    cv: null,
    activePercent: null,
    dataThrough: null,
    lowEpisodes: null,
    reviewedAt: null,
  };
}

const NONE = {
  "very-low": 0,
  low: 0,
  "in-range-drop": 0,
  "very-high": 0,
  high: 0,
  "below-goal": 0,
  "low-wear": 0,
  "no-data": 0,
  connection: 0,
};

const FOUR = [
  person("a", "very-low", "low"),
  person("b", "low", "connection"),
  person("c"),
  person("d", "connection"),
];

const select = (list: readonly Columns[], wish: Partial<typeof WORKLIST_DEFAULT> = {}) => {
  const { shown, ...more } = selectionOf(list, { ...WORKLIST_DEFAULT, ...wish });
  return { ...more, ids: shown.map(({ patientId }) => patientId) };
};

describe("filters by flags", () => {
  it("are none at first: everybody, in the order in which they come, with what each flag would leave", () => {
    expect(select(FOUR)).toEqual({
      ids: ["a", "b", "c", "d"],
      page: 1,
      pages: 1,
      found: 4,
      needLook: 3,
      flagCounts: { ...NONE, "very-low": 1, low: 2, connection: 2 },
    });
  });

  it("must all apply, and the counts say who would be left with each", () => {
    expect(select(FOUR, { flags: ["low"] })).toMatchObject({
      ids: ["a", "b"],
      flagCounts: { ...NONE, "very-low": 1, low: 2, connection: 1 },
      needLook: 3,
    });
    expect(select(FOUR, { flags: ["low", "connection"] })).toMatchObject({
      ids: ["b"],
      flagCounts: { ...NONE, low: 1, connection: 1 },
    });
    expect(select(FOUR, { flags: ["very-low", "connection"] })).toMatchObject({
      ids: [],
      found: 0,
      pages: 1,
    });
  });

  it("leave whoever has any", () =>
    expect(select(FOUR, { needLook: true })).toMatchObject({ ids: ["a", "b", "d"], found: 3, needLook: 3 }));
});

describe("pages", () => {
  const many = Array.from({ length: 51 }, (_, i) => person(String(i).padStart(3, "0")));

  it("hold 25 each and everybody once", () => {
    const pages = [1, 2, 3].map((page) => select(many, { page }));
    expect(pages.map(({ ids }) => ids.length)).toEqual([25, 25, 1]);
    expect(pages.flatMap(({ ids }) => ids)).toEqual(many.map(({ patientId }) => patientId));
  });

  it("end with the last one, whatever is asked for", () => {
    expect(select(many, { page: 9 })).toMatchObject({ page: 3, pages: 3, ids: ["050"] });
    expect(select([], { page: 9 })).toMatchObject({ page: 1, pages: 1, ids: [] });
  });
});

describe("a patient's place", () => {
  const placed = { siteId: "north", tagIds: ["pump", "trial"], isReviewed: true };
  const fits = (wish: Partial<typeof WORKLIST_DEFAULT>, one = placed) =>
    isPlacedIn(one, { ...WORKLIST_DEFAULT, ...wish });

  it.each([
    [{}, true],
    [{ siteId: "north" }, true],
    [{ siteId: "south" }, false],
    [{ tagId: "trial" }, true],
    [{ tagId: "north" }, false],
    [{ siteId: "north", tagId: "pump" }, true],
    [{ siteId: "south", tagId: "pump" }, false],
    [{ notReviewed: true }, false],
  ] as const)("fits %j: %s", (wish, expected) => expect(fits(wish)).toBe(expected));

  it("is left by a search for those not reviewed when it was not", () =>
    expect(fits({ notReviewed: true }, { ...placed, isReviewed: false })).toBe(true));
});

describe("bounds", () => {
  const NOW = Date.parse("2026-11-23T15:00:00Z");
  const known: Columns = {
    ...person("a"),
    inRange: 69.96,
    change: -10.5,
    mean: 153.6,
    gmi: 6.98,
    cv: 35.99,
    activePercent: 69.99,
    dataThrough: NOW - 2.5 * DAY_MS,
    lowEpisodes: 4,
  };
  const numbers: Readonly<Record<Bounded, number>> = {
    "in-range": 69.96,
    change: -10.5,
    average: 153.6,
    gmi: 6.98,
    cv: 35.99,
    newest: 2.5,
    worn: 69.99,
    episodes: 4,
  };
  const isIn = (one: Columns, ...bounds: Bound[]) => isWithin(one, bounds, NOW);

  it.each(BOUNDED)("of %s hold its unrounded number, both ends included", (column) => {
    const number = numbers[column];
    expect(isIn(known, { column, from: number, to: null })).toBe(true);
    expect(isIn(known, { column, from: null, to: number })).toBe(true);
    expect(isIn(known, { column, from: number, to: number })).toBe(true);
    expect(isIn(known, { column, from: number + 0.01, to: null })).toBe(false);
    expect(isIn(known, { column, from: null, to: number - 0.01 })).toBe(false);
  });

  it.each(BOUNDED)("of %s leave out whoever has no such number", (column) => {
    expect(isIn(person("b"), { column, from: -100, to: null })).toBe(false);
    expect(isIn(person("b"), { column, from: null, to: 1_000 })).toBe(false);
  });

  it("must all apply, and without any everybody stays", () => {
    const [within, beyond] = [
      { column: "gmi", from: 6, to: 7 },
      { column: "cv", from: 36, to: null },
    ] as const;
    expect(isIn(known, within)).toBe(true);
    expect(isIn(known, within, beyond)).toBe(false);
    expect(isIn(person("b"))).toBe(true);
  });
});
