import { expect, test, vi } from "vitest";
import { dayTooltip } from "@/components/charts/day-tooltip";
import { dayOf, LOCALE, NOW } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { freshAt, stream, twelfths } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { DayReport } from "./day-report";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const words = wordsFor(LOCALE);

// Of twelve readings 1 is 50, 1 is 60, 3 are 66, 3 are 100, 2 are 150, 1 is 200 and 1 is 300.
const readings = stream("2026-11-19T00:00:00Z", NOW - 3 * 3_600_000, twelfths);
const dayWith = (ranges: RangeSetChoice) => dayOf(readings, "2026-11-20", ranges);

const alert = {
  systemTime: Date.parse("2026-11-20T03:10:00Z"),
  displayOffsetMinutes: 0,
  recordId: "a",
  name: "low",
} as const;

function daily(ranges: RangeSetChoice) {
  return inBrowserWords(
    <DayReport
      day={dayWith(ranges)}
      syncs
      records={{ events: [], calibrations: [], alerts: [alert], notes: [] }}
      sensors={[]}
      exclusions={[]}
      freshness={freshAt(NOW)}
      ranges={ranges}
      unit="mg/dL"
      words={words}
      picker={{ firstDate: null, lastDate: "2026-11-21", hrefOf: () => "/daily", path: "/daily" }}
      options={{ stripDays: 1, stripChoices: [1], zone: null, offsets: [0], hrefOf: () => "/daily" }}
      window={null}
      patient="me"
      mayExclude
    />,
  );
}

test("in pregnancy a day has four bands, and its sentence and its table say the same", () => {
  const text = textOf(daily("pregnancy"));
  expect(text).toContain("High 34 % In range 50 % Low 8 % Very low 8 %");
  expect(text).toContain("288 readings, 50 % in range;");
  expect(text).not.toMatch(/very high/i);
  const phrases = new Map(tableRows(htmlOf(daily("pregnancy"))).map(([, value, band]) => [value, band]));
  expect(phrases).toEqual(
    new Map([
      ["50", "very low"],
      ["60", "below range"],
      ["66", "in range"],
      ["100", "in range"],
      ["150", "above range"],
      ["200", "above range"],
      ["300", "above range"],
    ]),
  );
});

test("of older people a day has the bands and shares of everybody: it has no goals", () => {
  const chart = (ranges: RangeSetChoice) => htmlOf(daily(ranges)).split("</figure>", 1);
  expect(chart("older")).toEqual(chart("standard"));
  expect(textOf(daily("standard"))).toContain("Very high 8 % High 8 % In range 42 % Low 34 % Very low 8 %");
});

test("what the device alerted to is not taken for what the chosen ranges would call low", () => {
  const limits = "The device has limits of its own, whichever ranges are chosen here.";
  expect(textOf(daily("pregnancy"))).toContain(limits);
  expect(textOf(daily("standard"))).not.toContain(limits);
});

test("what is said of one reading names its band among the chosen ranges", () => {
  const saidOf = (ranges: RangeSetChoice) => {
    const day = dayWith(ranges);
    const point = day.points.find(({ value }) => value === 150);
    if (!point) throw new Error("No reading is 150");
    return dayTooltip(point, { day, marks: [], unit: "mg/dL", words });
  };
  expect(saidOf("standard").band).toEqual({ band: "target", label: "In range" });
  expect(saidOf("pregnancy").band).toEqual({ band: "high", label: "Above range" });
  expect(saidOf("pregnancy").spoken).toContain("150 mg/dL, above range");
});
