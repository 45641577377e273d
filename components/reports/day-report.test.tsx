import { describe, expect, test, vi } from "vitest";
import type { DayRecords } from "@/components/charts/day-marks";
import { dayOf, eventAt, fullReadings, LAST_DATE, LOCALE, NOW } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { formatReading } from "@/lib/format/glucose";
import type { DayChart } from "@/lib/glucose/day";
import { dayChart } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import { buildSeries } from "@/lib/glucose/series";
import { egv, freshAt, stream, withGap } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import type { HandExclusion } from "@/lib/journal/schema";
import { DayReport } from "./day-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const words = wordsFor(LOCALE);

interface Also extends Partial<DayRecords> {
  readonly syncs?: boolean;
  readonly sensors?: readonly SensorStretch[];
  readonly exclusions?: readonly HandExclusion[];
  readonly zone?: number | null;
}

function daily(
  day: DayChart,
  { syncs = true, sensors = [], exclusions = [], zone = null, ...records }: Also = {},
) {
  return inBrowserWords(
    <DayReport
      day={day}
      syncs={syncs}
      records={{ events: [], calibrations: [], alerts: [], notes: [], ...records }}
      sensors={sensors}
      exclusions={exclusions}
      freshness={freshAt(NOW)}
      ranges="standard"
      unit="mg/dL"
      words={words}
      picker={{
        firstDate: "2026-11-07",
        lastDate: LAST_DATE,
        hrefOf: (date) => `/daily?date=${date}`,
        path: "/daily",
      }}
      options={{
        stripDays: 1,
        stripChoices: [1, 3, 7, 14],
        zone,
        offsets: [0],
        hrefOf: (to) => `/daily?strip=${to.stripDays}&zone=${to.zone}`,
      }}
      window={null}
      patient="me"
      mayExclude
    />,
  );
}

test("the table holds exactly the readings of the curve", () => {
  const day = dayOf(fullReadings(), "2026-11-20");
  const rows = tableRows(htmlOf(daily(day)));
  expect(rows).toHaveLength(day.points.length);
  expect(rows.map(([, value]) => value)).toEqual(
    day.points.map((point) => formatReading(point, "mg/dL", words)),
  );
});

describe("what is not there is said in words", () => {
  test("a gap, with its length", () => {
    const readings = withGap(fullReadings(), "2026-11-20T04:00:00Z", "2026-11-20T06:00:00Z");
    expect(textOf(daily(dayOf(readings, "2026-11-20")))).toMatch(
      /No readings 3:55 AM to 6:00 AM \(2 h 5 min\)/,
    );
  });

  test("a gap, by the clock of its own day and not by today's", () => {
    const summer = stream("2026-07-09T04:00:00Z", "2026-07-12T04:00:00Z", 120, { offset: -240 });
    const gap = withGap(summer, "2026-07-10T04:00:00Z", "2026-07-10T08:00:00Z");
    expect(textOf(daily(dayOf(gap, "2026-07-10")))).toMatch(/No readings 12:00 AM to 4:00 AM/);
    const nothing = withGap(summer, "2026-07-10T04:00:00Z", "2026-07-11T04:00:00Z");
    expect(textOf(daily(dayOf(nothing, "2026-07-10")))).toMatch(/No readings 12:00 AM to 12:00 AM/);
  });

  test("the withheld hours, never as empty glucose", () => {
    const text = textOf(daily(dayOf(fullReadings())));
    expect(text).toContain("Not yet available: 9:00 PM to 12:00 AM. Dexcom shares data three hours late.");
    expect(text).not.toContain("No readings 9:00 PM");
  });

  test("readings beyond the sensor's range are no numbers", () => {
    const low = [egv("2026-11-20T03:00:00Z", 39, { status: "low" }), egv("2026-11-20T03:05:00Z", 60)];
    const rows = tableRows(htmlOf(daily(dayOf(low, "2026-11-20"))));
    expect(rows[0]?.[1]).toBe("below 40");
  });

  test("an empty day", () => {
    expect(textOf(daily(dayOf(fullReadings(), "2026-10-01")))).toContain("No readings on this day.");
  });
});

test("a day with 25 hours says so and tells its doubled hour apart", () => {
  const changed = stream("2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z", 120, {
    offset: (at) => (at < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300),
  });
  const text = textOf(daily(dayOf(changed, "2026-11-01")));
  expect(text).toContain("This day had 25 h, because the clock changed.");
  expect(text).toContain("1:30 AM (UTC−04:00)");
  expect(text).toContain("1:30 AM (UTC−05:00)");
});

test("a day that came twice on a flight west has its own hours only, not those of the date in between", () => {
  // Tokyo to Chicago: five hours into the 22nd it is the 21st again.
  const flight = stream("2026-11-19T15:00:00Z", "2026-11-22T00:00:00Z", 120, {
    offset: (at) => (at < Date.parse("2026-11-20T20:00:00Z") ? 540 : -300),
  });
  const day = dayOf(flight, "2026-11-20");
  expect(day.otherDate).toHaveLength(1);
  expect(textOf(daily(day))).toContain(
    "This day had 33 h, because the clock moved (journey or clock change).",
  );
});

