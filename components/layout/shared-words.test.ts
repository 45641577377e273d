import { expect, test } from "vitest";
import { LOCALE, NOW } from "@/components/testing/fixtures";
import { DAY_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import type { ShareLimits } from "@/lib/sharing/policy";
import { type SharedTerms, sharedWords } from "./shared-words";

const ALL: ShareLimits = { scope: "reports", withEvents: true, withNotes: true, from: null };

function said(limits: Partial<ShareLimits>, more: Partial<SharedTerms> = {}, locale = LOCALE) {
  const terms = {
    name: "Ana Ruiz",
    clinic: null,
    limits: { ...ALL, ...limits },
    windowDays: null,
    expiresAt: null,
    isVisit: false,
  };
  return sharedWords({ ...terms, ...more }, { now: NOW, displayOffsetMinutes: 0 }, wordsFor(locale));
}

test("says whose data it is, what of it is shown, which days, and until when", () => {
  expect(said({ withNotes: false, from: "2026-11-01" }, { expiresAt: NOW + 32 * DAY_MS })).toEqual({
    title: "Ana Ruiz’s data, shared with you",
    terms: "all reports and events · from Nov 1 on · until Dec 24",
  });
});

test("says on whose behalf it is shown", () => {
  const clinic = { name: "Northside clinic" };
  expect(said({}, { clinic }).title).toBe("Ana Ruiz’s data, shared with Northside clinic");
  expect(said({}, { clinic }, "es-MX").title).toBe("Datos de Ana Ruiz, compartidos con Northside clinic");
});

test.each([
  [{}, {}, "all reports, events, notes and lab values · all days"],
  [{ withEvents: false }, {}, "all reports, notes and lab values · all days"],
  [
    { withEvents: false, withNotes: false, from: "2026-10-24" } as const,
    { windowDays: 30 },
    "all reports, without events and notes · the last 30 days",
  ],
  [
    { from: "2026-11-22" } as const,
    { windowDays: 1 },
    "all reports, events, notes and lab values · the last day",
  ],
  [
    { scope: "summary", withEvents: false, withNotes: false } as const,
    {},
    "the figures of the overview · all days",
  ],
])("names the part and the days: %o %o", (limits, more, terms) => {
  expect(said(limits, more).terms).toBe(terms);
});

test("a date of another year is written with it", () => {
  expect(said({ from: "2025-11-01" }, { expiresAt: Date.parse("2027-01-05T00:00:00Z") }).terms).toContain(
    "from Nov 1, 2025 on · until Jan 5, 2027",
  );
});

test("the same in Spanish", () => {
  expect(said({ from: "2026-11-01" }, { expiresAt: NOW + 32 * DAY_MS }, "es-MX")).toEqual({
    title: "Datos de Ana Ruiz, compartidos contigo",
    terms: "todos los informes, eventos, notas y valores de laboratorio · desde el 1 nov · hasta el 24 dic",
  });
});

test("whoever has come by a link is told so", () => {
  expect(said({}, { isVisit: true }).title).toBe("Ana Ruiz’s data, by a link");
  expect(said({}, { isVisit: true }, "es-MX").title).toBe("Datos de Ana Ruiz, por un enlace");
});
