import { describe, expect, test } from "vitest";
import { LOCALE } from "@/components/testing/fixtures";
import { importWords } from "./import-words";

const where = { displayOffsetMinutes: -300, locale: LOCALE };
const progress = {
  windowsDone: 3,
  windowsTotal: 13,
  fetchingFrom: Date.parse("2026-03-01T02:00:00Z"),
  secondsLeft: 74,
};

describe("progress in words", () => {
  test("names the month on the person's own calendar, how many of how many, and the time left", () => {
    expect(importWords(progress, where)).toMatchObject({
      count: "3 of 13 parts",
      sentence: "Fetching February 2026, about 2 min left.",
    });
  });
  test("promises no time that nobody knows", () => {
    expect(importWords({ ...progress, secondsLeft: null }, where).sentence).toBe("Fetching February 2026.");
  });
  test("says so before the first answer", () => {
    const words = importWords(
      { windowsDone: 0, windowsTotal: 0, fetchingFrom: null, secondsLeft: null },
      where,
    );
    expect(words.count).toBe("Starting");
    expect(words.sentence).toContain("how far back");
  });
});
