import { describe, expect, test, vi } from "vitest";
import {
  FIRST_DATE,
  fewReadings,
  fullReadings,
  LOCALE,
  type Period14,
  periodOf,
  WITH_STANDARD,
} from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import { egv, withGap } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { helpPath } from "@/lib/routes";
import { OverviewReport, SummaryReport } from "./overview-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

function overview(
  { summary, sparklines, facts }: Period14,
  unit: GlucoseUnit = "mg/dL",
  words = wordsFor(LOCALE),
) {
  return inBrowserWords(
    <OverviewReport
      summary={summary}
      sparklines={sparklines}
      facts={facts}
      held={WITH_STANDARD}
      unit={unit}
      words={words}
      dayHref={(date) => `/daily?date=${date}`}
      dailyHref="/daily"
      calendarHref="/calendar"
      lastDate="2026-11-21"
      patternsHref="/patterns"
    />,
    words.locale,
  );
}

const full = periodOf(fullReadings());
const few = periodOf(fewReadings());

describe("time in range", () => {
  test("the five percentages that are shown total 100", () => {
    const rows = tableRows(htmlOf(overview(full))).slice(0, 5);
    const percents = rows.map(([, percent = ""]) =>
      percent.startsWith("&lt;") ? 0 : Number.parseInt(percent, 10),
    );
    expect(percents).toHaveLength(5);
    expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
  });

  test("very high stands on top and very low at the bottom, each with hours a day and its goal in words", () => {
    const rows = tableRows(htmlOf(overview(full))).slice(0, 5);
    expect(
      rows.map(([name = ""]) =>
        name.replace(/\s+/g, " ").replace(/ [\d–. ]*(above|below)?[\d–. ]*mg\/dL/, ""),
      ),
    ).toEqual(["Very high", "High", "In range", "Low", "Very low"]);
    for (const [, , hours, goal] of rows) {
      expect(hours).toMatch(/(min|h)\b.*a day/);
      expect(goal).toMatch(/Goal (below|above) \d+ %.*(not met|met)/);
    }
  });

  test("a goal says in words that it is met or not", () => {
    const text = textOf(overview(full));
    const { bands } = full.summary;
    const met = bands.find(({ band }) => band === "target")?.goal?.met;
    expect(text).toContain(met ? "Goal above 70 % met" : "Goal above 70 % not met");
  });

  test("what is there but rounds to nothing is less than one, never 0", () => {
    const readings = fullReadings().map((one) => ({ ...one, value: 120 }));
    const first = readings[300];
    if (!first) throw new Error("The fixture has readings");
    const rare = periodOf(readings.map((one) => (one === first ? { ...one, value: 50 } : one)));
    const rows = tableRows(htmlOf(overview(rare))).slice(0, 5);
    expect(rows[4]?.[1]).toMatch(/^&lt; 1/);
  });
});

describe("a figure that the data does not carry", () => {
  test("shows a dash, the reason and what would help, and no number", () => {
    const html = htmlOf(overview(few));
    const gmi = /GMI.*?<dd>(.*?)<\/dd>/.exec(html)?.[1] ?? "";
    expect(gmi).toContain("—");
    expect(gmi).toContain("Needs 14 days with readings, 3 are there");
    expect(gmi).toContain("Available from");
    expect(gmi).not.toMatch(/\d\.\d/);
  });

  test("the profile is replaced by its reason and has no table", () => {
    const text = textOf(overview(few));
    expect(text).toContain("Needs 7 days with at least 12 hours each, 3 are there");
    expect(text).not.toContain("Show as table");
  });

  test("what is shown with too little data is marked", () => {
    expect(textOf(overview(few))).toContain(
      "May not be representative: 3 days with readings, 14 are advised",
    );
    expect(textOf(overview(full))).not.toContain("May not be representative");
  });

  test("a period without a single reading shows no figure at all", () => {
    const empty = periodOf([]);
    expect(textOf(overview(empty))).toMatch(/^Overview Nov 8 – 21, 2026 · 14 days[^.]*$/);
  });

  test("under a day of readings nothing but coverage is shown", () => {
    const hours = periodOf(fewReadings().slice(-200));
    const text = textOf(overview(hours));
    expect(text).toContain("Needs 24 hours of readings, 16 are there");
    expect(text).toContain("200 of");
    expect(text).not.toMatch(/\d+ %\s+70–180/);
  });
});

test("goals and withheld figures lead to their chapter of Help, each once", () => {
  const links = (period: Period14) =>
    htmlOf(overview(period)).split(`href="${helpPath("figures")}"`).length - 1;
  expect(links(full)).toBe(1);
  expect(links(few)).toBe(2);
  expect(links(periodOf(fewReadings().slice(-200)))).toBe(1);
});

test("the goal for the average is the one that reports print in each unit", () => {
  expect(textOf(overview(full))).toContain("Goal below 154 mg/dL");
  expect(textOf(overview(full, "mmol/L"))).toContain("Goal below 8.6 mmol/L");
});

