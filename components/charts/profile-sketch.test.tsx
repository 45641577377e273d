import { expect, test } from "vitest";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf } from "@/components/testing/markup";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { ProfileChart } from "./profile-chart";
import { profilePaths } from "./profile-sketch";

// On an axis from 40 to 300 mg/dL these lie at quarters of the height.
const [LOWER, MIDDLE, UPPER] = [105, 170, 235];

const point = (minuteOfDay: number, curves: Partial<ProfilePoint>): ProfilePoint => ({
  minuteOfDay,
  p5: LOWER,
  p25: LOWER,
  p50: MIDDLE,
  p75: UPPER,
  p95: UPPER,
  readings: 12,
  days: 14,
  ...curves,
});

const EMPTY = { p5: null, p25: null, p50: null, p75: null, p95: null };

test("curves lie where their values are, and reach over both midnights", () => {
  const { median, inner } = profilePaths([point(360, { p50: UPPER }), point(1_080, {})], [40, 300]);
  expect(median).toBe("M-360 500L360 250L1080 500L1800 250");
  expect(inner).toBe("M-360 250L360 250L1080 250L1800 250L1800 750L1080 750L360 750L-360 750Z");
});

test("a time of day without readings breaks the curves instead of being drawn over", () => {
  const { median, outer } = profilePaths(
    [point(180, {}), point(540, {}), point(900, EMPTY), point(1_260, {})],
    [40, 300],
  );
  expect(median).toBe("M-180 500L180 500L540 500M1260 500L1620 500");
  expect(outer.match(/Z/g)).toHaveLength(2);
  expect(`${median}${outer}`).not.toContain(" 900 ");
});

test("what lies beyond the axis stays on its edge", () => {
  expect(profilePaths([point(720, { p50: 20 })], [40, 300]).median).toBe("M-720 1000L720 1000L2160 1000");
});

test("the server draws the whole profile, without one inline style", () => {
  const points = [point(360, { p95: 290 }), point(1_080, {})];
  const html = htmlOf(inBrowserWords(<ProfileChart points={points} ranges="standard" unit="mg/dL" />));
  const { outer, inner, median } = profilePaths(points, [40, 300]);
  for (const path of [outer, inner, median]) expect(html).toContain(`d="${path}"`);
  for (const label of ["54", "70", "180", "250", "95", "25"]) expect(html).toContain(label);
  expect(html).not.toContain("style=");
});

test("the target band, its lines and its name are those of the ranges", () => {
  const drawn = (ranges: "standard" | "older" | "pregnancy") =>
    htmlOf(inBrowserWords(<ProfileChart points={[point(360, {})]} ranges={ranges} unit="mg/dL" />));
  expect(drawn("older")).toBe(drawn("standard"));
  const html = drawn("pregnancy");
  // On an axis from 40 to 300: 140 lies at 160 of 260 from the top, 63 at 237, 54 at 246.
  const fromTop = (share: string | undefined) => Math.round(2.6 * Number(share));
  const [, y, height] = /<rect width="100%" y="([\d.]+)%" height="([\d.]+)%"/.exec(html) ?? [];
  expect([fromTop(y), fromTop(height)]).toEqual([160, 77]);
  const lines = [...html.matchAll(/<line[^>]* y1="([\d.]+)%"/g)].map(([, y1]) => fromTop(y1));
  expect(lines).toEqual([246, 237, 160]);
  expect(html).toContain("63–140");
  expect(html).not.toContain("70–180");
});
