import { createSecretKey, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { UnsealError } from "@/lib/crypto/errors";
import { aggregateDays } from "@/lib/glucose/aggregates/aggregate-days";
import { figuresOfDays } from "@/lib/glucose/aggregates/figures-of-days";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import type { PatientAggregates } from "./aggregates-codec";
import { openSummary, type SummaryRow, sealSummary } from "./data-summary";
import { SUMMARY_DATES } from "./mutations-summary";

const FROM = Date.parse("2026-03-01T00:00:00Z");
const LAST = FROM + SUMMARY_DATES * DAY_MS - 300_000;
const period = datesFrom("2026-03-01", SUMMARY_DATES);
const key = { id: "patient-a", key: createSecretKey(randomBytes(32)) };
const at = { availableUntil: LAST };

const aggregates: PatientAggregates = {
  days: aggregateDays({
    series: buildSeries(stream(FROM, LAST + 1, (time) => 60 + ((time / 300_000) % 240))),
    period,
    freshness: longAfter,
  }),
  newestReadingAt: LAST,
  checkedThrough: LAST + 100,
  displayOffsetMinutes: -210,
  countedThrough: LAST,
};

function rowOf(more: Partial<PatientAggregates> = {}): SummaryRow {
  const place = { patientId: "patient-a", revision: 7 };
  return { ...place, format: 1, sealed: sealSummary(place, { ...aggregates, ...more }, key) };
}

describe("a sealed summary", () => {
  it("opens to what was sealed: the same figures of the same dates", () => {
    const opened = openSummary(rowOf(), key, at);
    const { days, ...rest } = aggregates;
    expect(opened).toMatchObject(rest);
    expect(opened?.days).toMatchObject({ firstDay: days.firstDay, length: SUMMARY_DATES, cadenceMinutes: 5 });
    for (const part of [period, datesFrom("2026-04-12", 14)])
      expect(opened && figuresOfDays(opened.days, part, "standard")).toEqual(
        figuresOfDays(days, part, "standard"),
      );
  });

  it("keeps unknown instants unknown", () => {
    const unknown = { newestReadingAt: null, checkedThrough: null, countedThrough: Number.NEGATIVE_INFINITY };
    expect(openSummary(rowOf(unknown), key, at)).toMatchObject(unknown);
  });

  it("is smaller than a quarter of a page of the database, however many readings it counts", () => {
    expect(rowOf().sealed?.length).toBeLessThan(1_950);
    expect(rowOf().sealed?.length).toBe(rowOf({ newestReadingAt: null }).sealed?.length);
  });

  it("opens for its patient and revision only, and not when a bit was changed", () => {
    const row = rowOf();
    for (const moved of [{ patientId: "patient-b" }, { revision: 8 }, { revision: 6 }])
      expect(() => openSummary({ ...row, ...moved }, key, at)).toThrow(UnsealError);
    for (const byte of [0, 5, 40, 1_000, -1]) {
      const sealed = Buffer.from(row.sealed ?? []);
      const place = byte < 0 ? sealed.length + byte : byte;
      sealed[place] = (sealed[place] ?? 0) ^ 4;
      expect(() => openSummary({ ...row, sealed }, key, at)).toThrow(UnsealError);
    }
    const other = { id: "patient-a", key: createSecretKey(randomBytes(32)) };
    expect(() => openSummary(row, other, at)).toThrow(UnsealError);
  });

  it("is not there before the first time, nor in a layout that this version does not know", () => {
    expect(openSummary({ ...rowOf(), sealed: null }, key, at)).toBeNull();
    expect(openSummary({ ...rowOf(), format: 2 }, key, at)).toBeNull();
  });

  it("says nothing of a reading that may not be shown yet", () => {
    expect(openSummary(rowOf(), key, { availableUntil: LAST - 1 })).toBeNull();
    expect(openSummary(rowOf(), key, { availableUntil: LAST })).not.toBeNull();
  });
});
