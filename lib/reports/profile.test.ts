import { describe, expect, it } from "vitest";
import { periodBefore } from "@/lib/glucose/period";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { profileCurvesFrom } from "./profile";
import { profileOptions, profileQueryOf } from "./profile-query";

const STANDARD: ProfileChoice = { binMinutes: 60, smooth: true, weekdays: "all", compare: "none" };

describe("what lies over the profile", () => {
  // 100 until Monday 2026-03-16, then 140, at weekends 30 more.
  const turn = Date.parse("2026-03-16T00:00:00Z");
  const series = buildSeries(
    stream("2026-03-02T00:00:00Z", "2026-03-30T00:00:00Z", (at) => {
      const weekend = [0, 6].includes(new Date(at).getUTCDay());
      return (at < turn ? 100 : 140) + (weekend ? 30 : 0);
    }),
  );
  const input = { series, period: datesFrom("2026-03-16", 14), freshness: longAfter };
  const before = { ...input, period: periodBefore(input.period) };
  const noonOf = (points: readonly { readonly p50: number | null }[] | undefined) => points?.[12]?.p50;

  it("is nothing unless asked for", () => {
    expect(profileCurvesFrom(input, null, STANDARD)).toMatchObject({ over: null, main: { days: 14 } });
  });

  it("is the equally long period before, of the same weekdays", () => {
    const { main, over } = profileCurvesFrom(input, before, { ...STANDARD, compare: "before" });
    expect([noonOf(main.profile.points), noonOf(over?.profile.points)]).toEqual([140, 100]);
    expect(over).toMatchObject({ period: { from: "2026-03-02", to: "2026-03-15" }, days: 14 });
    const weekends = profileCurvesFrom(input, before, {
      ...STANDARD,
      compare: "before",
      weekdays: "weekend",
    });
    expect([weekends.main.days, weekends.over?.days]).toEqual([4, 4]);
  });

  it("is the weekend over Monday to Friday", () => {
    const { main, over } = profileCurvesFrom(input, null, { ...STANDARD, compare: "weekend" });
    expect([main.days, over?.days]).toEqual([10, 4]);
    expect(noonOf(main.profile.points)).toBe(140);
    // Four weekend days are too few for percentiles at any hour.
    expect(noonOf(over?.profile.points)).toBeNull();
    expect(over?.profile.verdict.status).toBe("insufficient");
  });
});

describe("the options in the address", () => {
  it.each([
    [{}, {}],
    [{ bins: "60", smooth: "on" }, {}],
    [{ smooth: "off" }, { smooth: "off" }],
    [{ smooth: "off", bins: "15" }, { bins: "15" }],
    [
      { bins: "5", weekdays: "weekend", compare: "before" },
      { bins: "5", weekdays: "weekend", compare: "before" },
    ],
  ])("%j is written as %j", (query, written) => {
    const options = profileOptions(query);
    expect(options.ok && profileQueryOf(options.value)).toEqual(written);
  });

  it.each([
    { bins: "30" },
    { smooth: "yes" },
    { smooth: "on", bins: "5" },
    { compare: "weekend", weekdays: "weekdays" },
    { weekdays: "sat" },
    { compare: ["before", "weekend"] },
  ])("%j is refused", (query) => expect(profileOptions(query).ok).toBe(false));
});
