import { describe, expect, it } from "vitest";
import type { Sortable } from "./order";
import { WORKLIST_DEFAULT } from "./query";
import type { Flag } from "./row";
import { isPlacedIn, selectionOf } from "./selection";

function person(patientId: string, ...flags: Flag[]): Sortable {
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

const select = (list: readonly Sortable[], wish: Partial<typeof WORKLIST_DEFAULT> = {}) => {
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
