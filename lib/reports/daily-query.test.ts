import { describe, expect, it } from "vitest";
import { dailyFromQuery, dailyQuery } from "./daily-query";

const dates = { newest: "2026-11-20", sharedFrom: null, lastDate: "2026-11-21" } as const;
const asked = (query: Record<string, string | string[]>) => {
  const result = dailyFromQuery(query, dates);
  return result.ok ? result.value : null;
};

describe("Daily's address", () => {
  it("without anything is the newest day by itself, as worn and whole", () => {
    expect(asked({})).toEqual({ date: "2026-11-20", stripDays: 1, zone: null, span: null });
  });

  it("can name the date, the days under one another, the clock and the hours", () => {
    expect(asked({ date: "2026-11-10", strip: "7", zone: "-300", span: "360-720" })).toEqual({
      date: "2026-11-10",
      stripDays: 7,
      zone: -300,
      span: "360-720",
    });
  });

  it.each([
    { strip: "5" },
    { strip: "0" },
    { zone: "five" },
    { zone: "-301" },
    { zone: "900" },
    { zone: ["0", "60"] },
    { span: ["0-60", "60-120"] },
    { date: "2026-11-22" },
  ])("with %o says nothing that can be shown", (query) => expect(asked(query)).toBeNull());

  it("comes back from its own links, which name only what is unusual", () => {
    const choice = { date: "2026-11-10", stripDays: 14, zone: 0, span: null } as const;
    expect(dailyQuery(choice)).toEqual({ date: "2026-11-10", strip: "14", zone: "0" });
    expect(asked({ ...dailyQuery(choice) })).toEqual(choice);
    expect(dailyQuery({ date: "2026-11-10", stripDays: 1, zone: null })).toEqual({ date: "2026-11-10" });
  });
});

it("a date before the first that is shared is refused like one that has not come, and so is the newest", () => {
  const from = (sharedFrom: "2026-11-20" | "2026-11-21", query: Record<string, string>) =>
    dailyFromQuery(query, { ...dates, sharedFrom }).ok;
  expect(from("2026-11-20", { date: "2026-11-20" })).toBe(true);
  expect(from("2026-11-20", { date: "2026-11-19" })).toBe(false);
  expect(from("2026-11-20", {})).toBe(true);
  expect(from("2026-11-21", {})).toBe(false);
});
