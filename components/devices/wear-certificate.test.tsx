import { describe, expect, it } from "vitest";
import { fullReadings, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { sensorSessions } from "@/lib/glucose/sensor-sessions";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt } from "@/lib/glucose/testing/readings";
import { certificatePeriod, wearCertificate } from "@/lib/glucose/wear-certificate";
import { wordsFor } from "@/lib/i18n/words";
import { WearCertificate } from "./wear-certificate";

const FRESH = freshAt(NOW);

function sheet(locale = "en-US") {
  const readings = fullReadings();
  const period = certificatePeriod(30, FRESH);
  if (period === null) throw new Error("The import is over");
  const within = { from: Date.parse(`${period.from}T00:00:00Z`), to: NOW };
  const sessions = sensorSessions(readings, { within, cadenceMinutes: 5 });
  const certificate = wearCertificate(buildSeries(readings), { period, sessions, freshness: FRESH });
  return (
    <WearCertificate
      certificate={certificate}
      models={[["Dexcom G6"], ["Dexcom G7", "Dexcom ONE+"]]}
      firstDate="2026-11-07"
      freshness={FRESH}
      words={wordsFor(locale)}
    />
  );
}

describe("the wear certificate", () => {
  it("gives the counts and the rules behind them", () => {
    const text = textOf(sheet());
    // Readings from 7 November on: 14 of the 30 days that end with 20 November.
    expect(text).toContain("Oct 22 – Nov 20, 2026, 30 whole days");
    expect(text).toContain("First readings at Dexcom Saturday, November 7, 2026");
    expect(text).toContain("46 % · 4,032 of 8,640 expected readings");
    expect(text).toContain("Days with at least 70 % of the expected readings 14 of 30");
    expect(text).toContain("Days with at least 10 hours of readings 14 of 30");
    expect(text).toContain("Dexcom G6, Dexcom G7 or Dexcom ONE+");
    expect(text).toContain("How this was computed");
  });

  it("says what it is not, and whose name it does not know", () => {
    const text = textOf(sheet());
    expect(text).toContain("Hindsight does not verify who wore the sensor");
    expect(text).toContain("Not for treatment decisions");
    expect(text).toContain("Name to be filled in by hand");
  });

  it("is dated with the year", () => {
    expect(textOf(sheet())).toContain("Made with Hindsight · Sunday, November 22, 2026, 12:00 AM");
  });

  it("holds no glucose value", () => {
    expect(textOf(sheet())).not.toMatch(/mg\/dL|mmol|average|range/i);
  });

  it("has a row for each week and one for all of them", () => {
    const rows = tableRows(htmlOf(sheet()));
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)).toEqual(["All", "30", "14", "14", "14", "4,032", "8,640", "46 %"]);
  });

  it("is there in Spanish", () => {
    expect(textOf(sheet("es-MX"))).toContain("Hindsight no verifica quién llevó el sensor");
  });
});
