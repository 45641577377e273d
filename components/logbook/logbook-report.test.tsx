import { describe, expect, it } from "vitest";
import { eventAt, FIRST_DATE, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import { type LogbookEntry, logbookEntries } from "@/lib/glucose/logbook";
import { type LogbookChoice, logbookPage } from "@/lib/glucose/logbook-page";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt } from "@/lib/glucose/testing/readings";
import { timelineOf } from "@/lib/glucose/timeline";
import { wordsFor } from "@/lib/i18n/words";
import { LogbookReport, type LogbookReportProps } from "./logbook-report";

const ALL: LogbookChoice = { kinds: [], find: "", page: 1 };
const timeline = timelineOf(buildSeries(fullReadings()), freshAt(NOW));

// The fixtures swing from 45 mg/dL at 3 in the morning to 275 at 15:00.
const entries = logbookEntries(
  [
    eventAt("2026-11-20T10:00:00Z", {}),
    eventAt("2026-11-20T10:30:00Z", { type: "insulin", subType: "fastActing", value: 4.5, unit: "units" }),
    eventAt("2026-11-19T09:00:00Z", { type: "notes", value: "long <walk>", unit: null }),
    // Two hours later lie behind what Dexcom has shared.
    eventAt("2026-11-21T20:00:00Z", { recordId: "late" }),
  ],
  [
    {
      recordId: "visit",
      systemTime: Date.parse("2026-11-18T10:00:00Z"),
      displayOffsetMinutes: 0,
      kind: "visit",
      text: "Dr Sanz",
    },
  ],
  timeline,
);

function report(more: Partial<LogbookReportProps> = {}, all: readonly LogbookEntry[] = entries) {
  const choice = more.choice ?? ALL;
  return (
    <LogbookReport
      period={{ from: FIRST_DATE, to: LAST_DATE, days: 14 }}
      entries={all.length}
      shown={logbookPage(all, choice)}
      choice={choice}
      findMax={60}
      path="/logbook"
      kept={{ days: "14" }}
      kindsHref={(kinds) => `/logbook?kind=${kinds.join(",")}`}
      clearHref="/logbook"
      pageHref={(page) => `/logbook?page=${page}`}
      dayHref={(date) => `/daily?date=${date}`}
      notesHref="/notes"
      isEmptyPeriod={false}
      unit="mg/dL"
      words={wordsFor("en-US")}
      {...more}
    />
  );
}

describe("the logbook", () => {
  it("shows each entry with the glucose before, two hours after and the change", () => {
    const text = textOf(report());
    // 160 − 115 · cos((hour − 3) / 24 · 2π): 189.8 at 10:00, 241.3 at 12:00.
    expect(text).toMatch(/10:00 AM Carbs 45 g Another entry in these two hours 190 241 \+51/);
    expect(text).toContain("Insulin 4.5 units, fast-acting");
  });

  it("says that a value is not yet available instead of leaving it empty", () => {
    expect(textOf(report())).toMatch(/8:00 PM Carbs 45 g \d+ not yet available — no change to give/);
  });

  it("sums up each day as what was entered, and leads to the day", () => {
    expect(textOf(report())).toContain("Entered: 45 g carbs · 4.5 units of insulin");
    expect(htmlOf(report())).toContain('href="/daily?date=2026-11-20"');
  });

  it("lists visits without looking up glucose for them", () => {
    expect(textOf(report())).toContain("Visit: Dr Sanz not looked up for a visit");
  });

  it("shows what was typed as text, never as markup", () => {
    expect(htmlOf(report())).not.toContain("<walk>");
    expect(textOf(report())).toContain("“long <walk>”");
  });

  it("offers each kind with its count and keeps the period when searching", () => {
    const html = htmlOf(report({ choice: { ...ALL, kinds: ["carbs"] } }));
    expect(html).toContain('href="/logbook?kind=carbs,insulin"');
    expect(html).toContain('href="/logbook?kind="');
    expect(html).toContain('<input type="hidden" name="days" value="14"/>');
    expect(textOf(report({ choice: { ...ALL, kinds: ["carbs"] } }))).toContain("2 of 5 entries");
  });

  it("says when nothing fits, and when there is nothing at all", () => {
    expect(textOf(report({ choice: { ...ALL, find: "sushi" } }))).toContain("No entry fits.");
    const empty = textOf(report({}, []));
    expect(empty).toContain("No entries in these days");
    expect(empty).toContain("Dexcom ONE and ONE+ share none");
    expect(textOf(report({ isEmptyPeriod: true }, []))).not.toContain("No entries in these days");
  });

  it("speaks Spanish and mmol/L", () => {
    const text = textOf(report({ words: wordsFor("es-MX"), unit: "mmol/L" }));
    expect(text).toContain("Anotado: 45 g de carbohidratos");
    expect(text).toMatch(/10\.5 13\.4 \+2\.9/);
  });
});
