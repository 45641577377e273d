import { describe, expect, it } from "vitest";
import { OverviewReport } from "@/components/reports/overview-report";
import {
  fewReadings,
  fullReadings,
  LOCALE,
  type Period14,
  periodOf,
  WITH_STANDARD,
} from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { Egv } from "@/lib/glucose/reading";
import { wordsFor } from "@/lib/i18n/words";
import { KeptOverviewReport } from "./kept-overview-report";
import { type OfflineOverview, readOfflineOverview } from "./offline-overview";
import { prepareOfflineOverview } from "./prepare-offline-overview";

const words = wordsFor(LOCALE);

/** As it comes out of the store: through JSON. */
function keptOf(overview: Period14, locale = LOCALE): OfflineOverview {
  const prepared = prepareOfflineOverview({ ...overview, unit: "mg/dL", words: wordsFor(locale) });
  const kept = readOfflineOverview(JSON.stringify(prepared));
  if (kept === null) throw new Error("The copy was refused");
  return kept;
}

const shown = (readings: readonly Egv[]) => <KeptOverviewReport overview={keptOf(periodOf(readings))} />;

describe("the kept overview", () => {
  const full = periodOf(fullReadings());
  const page = textOf(
    inBrowserWords(
      <OverviewReport
        {...full}
        held={WITH_STANDARD}
        unit="mg/dL"
        words={words}
        dayHref={() => "/"}
        dailyHref="/"
        calendarHref="/calendar"
        lastDate="2026-11-21"
        patternsHref="/"
      />,
    ),
  );

  it("says the sentences and figures of the page, word for word", () => {
    const { sentences, facts, range, figures } = keptOf(full);
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(page).toContain(sentence.replaceAll(/\s+/g, " "));
    expect(page).toContain(facts);
    for (const { term, value } of figures.rows) {
      expect(page).toContain(term);
      expect(page).toContain(value);
    }
    for (const { name, range: bounds, percent } of range.rows)
      expect(page).toContain(`${name} ${bounds} ${percent}`);
  });

  it("shows five bands from very high down, with percent, time and goal", () => {
    const rows = tableRows(htmlOf(shown(fullReadings()))).slice(0, 5);
    expect(rows.map(([name]) => name)).toEqual([
      "Very high above 250 mg/dL",
      "High 181–250 mg/dL",
      "In range 70–180 mg/dL",
      "Low 54–69 mg/dL",
      "Very low below 54 mg/dL",
    ]);
    for (const [, percent, time] of rows) {
      expect(percent).toMatch(/^(< 1|\d+) %$/);
      expect(time).toMatch(/a day$/);
    }
  });

  it("shows the profile every two hours, as the page draws it", () => {
    const { rows } = keptOf(full).profile;
    const medians = [30, 150, 270, 390, 510, 630, 750, 870, 990, 1_110, 1_230, 1_350].map(
      (minute) => full.summary.profile.points.find(({ minuteOfDay }) => minuteOfDay === minute)?.p50,
    );
    expect(rows.map(([, median]) => Number(median))).toEqual(medians.map((p50) => Math.round(p50 ?? NaN)));
    expect(rows.map(([time]) => time).slice(0, 2)).toEqual(["12:30 AM", "2:30 AM"]);
  });

  it("withholds what the page withholds, with the reason and no number", () => {
    const { figures, profile } = keptOf(periodOf(fewReadings()));
    const gmi = figures.rows.find(({ term }) => term === "GMI");
    expect(gmi?.value).toBe("—");
    expect(gmi?.note).toMatch(/^Needs /);
    expect(profile.rows).toEqual([]);
    expect(profile.notes).toHaveLength(2);
  });

  it("says so where there is not a single reading", () => {
    const none = periodOf([]);
    const freshness = { ...none.freshness, dataThrough: null };
    const { sentences, range, dataThrough } = keptOf({ ...none, freshness });
    expect(sentences).toEqual([]);
    expect(range.rows).toEqual([]);
    expect(range.notes.length).toBeGreaterThan(0);
    expect(dataThrough).toBe("No readings yet");
  });

  it("speaks the reader's language", () => {
    const spanish = keptOf(full, "es-MX");
    expect(spanish.locale).toBe("es-MX");
    expect(spanish.profile.columns[1]).toBe("Mediana");
  });

  it("is refused when another version wrote it", () => {
    expect(readOfflineOverview(JSON.stringify({ ...keptOf(full), version: 2 }))).toBeNull();
    expect(readOfflineOverview("null")).toBeNull();
  });

  it("names nobody: no id, no address, no name of a person", () => {
    const text = JSON.stringify(keptOf(full));
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|https?:|\/patients\/|patient/i);
  });
});
