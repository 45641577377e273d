import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids";
import { sortedBy, WORKLIST_DEFAULT, type WorklistQuery, worklistAddress, worklistQuery } from "./query";

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
