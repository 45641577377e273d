import { expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { changeWords, totalsWords } from "./entry-words";

const english = wordsFor("en-US");

it.each([
  [120, 154, "+34", "+1.8"],
  [154, 120, "−34", "−1.8"],
  // Written as 10.5 and 13.4 mmol/L, though 2.83 mmol/L apart.
  [190, 241, "+51", "+2.9"],
  [120, 120, "0", "0.0"],
  // Less than what is written is no change, with no sign either.
  [120.2, 119.9, "0", "0.0"],
])("from %d to %d is a change of %s or %s", (before, after, mgDl, mmolL) => {
  expect(changeWords({ before, after }, "mg/dL", english)).toBe(mgDl);
  expect(changeWords({ before, after }, "mmol/L", english)).toBe(mmolL);
});

it("sums name only what was entered", () => {
  const none = { carbsGrams: 0, insulinUnits: 0, fastActingUnits: 0, longActingUnits: 0 };
  expect(totalsWords(null, english)).toBe("Entered: no carbs, no insulin");
  expect(totalsWords({ ...none, carbsGrams: 45 }, english)).toBe("Entered: 45 g carbs");
  expect(totalsWords({ ...none, insulinUnits: 4.5, fastActingUnits: 4.5 }, english)).toBe(
    "Entered: 4.5 units of insulin",
  );
  expect(
    totalsWords({ carbsGrams: 45, insulinUnits: 18.5, fastActingUnits: 4.5, longActingUnits: 14 }, english),
  ).toBe("Entered: 45 g carbs · 18.5 units of insulin (4.5 fast-acting, 14 long-acting)");
});
