import { expect, it } from "vitest";
import { choiceQuery, logbookChoice } from "./logbook-query";

it("nothing in the address is everything, from the first page", () => {
  expect(logbookChoice({})).toEqual({ ok: true, value: { kinds: [], find: "", page: 1 } });
});

it("kinds can be joined by commas or given several times", () => {
  const both = { ok: true, value: { kinds: ["carbs", "visit"], find: "", page: 1 } };
  expect(logbookChoice({ kind: "visit,carbs" })).toEqual(both);
  expect(logbookChoice({ kind: ["carbs", "visit"] })).toEqual(both);
});

it.each([
  { kind: "sugar" },
  { kind: "carbs,sugar" },
  { page: "0" },
  { page: "-1" },
  { page: "1.5" },
  { page: "two" },
  { page: ["1", "2"] },
  { find: ["a", "b"] },
])("refuses %o", (query) => {
  expect(logbookChoice(query).ok).toBe(false);
});

it("a choice and its address say the same", () => {
  const choice = { kinds: ["carbs", "insulin"], find: "pizza" } as const;
  expect(choiceQuery(choice)).toEqual({ kind: "carbs,insulin", find: "pizza" });
  expect(logbookChoice(choiceQuery(choice))).toEqual({ ok: true, value: { ...choice, page: 1 } });
  expect(choiceQuery({ kinds: [], find: "" })).toEqual({});
});
