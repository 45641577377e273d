import { expect, test } from "vitest";
import { formatGlucose } from "@/lib/format/glucose";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { axisMarks, clampToAxis, glucoseDomain, STANDARD_MARKS, verticalScale } from "./glucose-axis";

test("the axis ends at 300 and stretches to 400 only when the data does", () => {
  expect(glucoseDomain([90, null, 300])).toEqual([40, 300]);
  expect(glucoseDomain([90, 301])).toEqual([40, 400]);
  expect(glucoseDomain([])).toEqual([40, 300]);
});

test("readings beyond the sensor's range sit on the edge", () => {
  expect(clampToAxis(39, [40, 400])).toBe(40);
  expect(clampToAxis(401, [40, 400])).toBe(400);
});

test("higher glucose lies higher", () => {
  const y = verticalScale([40, 300], { top: 0, bottom: 260 });
  expect(y(40)).toBe(260);
  expect(y(300)).toBe(0);
  expect(y(70)).toBe(230);
});

test("the labelled values are the band edges, in both units", () => {
  expect(STANDARD_MARKS.ticks).toEqual([54, 70, 140, 180, 250]);
  expect(STANDARD_MARKS.ticks.map((value) => formatGlucose(value, "mmol/L"))).toEqual([
    "3.0",
    "3.9",
    "7.8",
    "10.0",
    "13.9",
  ]);
});

test("a set without an outer band has no line for it, and labels never touch", () => {
  expect(axisMarks(RANGE_SETS.older.bounds["mg/dL"])).toEqual(STANDARD_MARKS);
  expect(axisMarks(RANGE_SETS.pregnancy.bounds["mg/dL"])).toEqual({
    ticks: [63, 140, 180, 250],
    target: { from: 63, to: 140 },
    firm: [63, 140],
    faint: [54],
  });
});
