import { expect, test } from "vitest";
import { CATALOGUE } from "@/lib/glucose/catalogue/catalogue";
import { FIGURE_METRICS } from "./figure-definitions";

test("every explanation on a report leads to an entry that is there", () => {
  const entries = new Set(CATALOGUE.flatMap(({ metrics }) => metrics.map(({ id }) => id)));
  expect(Object.values(FIGURE_METRICS).filter((metric) => !entries.has(metric))).toEqual([]);
});
