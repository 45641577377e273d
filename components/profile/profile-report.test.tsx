import { describe, expect, test } from "vitest";
import { FIRST_DATE, fullReadings, heldWith, LAST_DATE, LOCALE, NOW } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { type Period, periodBefore } from "@/lib/glucose/period";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, stream } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { profileCurvesFrom } from "@/lib/reports/profile";
import { profileQueryOf } from "@/lib/reports/profile-query";
import { ProfileReport } from "./profile-report";

const STANDARD: ProfileChoice = { binMinutes: 60, smooth: true, weekdays: "all", compare: "none" };
const fortnight: Period = { from: FIRST_DATE, to: LAST_DATE, days: 14 };

function report(
  choice: Partial<ProfileChoice> = {},
  {
    readings = fullReadings(),
    locale = LOCALE,
    ranges = "standard",
  }: { readings?: ReturnType<typeof fullReadings>; locale?: string; ranges?: RangeSetChoice } = {},
) {
  const chosen = { ...STANDARD, ...choice };
  const input = { series: buildSeries(readings), period: fortnight, freshness: freshAt(NOW) };
  const before = chosen.compare === "before" ? { ...input, period: periodBefore(fortnight) } : null;
  return inBrowserWords(
    <ProfileReport
      {...profileCurvesFrom(input, before, chosen)}
      chosen={chosen}
      held={heldWith(ranges)}
      reader={{ unit: "mg/dL", words: wordsFor(locale) }}
      hrefOf={(one) => `/profile?${new URLSearchParams(profileQueryOf(one)).toString()}`}
      longer={{ days: 30, href: "/profile?days=30" }}
    />,
    locale,
  );
}

const fourWeeks = () =>
  stream("2026-10-24T00:00:00Z", NOW - 3 * 3_600_000, (at) =>
    at < Date.parse("2026-11-08T00:00:00Z") ? 150 : 120,
  );

describe("the profile alone", () => {
  test("has every point that is drawn in its table, and six of them below", () => {
    const rows = tableRows(htmlOf(report()));
    expect(rows.filter((row) => row.length === 7)).toHaveLength(24);
    expect(rows.at(-1)?.[0]).toBe("10:00 PM to 11:00 PM");
    expect(rows.filter(([time]) => time?.includes(" to "))).toHaveLength(6);
  });

  test("names the ends of the median by the drawn points", () => {
    const text = textOf(report());
    expect(text).toMatch(/Lowest median \d+ mg\/dL around [23]:30 AM/);
    expect(text).toMatch(/Highest median \d+ mg\/dL around [23]:30 PM/);
  });

  test("says how fine it is", () => {
    expect(textOf(report())).toContain("each smoothed with the hours beside it");
    expect(textOf(report({ binMinutes: 15, smooth: false }))).toContain("every 15 minutes, not smoothed");
  });
});

describe("another profile over it", () => {
  test("is named with its own days beside the first", () => {
    const text = textOf(report({ compare: "before" }, { readings: fourWeeks() }));
    expect(text).toContain("Nov 8 – Nov 21, filled: 14 days");
    expect(text).toContain("Oct 25 – Nov 7, as a dashed outline: 14 days");
    expect(text).toContain("Medians furthest apart 30 mg/dL around 12:30 AM");
  });

  test("is left away with its reason where its days are too few, and the first one stays", () => {
    const html = htmlOf(report({ compare: "weekend" }));
    const text = textOf(report({ compare: "weekend" }));
    expect(text).toContain(
      "Only Monday to Friday is drawn. Saturday and Sunday: Needs 7 days with at least 12 hours each, 4 are there.",
    );
    expect(text).toContain("Show the last 30 days");
    expect(text).toContain("10 days laid over one another");
    expect(tableRows(html).filter((row) => row.length === 7)).toHaveLength(24);
  });

  test("has no days at all where nothing was recorded before", () => {
    expect(textOf(report({ compare: "before" }))).toContain(
      "Only Nov 8 – Nov 21 is drawn. Oct 25 – Nov 7: Needs",
    );
  });
});

describe("the options", () => {
  test("keep one another, but weekends over weekdays need all days", () => {
    const html = htmlOf(report({ binMinutes: 5, smooth: false, weekdays: "weekend" }));
    expect(html).toContain('href="/profile?bins=5&amp;weekdays=weekend&amp;compare=before"');
    expect(html).toContain('href="/profile?bins=5&amp;compare=weekend"');
    expect(htmlOf(report({ compare: "weekend" }))).toContain('href="/profile?weekdays=weekdays"');
  });

  test("are named in Spanish, too", () => {
    expect(textOf(report({}, { locale: "es-MX" }))).toContain("Por hora, suavizado");
  });
});

describe("other ranges", () => {
  test("are drawn behind the curves, which stay the same", () => {
    const html = htmlOf(report({}, { ranges: "pregnancy" }));
    expect(html).toContain("Target 63–140");
    expect(html).not.toContain("Target 70–180");
    expect(tableRows(html)).toEqual(tableRows(htmlOf(report())));
    expect(textOf(report())).toContain("Target 70–180");
    expect(textOf(report({}, { ranges: "older" }))).toContain("Target 70–180");
  });

  test("are chosen among the options, under the names of Statistics", () => {
    const html = htmlOf(report({}, { ranges: "pregnancy" }));
    expect(html).toMatch(/<nav aria-label="Ranges".*?href="\?ranges=standard"[^>]*>Standard</);
    expect(html).toMatch(/href="\?ranges=pregnancy"[^>]*aria-current="true"[^>]*>Pregnancy, type 1</);
  });
});

test("the server writes no inline style, which the page's policy would refuse", () => {
  expect(htmlOf(report())).not.toMatch(/ style=/);
  expect(htmlOf(report({ compare: "before" }, { readings: fourWeeks() }))).not.toMatch(/ style=/);
});
