import { describe, expect, it } from "vitest";
import type { Columns } from "./columns";
import { inOrder } from "./order";
import { type Order, SORTS, type Sort } from "./query";
import type { RaisedFlag } from "./row";

const raise = (flag: RaisedFlag["flag"], value: number | null = null): RaisedFlag => ({ flag, value });

function person(patientId: string, more: Partial<Columns> = {}): Columns {
  return {
    patientId,
    flags: [],
    inRange: null,
    change: null,
    mean: null,
    gmi: null,
    cv: null,
    activePercent: null,
    dataThrough: null,
    lowEpisodes: null,
    reviewedAt: null,
    ...more,
  };
}

function idsBy(list: readonly Columns[], sort: Sort, order: Order): string[] {
  const nameOf = () => {
    throw new Error("A name was opened for nothing.");
  };
  return inOrder(list, { sort, order, nameOf, locale: "en" }).map(({ patientId }) => patientId);
}

/** What must come out, in an order of its own going in. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one, i) => [(i * 7) % 11, one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

describe("the order of need", () => {
  const expected = [
    // The first flag decides, then how far it goes, however many others there are.
    person("a", { flags: [raise("very-low", 12.9)] }),
    person("b", { flags: [raise("very-low", 10.9), raise("low", 18), raise("very-high", 7)] }),
    // The same flag with the same number: the next flag, and one is more than none.
    person("c", { flags: [raise("very-low", 4), raise("low", 9)] }),
    person("d", { flags: [raise("very-low", 4), raise("low", 8)] }),
    person("e", { flags: [raise("very-low", 4)] }),
    // An episode without a percentage is still an episode.
    person("f", { flags: [raise("very-low")] }),
    person("g", { flags: [raise("low", 40)] }),
    person("h", { flags: [raise("in-range-drop", 33)] }),
    person("i", { flags: [raise("below-goal", 20)] }),
    person("j", { flags: [raise("below-goal", 60)] }),
    person("k", { flags: [raise("low-wear", 10)] }),
    person("l", { flags: [raise("no-data")] }),
    person("m", { flags: [raise("no-data", 40)] }),
    person("n", { flags: [raise("no-data", 9)] }),
    person("o", { flags: [raise("connection")] }),
    // Nothing to look at: less time in range first, then who has no figure, then by id.
    person("p", { inRange: 71 }),
    person("q", { inRange: 90 }),
    person("r"),
    person("s"),
  ];
  const ids = expected.map(({ patientId }) => patientId);

  it("goes by the first flag, by how far it goes, by the next one, and is the same from every start", () => {
    for (const start of [expected, expected.toReversed(), shuffled(expected)])
      expect(idsBy(start, "need", "desc")).toEqual(ids);
  });

  it("goes the other way round, equals still by their id", () => {
    expect(idsBy(expected, "need", "asc").slice(0, 4)).toEqual(["r", "s", "q", "p"]);
    expect(idsBy(expected, "need", "asc").at(-1)).toBe("a");
  });
});

describe("every column", () => {
  const columns = [
    ["in-range", "inRange"],
    ["change", "change"],
    ["average", "mean"],
    ["gmi", "gmi"],
    ["cv", "cv"],
    ["worn", "activePercent"],
    ["newest", "dataThrough"],
    ["episodes", "lowEpisodes"],
    ["reviewed", "reviewedAt"],
  ] as const satisfies readonly (readonly [Sort, keyof Columns])[];

  it.each(columns)("sorts by %s both ways, whoever has none last, equals by id", (sort, field) => {
    const list = [
      person("none-b"),
      person("b", { [field]: 5 }),
      person("none-a"),
      person("less", { [field]: -5 }),
      person("a", { [field]: 5 }),
      person("more", { [field]: 50 }),
    ];
    expect(idsBy(list, sort, "asc")).toEqual(["less", "a", "b", "more", "none-a", "none-b"]);
    expect(idsBy(list, sort, "desc")).toEqual(["more", "a", "b", "less", "none-a", "none-b"]);
  });

  it("is one of these, the need or the name", () =>
    expect([...columns.map(([sort]) => sort), "need", "name"].sort()).toEqual([...SORTS].sort()));
});

it("sorts by name as the reader's alphabet has it, without case and accents, equals by id", () => {
  const names = new Map([
    ["1", "Zoé"],
    ["2", "ana"],
    ["3", "Ñandú"],
    ["4", "Nube"],
    ["5", "Ana"],
    ["6", "Bed 10"],
    ["7", "Bed 9"],
  ]);
  const list = [...names.keys()].map((id) => person(id));
  const namesBy = (order: Order, locale: string) =>
    inOrder(list, { sort: "name", order, locale, nameOf: ({ patientId }) => names.get(patientId) ?? "" }).map(
      ({ patientId }) => patientId,
    );
  expect(namesBy("asc", "es")).toEqual(["2", "5", "7", "6", "4", "3", "1"]);
  expect(namesBy("desc", "es")).toEqual(["1", "3", "4", "6", "7", "2", "5"]);
  expect(namesBy("asc", "en")).toEqual(["2", "5", "7", "6", "3", "4", "1"]);
});
