import { expect, test } from "vitest";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { wordsFor } from "@/lib/i18n/words";
import { FIGURE_METRICS } from "./figure-definitions";

test("every explanation on a report leads to an entry that is there", () => {
  const entries = new Set(
    catalogueFor(wordsFor("en-US")).flatMap(({ metrics }) => metrics.map(({ id }) => id)),
  );
  expect(Object.values(FIGURE_METRICS).filter((metric) => !entries.has(metric))).toEqual([]);
});
