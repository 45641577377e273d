import { expect, test } from "vitest";
import type { Period } from "@/lib/glucose/period";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { compareFrom } from "./compare";

const CHANGE = Date.parse("2026-03-16T00:00:00Z");
const series = buildSeries(
  stream("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", (at) => (at < CHANGE ? 160 : 140)),
);
const inputOf = (period: Period) => ({ series, period, freshness: longAfter });
const [first, second] = [inputOf(datesFrom("2026-03-02", 14)), inputOf(datesFrom("2026-03-16", 14))];

test("the earlier dates come first, whichever of the two periods the page is about", () => {
  const compared = compareFrom(second, first);
  expect(compared).toEqual(compareFrom(first, second));
  expect([compared.before.period.from, compared.after.period.from]).toEqual(["2026-03-02", "2026-03-16"]);
  const mean = compared.comparison.figures.find(({ figure }) => figure === "mean");
  expect(mean).toMatchObject({ before: 160, after: 140, difference: -20, judgement: "beyond-usual" });
});

test.each([
  [datesFrom("2026-03-16", 14), 0],
  [datesFrom("2026-03-15", 14), 1],
  [datesFrom("2026-03-05", 3), 3],
  [datesFrom("2026-03-02", 14), 14],
  [datesFrom("2026-02-20", 11), 1],
])("with %o the first fortnight of March shares %i dates", (other, shared) => {
  expect(compareFrom(first, inputOf(other)).sharedDays).toBe(shared);
});
