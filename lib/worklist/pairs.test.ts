import { expect, it } from "vitest";
import { pairsIn } from "./pairs";

it("finds the pairs of an aggregate, and none where it has no rows", () => {
  expect([...pairsIn("anna 1 ben 22")]).toEqual([
    ["anna", "1"],
    ["ben", "22"],
  ]);
  expect([...pairsIn(null)]).toEqual([]);
});
