import { describe, expect, test, vi } from "vitest";
import { FIRST_DATE, heldWith, LOCALE, NOW, periodOf } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { stream, twelfths } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { OverviewReport, SummaryReport } from "./overview-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

// Of twelve readings 1 is 50, 1 is 60, 3 are 66, 3 are 100, 2 are 150, 1 is 200 and 1 is 300.
const readings = stream("2026-11-07T00:00:00Z", NOW - 3 * 3_600_000, twelfths);

function overview(ranges: RangeSetChoice, unit: GlucoseUnit = "mg/dL", locale = LOCALE) {
  const { summary, sparklines, facts } = periodOf(readings, FIRST_DATE, 14, ranges);
  return inBrowserWords(
    <OverviewReport
      summary={summary}
      held={heldWith(ranges)}
      sparklines={sparklines}
      facts={facts}
      unit={unit}
      words={wordsFor(locale)}
      dayHref={(date) => `/daily?date=${date}&ranges=${ranges}`}
      dailyHref="/daily"
      calendarHref="/calendar"
      lastDate="2026-11-21"
      patternsHref="/patterns"
    />,
    locale,
  );
}

const bandsOf = (ranges: RangeSetChoice, unit?: GlucoseUnit) =>
  tableRows(htmlOf(overview(ranges, unit)).split("</table>", 1).join());

describe("time in range", () => {
  test("in pregnancy has four bands with their own edges, shares and goals", () => {
    expect(bandsOf("pregnancy")).toEqual([
      ["High above 140 mg/dL", "34 %", "8 h a day", "Goal below 25 % not met"],
      ["In range 63–140 mg/dL", "50 %", "12 h a day", "Goal above 70 % not met"],
      ["Low 54–62 mg/dL", "8 %", "2 h a day", "Goal below 4 % with very low not met"],
      ["Very low below 54 mg/dL", "8 %", "2 h a day", "Goal below 1 % not met"],
    ]);
  });

  test("in other pregnancies has the same bands and no goal", () => {
    expect(bandsOf("pregnancy-type-2")).toEqual([
      ["High above 140 mg/dL", "34 %", "8 h a day", ""],
      ["In range 63–140 mg/dL", "50 %", "12 h a day", ""],
      ["Low 54–62 mg/dL", "8 %", "2 h a day", ""],
      ["Very low below 54 mg/dL", "8 %", "2 h a day", ""],
    ]);
  });

  test("of older people has the five bands of everybody with other goals", () => {
    expect(bandsOf("older")).toEqual([
      ["Very high above 250 mg/dL", "8 %", "2 h a day", "Goal below 10 % met"],
      ["High 181–250 mg/dL", "8 %", "2 h a day", "Goal below 50 % with very high met"],
      ["In range 70–180 mg/dL", "42 %", "10 h a day", "Goal above 50 % not met"],
      ["Low 54–69 mg/dL", "34 %", "8 h a day", "Goal below 1 % with very low not met"],
      ["Very low below 54 mg/dL", "8 %", "2 h a day", ""],
    ]);
  });

  test("is written in the reader's unit", () => {
    expect(bandsOf("pregnancy", "mmol/L").map(([band]) => band)).toEqual([
      "High above 7.8 mmol/L",
      "In range 3.5–7.8 mmol/L",
      "Low 3.0–3.4 mmol/L",
      "Very low below 3.0 mmol/L",
    ]);
  });
});

describe("the rest of an overview", () => {
  const pregnancy = textOf(overview("pregnancy"));

  test("begins with a sentence that names the range, its goal and both sides of it", () => {
    expect(pregnancy).toContain(
      "Glucose was in the range 63–140 mg/dL for about 12 h a day (50 %); the common goal is 16 h 48 min. " +
        "16 % of readings, about 4 h a day, were below 63 mg/dL; 34 % of readings, about 8 h a day, were above 140 mg/dL.",
    );
  });

  test("draws the target of the set behind the profile, and the days in its colours and percentages", () => {
    const html = htmlOf(overview("pregnancy"));
    expect(pregnancy).toContain("Target 63–140");
    expect(html.match(/<strong>50<\/strong> %/g)).toHaveLength(14);
    expect(htmlOf(overview("standard")).match(/<strong>42<\/strong> %/g)).toHaveLength(14);
    expect(html).not.toContain("70–180");
  });

  test("gives average, GMI and variation no goal, since theirs is that of most adults", () => {
    expect(pregnancy).not.toContain("154 mg/dL");
    expect(pregnancy.match(/No common goal/g)).toHaveLength(4);
    expect(pregnancy).toContain("Goal at least 70 % met");
  });

  test("says what keeps to the standard ranges", () => {
    expect(pregnancy).toContain("Patterns are found with the standard ranges.");
    expect(pregnancy).toContain("Glucose was below 70 mg/dL for 15 minutes or longer on 14 of 14 days");
    expect(pregnancy).toContain("Episodes are counted with the standard ranges");
    expect(textOf(overview("standard"))).not.toMatch(/standard ranges/);
  });

  test("is whole in Spanish, too", () => {
    const text = textOf(overview("pregnancy", "mg/dL", "es-MX"));
    expect(text).toContain("La glucosa estuvo en el rango de 63–140 mg/dL unas 12 h al día (50 %)");
    expect(text).toContain("Los patrones se buscan con los rangos estándar.");
  });
});

test("every set can be chosen under the name that Statistics has for it", () => {
  const html = htmlOf(overview("older"));
  for (const [set, name] of [
    ["standard", "Standard"],
    ["older", "Older adults"],
    ["pregnancy", "Pregnancy, type 1"],
    ["pregnancy-type-2", "Pregnancy, other"],
  ])
    expect(html).toMatch(new RegExp(`href="\\?ranges=${set}"[^>]*>${name}<`));
  expect(html).toMatch(/aria-current="true"[^>]*>Older adults</);
});

test("a summary has the bands of the same set", () => {
  const { summary } = periodOf(readings, FIRST_DATE, 14, "pregnancy");
  const drawn = (
    <SummaryReport summary={summary} held={heldWith("pregnancy")} unit="mg/dL" words={wordsFor(LOCALE)} />
  );
  expect(tableRows(htmlOf(inBrowserWords(drawn)))).toEqual(bandsOf("pregnancy"));
});
