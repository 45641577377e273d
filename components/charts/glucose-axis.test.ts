import { expect, test } from "vitest";
import { formatGlucose } from "@/lib/format/glucose";
import { AXIS_TICKS_MG_DL, clampToAxis, glucoseDomain, verticalScale } from "./glucose-axis";

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
  expect(AXIS_TICKS_MG_DL).toEqual([54, 70, 140, 180, 250]);
  expect(AXIS_TICKS_MG_DL.map((value) => formatGlucose(value, "mmol/L"))).toEqual([
    "3.0",
    "3.9",
    "7.8",
    "10.0",
    "13.9",
  ]);
});
