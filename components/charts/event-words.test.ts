import { expect, test } from "vitest";
import { eventAt, LOCALE } from "@/components/testing/fixtures";
import { wordsFor } from "@/lib/i18n/words";
import { eventWords } from "./event-words";

const at = "2026-11-21T08:00:00Z";

test.each([
  [{ type: "carbs", value: 45, unit: "grams" }, "Carbs 45 g"],
  [{ type: "insulin", value: 4.5, unit: "units", subType: "fastActing" }, "Insulin 4.5 units, fast-acting"],
  [{ type: "exercise", value: 35, unit: "minutes", subType: "medium" }, "Exercise 35 min, medium"],
  [{ type: "health", value: null, unit: null, subType: "lowSymptoms" }, "Health: felt low"],
  [{ type: "bloodGlucose", value: 131, unit: "mg/dL" }, "Meter 131 mg/dL"],
  [{ type: "notes", value: "Long walk", unit: null }, "Note “Long walk”"],
  [{ type: "unknown", value: null, unit: null }, "Event"],
  [{ type: "insulin", value: null, unit: null, subType: "unheardOf" }, "Insulin"],
] as const)("%o reads as “%s”", (event, words) => {
  expect(eventWords(eventAt(at, event), "mg/dL", wordsFor(LOCALE))).toBe(words);
});

test("a meter value is written in the reader's unit, one entered in mmol/L as it was entered", () => {
  const meter = { type: "bloodGlucose", value: 131, unit: "mg/dL" } as const;
  expect(eventWords(eventAt(at, meter), "mmol/L", wordsFor(LOCALE))).toBe("Meter 7.3 mmol/L");
  const entered = { type: "bloodGlucose", value: 6.2, unit: "mmol/L" } as const;
  expect(eventWords(eventAt(at, entered), "mg/dL", wordsFor(LOCALE))).toBe("Meter 6.2 mmol/L");
});