test("what is not fetched is promised to nobody whose Dexcom is not connected", () => {
  const day = {
    ...dayOf(fullReadings()),
    notFetchedYet: [dayOf(fullReadings()).notYetAvailable ?? []].flat(),
  };
  expect(textOf(daily(day))).toContain("The next sync brings it.");
  const text = textOf(daily(day, { syncs: false }));
  expect(text).toMatch(/Not fetched: .*\. Dexcom is not connected\./);
  expect(text).not.toContain("The next sync brings it.");
});

test("events stand in the order of the day, each with its time", () => {
  const events = [
    eventAt("2026-11-20T12:30:00Z", { value: 60 }),
    eventAt("2026-11-20T07:30:00Z", { value: 45 }),
  ];
  const text = textOf(daily(dayOf(fullReadings(), "2026-11-20"), { events }));
  expect(text).toMatch(/7:30 AM Carbs 45 g 12:30 PM Carbs 60 g/);
});

describe("going from day to day", () => {
  test("both neighbours are links that say where they lead", () => {
    const html = htmlOf(daily(dayOf(fullReadings(), "2026-11-20")));
    expect(html).toContain('aria-label="Previous day, Thu, Nov 19"');
    expect(html).toContain('aria-label="Next day, Sat, Nov 21"');
  });

  test("there is no way past the last day", () => {
    expect(htmlOf(daily(dayOf(fullReadings())))).not.toContain("Next day");
  });
});

test("the heading is Daily, and the day is named in full", () => {
  expect(htmlOf(daily(dayOf(fullReadings())))).toContain("<h1>Daily</h1>");
  expect(textOf(daily(dayOf(fullReadings())))).toContain("Saturday, November 21, 2026");
});

describe("readings that were left out", () => {
  const from = Date.parse("2026-11-20T02:00:00Z");
  const to = Date.parse("2026-11-20T03:00:00Z");
  const day = dayChart({
    series: buildSeries(fullReadings()),
    date: "2026-11-20",
    freshness: freshAt(NOW),
    exclusions: [
      { kind: "by-hand", from, to, transmitterId: null, reason: "the sensor was loose", markedBy: "owner" },
    ],
  });
  const exclusions = [{ id: "one", from, to, reason: "the sensor was loose", createdAt: NOW }];

  test("stand in the table, marked, and in a list with their reason and the way back", () => {
    const page = daily(day, { exclusions });
    const rows = tableRows(htmlOf(page));
    expect(rows).toHaveLength(288);
    expect(rows.filter(([, , , counts]) => counts === "excluded")).toHaveLength(12);
    expect(textOf(page)).toContain("2:00 AM to 3:00 AM · 12 readings the sensor was loose Take back");
  });

  test("change the figures, and the page says what they would be with them", () => {
    const everything = dayOf(fullReadings(), "2026-11-20");
    expect(day.summary.mean).not.toBe(everything.summary.mean);
    expect(textOf(daily(day, { exclusions }))).toContain(
      `Without the excluded readings. With them: average ${Math.round(everything.summary.mean ?? 0)} mg/dL`,
    );
    expect(textOf(daily(everything))).not.toContain("Without the excluded readings");
  });
});

test("meter values, alerts, notes and visits stand in lists of their own, never among what was entered", () => {
  const at = (time: string) => ({
    systemTime: Date.parse(`2026-11-20T${time}:00Z`),
    displayOffsetMinutes: 0,
  });
  const text = textOf(
    daily(dayOf(fullReadings(), "2026-11-20"), {
      calibrations: [
        {
          ...at("06:00"),
          recordId: "c",
          value: 6,
          unit: "mmol/L",
          transmitterId: null,
          transmitterTicks: null,
          displayDevice: null,
          transmitterGeneration: null,
        },
      ],
      alerts: [{ ...at("03:10"), recordId: "a", name: "low" }],
      notes: [{ ...at("12:00"), recordId: "n", kind: "visit", text: "" }],
    }),
  );
  expect(text).toContain("Events Nothing was entered on this day.");
  // 6 mmol/L are 108 mg/dL.
  expect(text).toContain("Calibrations 6:00 AM 108 mg/dL");
  expect(text).toMatch(/Alerts .* 3:10 AM Low/);
  expect(text).toContain("Notes and visits 12:00 PM Visit");
});

test("a sensor that was started and warmed up is said with both times", () => {
  const startedAt = Date.parse("2026-11-20T18:30:00Z");
  const warmUpTo = Date.parse("2026-11-20T19:00:00Z");
  const sensor = {
    transmitterId: "new",
    startedAt,
    warmUpTo,
    firstReadingAt: warmUpTo,
    lastReadingAt: NOW,
    isOver: false,
  };
  expect(textOf(daily(dayOf(fullReadings(), "2026-11-20"), { sensors: [sensor] }))).toContain(
    "A new sensor was started at 6:30 PM; its first reading came at 7:00 PM.",
  );
});

test("a day on a chosen clock says which", () => {
  expect(textOf(daily(dayOf(fullReadings()), { zone: -300 }))).toContain(
    "The day is cut and drawn on one clock, UTC−05:00",
  );
  expect(textOf(daily(dayOf(fullReadings())))).not.toContain("drawn on one clock");
});
