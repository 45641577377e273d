import { expect, test, vi } from "vitest";
import { fullReadings, periodOf } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import { wordsFor } from "@/lib/i18n/words";
import { CompactPatterns } from "./compact-patterns";
import { patternOf } from "./pattern.test-support";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const { sparklines } = periodOf(fullReadings());
const show = (found: readonly Pattern[]) => (
  <CompactPatterns
    found={found}
    sparklines={sparklines}
    unit="mg/dL"
    words={wordsFor("en-US")}
    dayHref={(date) => `/daily?date=${date}`}
  />
);

test("no more than the first four patterns are shown, in their order", () => {
  const ids = ["night-lows", "day-lows", "day-highs", "best-day", "most-variable-hour"] as const;
  const html = htmlOf(show(ids.map(patternOf)));
  const titles = [...html.matchAll(/<h3[^>]*>([^<]*)</g)].map(([, title]) => title);
  expect(titles).toEqual([
    "Glucose below 70 mg/dL at night",
    "Glucose below 70 mg/dL at one time of day",
    "Glucose above 180 mg/dL at one time of day",
    "Most time in range",
  ]);
});

test("their curves use one stroke, defined once", () => {
  const html = htmlOf(show([patternOf("night-lows"), patternOf("day-highs")]));
  const [, id] = /stroke="url\(#([^)]+)\)"/.exec(html) ?? [];
  expect(html.split(`id="${id}"`)).toHaveLength(2);
  expect(html.match(new RegExp(`url\\(#${id}\\)`, "g"))?.length).toBe(6);
});

test("nothing is shown without any", () => expect(textOf(show([]))).toBe(""));
