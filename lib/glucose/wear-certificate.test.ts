import { describe, expect, it } from "vitest";
import { sensorSessions } from "./sensor-sessions";
import { buildSeries } from "./series";
import { freshAt, stream, withGap } from "./testing/readings";
import { CERTIFICATE_GAPS_MAX, certificatePeriod, wearCertificate } from "./wear-certificate";

const FRESH = freshAt("2026-06-10T12:00:00Z");

describe("the period of a certificate", () => {
  it("ends with the last date that is over, so that no hour is missing that could still come", () => {
    expect(certificatePeriod(30, FRESH)).toEqual({ from: "2026-05-11", to: "2026-06-09", days: 30 });
  });

  it("ends where Dexcom was last asked, not where it could have been", () => {
    const stopped = freshAt("2026-06-10T12:00:00Z", { checkedThrough: Date.parse("2026-06-01T08:00:00Z") });
    expect(certificatePeriod(30, stopped)).toMatchObject({ to: "2026-05-31" });
  });

  it("follows the person's own clock", () => {
    const west = freshAt("2026-06-10T05:00:00Z", { displayOffsetMinutes: -420 });
    // 02:00 UTC is still 9 June in Los Angeles, so that 8 June is the last whole date.
    expect(certificatePeriod(30, west)).toMatchObject({ to: "2026-06-08" });
  });

  it("does not exist while the first import runs", () => {
    expect(certificatePeriod(30, freshAt("2026-06-10T12:00:00Z", { checkedThrough: null }))).toBeNull();
  });
});

describe("a certificate", () => {
  const readings = withGap(
    stream("2026-03-01T00:00:00Z", "2026-06-10T09:00:00Z", 120, { transmitterId: "a" }),
    "2026-05-31T18:00:00Z",
    "2026-06-02T06:00:00Z",
  );
  const make = (days: number, egvs = readings) => {
    const period = certificatePeriod(days, FRESH);
    if (period === null) throw new Error("The import is over");
    const within = { from: Date.parse(`${period.from}T00:00:00Z`), to: Date.parse("2026-06-10T00:00:00Z") };
    const sessions = sensorSessions(egvs, { within, cadenceMinutes: 5 });
    return wearCertificate(buildSeries(egvs), { period, sessions, freshness: FRESH });
  };

  it("of 30 days counts weeks, the last with what is left", () => {
    const { rowsBy, rows, wear } = make(30);
    expect(rowsBy).toBe("week");
    expect(rows.map(({ from, to, days }) => [from, to, days])).toEqual([
      ["2026-05-11", "2026-05-17", 7],
      ["2026-05-18", "2026-05-24", 7],
      ["2026-05-25", "2026-05-31", 7],
      ["2026-06-01", "2026-06-07", 7],
      ["2026-06-08", "2026-06-09", 2],
    ]);
    // 36 of 720 hours are missing: 5 %.
    expect(wear).toMatchObject({ observed: 8_208, expected: 8_640, activePercent: 95 });
    expect(wear).toMatchObject({ daysWithReadings: 29, daysByPercent: 29, daysByHours: 29 });
  });

  it("of 90 days counts calendar months, cut to its own days", () => {
    const { rowsBy, rows } = make(90);
    expect(rowsBy).toBe("month");
    expect(rows.map(({ from, to, days }) => [from, to, days])).toEqual([
      ["2026-03-12", "2026-03-31", 20],
      ["2026-04-01", "2026-04-30", 30],
      ["2026-05-01", "2026-05-31", 31],
      ["2026-06-01", "2026-06-09", 9],
    ]);
  });

  it.each([30, 60, 90])("of %i days has rows that add up to the whole", (days) => {
    const { rows, wear } = make(days);
    const sum = (
      of: "days" | "daysWithReadings" | "daysByPercent" | "daysByHours" | "observed" | "expected",
    ) => rows.reduce((total, row) => total + row[of], 0);
    for (const of of [
      "days",
      "daysWithReadings",
      "daysByPercent",
      "daysByHours",
      "observed",
      "expected",
    ] as const)
      expect([of, sum(of)]).toEqual([of, wear[of]]);
  });

  it("names the longest gaps and says how many there are", () => {
    const holed = ["01", "02", "03", "04", "05", "06", "07"].reduce(
      (some, day, i) => withGap(some, `2026-06-${day}T10:00:00Z`, `2026-06-${day}T1${i + 1}:00:00Z`),
      stream("2026-03-01T00:00:00Z", "2026-06-10T09:00:00Z", 120, { transmitterId: "a" }),
    );
    const { gaps, gapsInAll } = make(30, holed);
    expect(gapsInAll).toBe(7);
    expect(gaps).toHaveLength(CERTIFICATE_GAPS_MAX);
    expect(gaps[0]?.minutes).toBe(7 * 60 + 5);
  });

  it("counts sensors only where Dexcom tells them apart", () => {
    expect(make(30)).toMatchObject({ sensors: 1, transmitters: 0 });
    const g6 = readings.map((one) => ({ ...one, transmitterGeneration: "g6" }));
    expect(make(30, g6)).toMatchObject({ sensors: null, transmitters: 1 });
  });
});
