import { expect, test } from "vitest";
import { ENGLISH } from "@/lib/i18n/english";
import { wordsFor } from "@/lib/i18n/words";
import { cautionSentence, withheldReason, withheldUntil } from "./verdict-words";

const days = { rule: "days", days: 11, daysMin: 14 } as const;
const active = { rule: "active", activePercent: 61.9, activePercentMin: 70 } as const;

test("every rule that is not met is named with its numbers", () => {
  expect(
    withheldReason({ status: "insufficient", reasons: [days, active], availableOn: null }, ENGLISH),
  ).toBe("Needs 14 days with readings, 11 are there; needs the sensor active 70 % of the time, it was 61 %.");
});

test("a share just under a rule is never rounded up to it", () => {
  const nearly = { ...active, activePercent: 69.96 };
  expect(withheldReason({ status: "insufficient", reasons: [nearly], availableOn: null }, ENGLISH)).toContain(
    "it was 69 %",
  );
});

test("the date on which the figure can be there is told, or that this period never has it", () => {
  const verdict = { status: "insufficient", reasons: [days] } as const;
  expect(withheldUntil({ ...verdict, availableOn: "2026-11-24" }, ENGLISH)).toBe(
    "Available from Tue, Nov 24 if the sensor is worn until then.",
  );
  expect(withheldUntil({ ...verdict, availableOn: null }, ENGLISH)).toContain("This period cannot have it");
});

test("caution is said once and only when there is one", () => {
  expect(cautionSentence({ status: "sufficient" }, ENGLISH)).toBeNull();
  expect(cautionSentence({ status: "caution", reasons: [{ ...days, days: 1 }] }, ENGLISH)).toBe(
    "May not be representative: 1 day with readings, 14 are advised.",
  );
});

test("a Spanish reader is told the same in Spanish", () => {
  expect(
    withheldReason({ status: "insufficient", reasons: [days, active], availableOn: null }, wordsFor("es-MX")),
  ).toBe(
    "Necesita 14 días con lecturas, hay 11; necesita el sensor activo el 70 % del tiempo, lo estuvo el 61 %.",
  );
});
