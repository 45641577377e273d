import { describe, expect, it } from "vitest";
import type { HeldAgainst } from "@/components/reports/held-against";
import {
  FIRST_DATE,
  fewReadings,
  fullReadings,
  heldWith,
  LAST_DATE,
  NOW,
} from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { FIGURES_TO_COMPARE } from "@/lib/glucose/compare/compared-figures";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { egv, freshAt } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { pageOfDates, statisticsFrom } from "@/lib/reports/statistics";
import { withQuery } from "@/lib/routes";
import { figureRows } from "./figure-rows";
import { plainText } from "./plain-text";
import { optionsQuery, type StatisticsOptions } from "./statistics-options";
import { StatisticsReport } from "./statistics-report";

const freshness = freshAt(NOW);
const path = "/patients/me/statistics";
const standard: StatisticsOptions = { by: "figures", find: "", page: 1 };

function prepared(readings: readonly Egv[], locale = "en-US") {
  const words = wordsFor(locale);
  const period = { from: FIRST_DATE, to: LAST_DATE, days: 14 };
  const { byDate, ...statistics } = statisticsFrom({ series: buildSeries(readings), period, freshness });
  const shownDates = pageOfDates({}, byDate);
  if (!shownDates.ok) throw new Error(shownDates.error);
  const groups = figureRows(statistics.summary, catalogueFor(words), { unit: "mg/dL", words });
  const text = plainText(statistics.summary, groups, { unit: "mg/dL", freshness, words });
  return { ...statistics, shownDates: shownDates.value, groups, text, words };
}

function report(
  readings: readonly Egv[],
  { ranges = "standard", ...chosen }: Partial<StatisticsOptions & Pick<HeldAgainst, "ranges">> = {},
  locale = "en-US",
) {
  const options = { ...standard, ...chosen };
  return inBrowserWords(
    <StatisticsReport
      {...prepared(readings, locale)}
      options={options}
      held={heldWith(ranges)}
      path={path}
      hrefOf={(other) => withQuery(path, optionsQuery({ ...options, ...other }))}
      passedOn={{}}
      dayHref={(date) => `/patients/me/daily?date=${date}`}
      unit="mg/dL"
    />,
    locale,
  );
}

const full = fullReadings();

describe("the list of figures", () => {
  const text = textOf(report(full));

  it("holds every figure of the engine, each once under the entry that defines it", () => {
    const { groups } = prepared(full);
    const listed = groups.flatMap(({ metrics }) => metrics.flatMap(({ rows }) => rows));
    const figures = listed.map(({ figure }) => figure);
    expect(new Set(figures).size).toBe(figures.length);
    expect(figures).toEqual(expect.arrayContaining(FIGURES_TO_COMPARE.map(({ figure }) => figure)));
  });

  it("says value, goal, meaning, variant, source and where the example is", () => {
    expect(text).toContain("Average glucose 160 mg/dL Goal below 154 mg/dL not met All readings added up");
    expect(text).toContain("Sensor active 100.0 % Goal at least 70 % met");
    expect(text).toContain("doi 10.2337/dc18-1581");
    expect(htmlOf(report(full))).toContain('href="/metrics#gmi"');
  });

  it("says that the lowest reading was out of the sensor's range instead of a number that it did not measure", () => {
    const text40 = textOf(report([...full, egv(NOW - 200 * 60_000, 39, { status: "low" })]));
    expect(text40).toContain("Lowest reading below 40 mg/dL");
  });

  it("says once why figures may not be representative, and marks each", () => {
    const few = textOf(report(fewReadings()));
    expect(few.split("May not be representative: 3 days with readings").length - 1).toBe(1);
    expect(few.split("May not be representative").length - 1).toBeGreaterThan(30);
  });

  it("says what a figure is in the reader's language", () => {
    const html = htmlOf(report(full, {}, "es-ES"));
    expect(html).toContain("Todas las lecturas sumadas y divididas entre su número.");
    const own = html.replaceAll(/<dd lang="en">.*?<\/dd>/g, "").replaceAll(/<[^>]+>/g, " ");
    expect(own).not.toMatch(/\b(the|and|with|days|readings|range|average|below|above)\b/i);
    expect(html).not.toMatch(/<(?!dd)\w+[^>]* lang="en"/);
  });

  it("shows only what is looked for", () => {
    const html = htmlOf(report(full, { find: "lability" }));
    expect(html).toContain("Lability index");
    expect(html).not.toContain("Median absolute deviation");
    expect(textOf(report(full, { find: "unicorn" }))).toContain("No figure is described with “unicorn”.");
  });

  it("with little data gives the reason and the date instead of a value", () => {
    const few = textOf(report(fewReadings()));
    expect(few).toContain("GMI — Not shown");
    expect(few).toMatch(/Needs 14 days with readings, 3 are there; .+? Available from/);
  });
});

describe("ranges of other groups of people", () => {
  it("stand beside the standard ones, never instead of them", () => {
    expect(textOf(report(full))).not.toContain("Pregnancy with type 1 diabetes");
    const text = textOf(report(full, { ranges: "pregnancy" }));
    expect(text).toContain("Adults with type 1 or type 2 diabetes");
    expect(text).toContain("Pregnancy with type 1 diabetes");
    expect(text).toContain("63–140 mg/dL");
  });
});

describe("the tables", () => {
  it.each([
    ["hour", 24],
    ["weekday", 7],
    ["day", 14],
  ] as const)("by %s have %i rows and the whole period", (by, count) => {
    const rows = tableRows(htmlOf(report(full, { by })));
    expect(rows).toHaveLength(count + 1);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(["Whole period", "3,996"]);
  });

  it("lead from each date to that day", () => {
    expect(htmlOf(report(full, { by: "day" }))).toContain('href="/patients/me/daily?date=2026-11-09"');
  });

  it("write whole percentages that total 100", () => {
    for (const row of tableRows(htmlOf(report(full, { by: "hour" })))) {
      const bands = row.slice(9, 14).map((cell) => (cell === "< 1" ? 0 : Number(cell)));
      expect(bands.reduce((sum, percent) => sum + percent, 0)).toBe(100);
    }
  });
});

describe("the text to copy", () => {
  it("has the same values as the page, the notice and how fresh the data is", () => {
    const { text, groups } = prepared(full);
    for (const { rows } of groups.flatMap(({ metrics }) => metrics))
      for (const { figure, name, value } of rows)
        if (!figure.startsWith("timeInRanges.") && value !== null)
          expect(text).toContain(`${name}: ${value}`);
    expect(text).toContain("not for treatment decisions");
    expect(text).toContain("Data through: Sat, Nov 21, 9:00 PM");
    expect(text).toContain("In range (70–180 mg/dL):");
  });

  it("withholds what the page withholds", () => {
    expect(prepared(fewReadings()).text).toMatch(/^GMI: — \(Needs 14 days/m);
  });

  it("is in the reader's language", () => {
    expect(prepared(full, "es-MX").text).toContain("Glucosa media: 160 mg/dL");
  });
});
