import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import {
  isFromForm,
  sortedBy,
  WORKLIST_DEFAULT,
  type WorklistQuery,
  worklistAddress,
  worklistQuery,
} from "./query";

const TAG = newId();
const SITE = newId();

/** As Next hands over the query of an address. */
function asked(address: string) {
  const names = new URLSearchParams(address);
  const query: Record<string, string | string[]> = {};
  for (const name of names.keys()) {
    const values = names.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return worklistQuery(query);
}

describe("the address of a worklist", () => {
  const queries: Partial<WorklistQuery>[] = [
    {},
    { days: 7, page: 3 },
    { flags: ["very-low"] },
    { flags: ["low", "low-wear"], needLook: true, notReviewed: true },
    { tagId: TAG, siteId: SITE },
    {
      bounds: [
        { column: "change", from: null, to: -10 },
        { column: "average", from: 153.1325, to: 180 },
        { column: "gmi", from: 8, to: null },
        { column: "newest", from: 0.5, to: 0.5 },
      ],
      page: 2,
    },
    { sort: "name", order: "asc" },
    { sort: "name", order: "desc", page: 2 },
    { sort: "need", order: "asc" },
    { sort: "gmi", order: "desc" },
  ];

  it.each(queries)("says what it says: %j", (some) => {
    const query = { ...WORKLIST_DEFAULT, ...some };
    expect(asked(worklistAddress(query))).toEqual({ ok: true, value: query });
  });

  it("is bare for the list as it comes", () => {
    expect(worklistAddress(WORKLIST_DEFAULT)).toBe("");
    expect(asked("")).toEqual({ ok: true, value: WORKLIST_DEFAULT });
    expect(asked("days=&flag=")).toEqual({ ok: true, value: WORKLIST_DEFAULT });
  });

  it("begins at the first page where anything else is changed", () => {
    const query = { ...WORKLIST_DEFAULT, page: 4 };
    expect(worklistAddress(query)).toBe("?page=4");
    expect(worklistAddress(query, { days: 30 })).toBe("?days=30");
    expect(worklistAddress(query, { page: 5 })).toBe("?page=5");
  });

  it("names flags in their order, whatever the order in which they were chosen", () =>
    expect(worklistAddress(WORKLIST_DEFAULT, { flags: ["low-wear", "low"] })).toBe(
      "?flag=low&flag=low-wear",
    ));

  it("takes the ends of a bound either way round, and an average in the unit in which a form was filled in", () => {
    const bounds = (address: string) => {
      const query = asked(address);
      return query.ok ? query.value.bounds : query.error;
    };
    expect(bounds("gmi-from=9&gmi-to=8")).toEqual([{ column: "gmi", from: 8, to: 9 }]);
    // 8.5 mmol/L × 18.01559; a percentage has no unit to convert.
    expect(bounds("unit=mmol/L&average-from=8.5&cv-to=36")).toEqual([
      { column: "average", from: 153.1325, to: null },
      { column: "cv", from: null, to: 36 },
    ]);
    expect(bounds("gmi-from=7.499")).toEqual([{ column: "gmi", from: 7.5, to: null }]);
    expect(bounds("unit=mg/dL&average-from=8.5")).toEqual([{ column: "average", from: 8.5, to: null }]);
  });

  it("leaves out what a form left empty, and knows that a form made it", () => {
    const address = "flag=low&unit=mmol/L&gmi-from=&gmi-to=&cv-from=30&cv-to=";
    const query = { ...WORKLIST_DEFAULT, flags: ["low"], bounds: [{ column: "cv", from: 30, to: null }] };
    expect(asked(address)).toEqual({ ok: true, value: query });
    expect(isFromForm(Object.fromEntries(new URLSearchParams(address)))).toBe(true);
    expect(isFromForm(Object.fromEntries(new URLSearchParams("flag=low&cv-from=30")))).toBe(false);
  });

  it.each([
    "days=2",
    "days=14&days=7",
    "flag=tired",
    "flag=low&flag=tired",
    "look=yes",
    "tag=everybody",
    "site=1",
    "reviewed=yes",
    "sort=age",
    "order=up",
    "page=0",
    "page=1.5",
    "page=one",
    "page=10001",
    "gmi-from=high",
    "gmi-from=0x8",
    "gmi-from=%208",
    "gmi-from=21",
    "gmi-from=8&gmi-from=9",
    "change-to=-101",
    "average-to=500.1",
    "unit=mmol/L&average-to=28",
    "reviewed-from=1",
    "unit=g/L",
    "name=Ana",
  ])("is refused as a whole where it says what there is not: %s", (address) =>
    expect(asked(address).ok).toBe(false),
  );
});

it("a heading sorts by what one looks for first, and the other way round at the second press", () => {
  const press = (query: WorklistQuery, sort: WorklistQuery["sort"]) => ({
    ...query,
    ...sortedBy(query, sort),
  });
  const once = press(WORKLIST_DEFAULT, "gmi");
  expect(once).toMatchObject({ sort: "gmi", order: "desc" });
  expect(press(once, "gmi")).toMatchObject({ sort: "gmi", order: "asc" });
  expect(press(press(once, "gmi"), "gmi")).toMatchObject({ sort: "gmi", order: "desc" });
  expect(press(once, "name")).toMatchObject({ sort: "name", order: "asc" });
});
