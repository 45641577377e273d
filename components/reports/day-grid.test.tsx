import { expect, test, vi } from "vitest";
import { fullReadings, LOCALE, periodOf } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { DayGrid } from "./day-grid";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

test("the withheld hours of the last day are hatched and named, never empty glucose", () => {
  const { summary, sparklines } = periodOf(fullReadings());
  const grid = (
    <DayGrid
      days={summary.days}
      sparklines={sparklines}
      ranges="standard"
      words={wordsFor(LOCALE)}
      hrefOf={(date) => `/daily?date=${date}`}
      dailyHref="/daily"
    />
  );
  expect(textOf(grid)).toMatch(/November 21, 2026: \d+ % in range, the rest is not yet available/);
  expect(textOf(grid).match(/rest not yet available/g)).toHaveLength(1);
  expect(htmlOf(grid).match(/fill="url\(#[^"]*-awaited\)"/g)).toHaveLength(1);
});
