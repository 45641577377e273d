import { describe, expect, test, vi } from "vitest";
import { fullReadings, periodOf } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import { wordsFor } from "@/lib/i18n/words";
import { patternOf } from "./pattern.test-support";
import { CompactPatternCard, PatternCard, type PatternCardContext } from "./pattern-card";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const { summary, sparklines } = periodOf(fullReadings());
const context: PatternCardContext = {
  curves: new Map(sparklines.map((curve) => [curve.date, curve])),
  drawing: { domain: [40, 300], strokeId: "stroke" },
  unit: "mg/dL",
  dayHref: (date) => `/daily?date=${date}`,
  words: wordsFor("en-US"),
};
const card = (pattern: Pattern, more: Partial<PatternCardContext> = {}) => (
  <PatternCard {...context} {...more} pattern={pattern} points={summary.profile.points} />
);
const linksIn = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

describe("a pattern that was found", () => {
  const nights = patternOf("night-lows");

  test("is told with its counts, its chance and its whole rule, in the reader's unit and language", () => {
    const text = textOf(card(nights));
    expect(text).toContain("Glucose below 70 mg/dL at night");
    expect(text).toContain("On 14 of 14 nights.");
    expect(text).toMatch(/Unlikely by chance\. Chance alone would show as much in less than 1 of 1,000/);
    expect(text).toContain("Episodes below 70 mg/dL fill at least 15 minutes between 12:00 AM and 6:00 AM");
    const spanish = textOf(card(nights, { words: wordsFor("es-ES"), unit: "mmol/L" }));
    expect(spanish).toContain("Glucosa por debajo de 3,9 mmol/L en la noche");
    expect(spanish).toContain("En 14 de 14 noches.");
  });

  test("links every date once it is opened, and the newest seven as curves with the night marked", () => {
    const html = htmlOf(card(nights));
    const days = nights.dates.map((date) => `/daily?date=${date}`);
    expect(linksIn(html)).toEqual([...days.slice(-7), ...days]);
    // Seven curves and the profile.
    expect(html.match(/<rect x="0" width="360" height="100"/g)).toHaveLength(8);
  });

  test("about whole dates has no hours to mark and no profile", () => {
    const html = htmlOf(card(patternOf("best-day")));
    expect(html).not.toContain("<figure");
    expect(html).not.toMatch(/height="100"/);
    expect(html).toMatch(/href="\/daily\?date=2026-11-\d\d"/);
  });

  test("is drawn without its profile where there are too few days for one", () => {
    const html = htmlOf(<PatternCard {...context} pattern={nights} points={[]} />);
    expect(html).not.toContain("<figure");
    expect(html).toContain("On 14 of 14 nights.");
  });

  test("carries no inline style, which the page's policy would refuse", () => {
    expect(htmlOf(card(nights))).not.toMatch(/ style=/);
  });
});

test("the compact card says the same in three curves, without the rule", () => {
  const nights = patternOf("night-lows");
  const html = htmlOf(<CompactPatternCard {...context} pattern={nights} />);
  expect(linksIn(html)).toEqual(nights.dates.slice(-3).map((date) => `/daily?date=${date}`));
  expect(html).toContain("On 14 of 14 nights.");
  expect(html).toContain("Unlikely by chance");
  expect(html).not.toContain("<details");
});
