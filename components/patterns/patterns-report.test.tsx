import { describe, expect, test, vi } from "vitest";
import { FIRST_DATE, fewReadings, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, stream } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { patternsReportFrom } from "@/lib/reports/patterns";
import { PatternsReport } from "./patterns-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const period = { from: FIRST_DATE, to: LAST_DATE, days: 14 };

function report(readings: readonly Egv[], locale = "en-US") {
  return (
    <PatternsReport
      {...patternsReportFrom({ series: buildSeries(readings), period, freshness: freshAt(NOW) })}
      period={period}
      unit="mg/dL"
      words={wordsFor(locale)}
      dayHref={(date) => `/daily?date=${date}`}
      overlayHref="/overlay"
    />
  );
}

describe("the page of patterns", () => {
  test("lists each of the eleven rules exactly once, whatever its state", () => {
    for (const readings of [fullReadings(), fewReadings()])
      expect(htmlOf(report(readings)).match(/<h3/g)).toHaveLength(11);
  });

  test("tells what was found from what was looked for and from what cannot be judged yet", () => {
    const text = textOf(report(fullReadings()));
    expect(text).toMatch(/11 rules looked at · \d+ found/);
    const [found, notFound, tooLittle] = ["Found", "Looked for and not found", "Too little data yet"].map(
      (title) => text.indexOf(title),
    );
    expect(found).toBeLessThan(notFound ?? 0);
    expect(notFound).toBeLessThan(tooLittle ?? 0);
    expect(text).toContain("Needs 21 dates with 70 % of their readings; there are 14.");
  });

  test("says how many rules chance alone would call unlikely", () => {
    // Eight of nine can be tested on fourteen days: 8 · 0.05 = 0.4.
    expect(textOf(report(fullReadings()))).toMatch(
      /8 rules were tested against chance\..*at most 0\.40 on average/,
    );
    expect(textOf(report(fewReadings()))).toContain(
      "No rule has enough data to be tested against chance yet.",
    );
  });

  test("says that nothing was found, but not of rules that could not be judged", () => {
    const none = "None of the rules found anything in these days.";
    // Seven nights and mornings, and no date with 70 % of its readings.
    const mornings = stream("2026-11-15T00:00:00Z", NOW, () => 110).filter(
      ({ systemTime }) => systemTime % DAY_MS < DAY_MS / 2,
    );
    expect(textOf(report(mornings))).toContain(none);
    expect(textOf(report(fewReadings()))).not.toContain(none);
  });

  test("has no results without readings: the state above says why", () => {
    expect(textOf(report([]))).toBe("Patterns Nov 8 – 21, 2026");
  });

  test("speaks Spanish throughout", () => {
    const text = textOf(report(fullReadings(), "es-ES"));
    expect(text).toContain("11 reglas examinadas");
    expect(text).not.toMatch(/\b(the|dates|nights|Glucose|chance|rule)\b/);
  });
});
