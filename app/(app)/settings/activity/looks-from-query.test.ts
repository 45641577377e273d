import { expect, it } from "vitest";
import { looksFromQuery } from "./looks-from-query";

const WHO = "01890000-0000-4000-8000-000000000001";
const ALL = { viewerId: null, what: null, before: null, after: null };

it("takes everything for nothing, and what is given for what it says", () => {
  expect(looksFromQuery({})).toEqual(ALL);
  expect(looksFromQuery({ who: "", what: "" })).toEqual(ALL);
  expect(looksFromQuery({ who: WHO, what: "api-readings", before: "120" })).toEqual({
    viewerId: WHO,
    what: "api-readings",
    before: 120,
    after: null,
  });
});

it.each([
  { who: "Ana" },
  { what: "passwords" },
  { before: "0" },
  { before: "-1" },
  { after: "1e3" },
  { after: "99999999999" },
  { who: [WHO, WHO] },
])("knows no address like %j", (query) => {
  expect(looksFromQuery(query)).toBeNull();
});