describe("the glucose profile", () => {
  test("says how many days it really lays over one another", () => {
    const fewer = periodOf(
      fullReadings().filter(({ systemTime }) => systemTime >= Date.parse("2026-11-12T00:00:00Z")),
    );
    expect(textOf(overview(fewer))).toContain("10 days laid over one another");
  });

  test("its table holds exactly the points of the curve", () => {
    const html = htmlOf(overview(full));
    const figure = /<figure.*?<\/figure>/.exec(html)?.[0] ?? "";
    const rows = tableRows(figure);
    const { points } = full.summary.profile;
    expect(rows).toHaveLength(points.length);
    points.forEach(({ p5, p25, p50, p75, p95, days }, i) => {
      const shown = [p5, p25, p50, p75, p95].map((value) =>
        value === null ? "—" : formatGlucose(value, "mg/dL"),
      );
      expect(rows[i]?.slice(1)).toEqual([...shown, String(days)]);
    });
  });

  test("has a name with its unit and one sentence for those who cannot see it", () => {
    const html = htmlOf(overview(full));
    const figure = /<figure[^>]*aria-labelledby="([^"]+)".*?<\/figure>/.exec(html);
    expect(figure?.[0]).toContain(`id="${figure?.[1]}"`);
    expect(figure?.[0]).toMatch(/The median lies between \d+ mg\/dL around .* and \d+ mg\/dL around/);
  });

  test("everything is written in mmol/L for those who read it", () => {
    const text = textOf(overview(full, "mmol/L"));
    expect(text).toContain("3.9–10.0 mmol/L");
    expect(text).toContain("below 3.0 mmol/L");
    expect(text).not.toContain("mg/dL around");
  });
});

describe("the days", () => {
  test("each links to itself and says its time in range to screen readers", () => {
    const html = htmlOf(overview(full));
    for (const day of full.summary.days) {
      expect(html).toContain(`href="/daily?date=${day.date}"`);
    }
    expect(textOf(overview(full))).toMatch(/Sunday, November 8, 2026: \d+ % in range/);
  });

  test("a period that begins on a Wednesday begins in the column of Wednesday", () => {
    const html = htmlOf(overview(periodOf(fullReadings(), "2026-11-11", 11)));
    expect(/<ol[^>]*><li class="[^"]*column4/.test(html)).toBe(true);
  });

  test("a day without readings says so and has no curve", () => {
    const gap = periodOf(withGap(fullReadings(), "2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z"));
    const item = htmlOf(overview(gap)).split('date=2026-11-12"')[1]?.split("</li>")[0] ?? "";
    expect(item).toContain("Thursday, November 12, 2026: no readings");
    expect(item).not.toContain("<path");
  });
});

describe("the sentence at the top", () => {
  test("states time in range, its goal and both sides of it", () => {
    const text = textOf(overview(full));
    expect(text).toMatch(/Glucose was in range for about \d+ h( \d+ min)? a day \(\d+ %\)/);
    expect(text).toMatch(/below 70 mg\/dL; .* above 180 mg\/dL/);
  });

  test("does not invent a side that is not there", () => {
    const flat = periodOf(fullReadings().map((one) => egv(one.systemTime, 120)));
    expect(textOf(overview(flat))).toContain("No reading was outside it.");
  });
});

test("the heading is Overview and the period is named", () => {
  const html = htmlOf(overview(full));
  expect(html).toContain("<h1>Overview</h1>");
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(FIRST_DATE).toBe("2026-11-08");
  expect(textOf(overview(full))).toContain("Nov 8 – 21, 2026 · 14 days");
});

describe("what stands out", () => {
  test("lows are counted in days and times, at the hours that hold most of them", () => {
    expect(textOf(overview(full))).toContain(
      "Glucose was below 70 mg/dL for 15 minutes or longer on 14 of 14 days, 14 times in all, mostly between",
    );
  });

  test("a period without lows says so", () => {
    const flat = periodOf(fullReadings().map((one) => egv(one.systemTime, 120)));
    expect(textOf(overview(flat))).toContain("Glucose was never below 70 mg/dL for 15 minutes or longer.");
  });

  test("a change is told only where the period before can say what is usual", () => {
    expect(textOf(overview(full))).not.toContain("Time in range was");
    const [first] = fullReadings();
    if (!first) throw new Error("The fixture has readings");
    const shifted = fullReadings().map((one) => ({ ...one, systemTime: one.systemTime - 14 * 86_400_000 }));
    const two = periodOf([...shifted.filter((one) => one.systemTime < first.systemTime), ...fullReadings()]);
    expect(textOf(overview(two))).toMatch(/Time in range (was|went) .* usual day-to-day variation/);
  });

  test("each sentence can show the rule that made it", () => {
    const text = textOf(overview(full));
    expect(text).toContain("An episode is at least 15 minutes below the range");
  });
});

test("a Spanish reader reads the whole report in Spanish", () => {
  const text = textOf(overview(full, "mg/dL", wordsFor("es-MX")));
  expect(text).toContain("Tiempo en rango");
  expect(text).toContain("La glucosa estuvo en rango unas");
  expect(text).not.toMatch(/\b(the|Goal|days|Range|Average|Show)\b/);
});

test("a summary has the figures of the overview, and nothing of a single day or hour, nor a way to it", () => {
  const { summary } = full;
  const drawn = inBrowserWords(
    <SummaryReport summary={summary} held={WITH_STANDARD} unit="mg/dL" words={wordsFor(LOCALE)} />,
  );
  const [text, whole] = [textOf(drawn), textOf(overview(full))];
  expect(tableRows(htmlOf(drawn))).toEqual(tableRows(htmlOf(overview(full))).slice(0, 5));
  for (const figure of [
    "Glucose was in range for about",
    "Average glucose",
    "GMI",
    "Variation (CV)",
    "expected",
  ])
    expect(text).toContain(figure);
  for (const left of ["Spread (SD)", "The median lies", "Patterns", "Sunday, November 8", "the longest"])
    expect([whole.includes(left) || left === "the longest", text.includes(left)]).toEqual([true, false]);
  expect(htmlOf(drawn)).not.toMatch(/href="\/(daily|calendar|patterns)/);
});
