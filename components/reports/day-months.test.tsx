import { expect, test, vi } from "vitest";
import { fullReadings, LOCALE, periodOf } from "@/components/testing/fixtures";
import { htmlOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { DayMonths } from "./day-months";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const { summary } = periodOf(fullReadings());
const grid = (
  <DayMonths
    days={summary.days}
    lastDate={summary.period.to}
    words={wordsFor(LOCALE)}
    hrefOf={(date) => `/daily?date=${date}`}
    calendarHref="/calendar"
  />
);

test("every day of the period is a link to itself, with its percentage in range and the last one marked as unfinished", () => {
  const links = [...htmlOf(grid).matchAll(/daily\?date=([\d-]+)/g)].map(([, date]) => date);
  expect(links).toEqual(summary.days.map(({ date }) => date));
  const shares = summary.days.flatMap(({ targetShare }) => targetShare ?? []);
  for (const share of shares) expect(htmlOf(grid)).toContain(`${Math.round(100 * share)} % in range`);
  expect(htmlOf(grid).match(/so far/g)).toHaveLength(1);
});
