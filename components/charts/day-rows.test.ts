import { describe, expect, test } from "vitest";
import { dayOf, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { dayChart } from "@/lib/glucose/day";
import { buildSeries } from "@/lib/glucose/series";
import { egv, freshAt, withGap } from "@/lib/glucose/testing/readings";
import {
  dayRows,
  edgeRuns,
  eventsNear,
  hoursBetweenLabels,
  labelledHours,
  labelsThatFit,
  quarterMarks,
  visibleRows,
  visibleSpans,
} from "./day-rows";

describe("the line of a day", () => {
  test("has one row per reading and breaks once per gap", () => {
    const day = dayOf(withGap(fullReadings(), "2026-11-21T04:00:00Z", "2026-11-21T06:00:00Z"));
    const rows = dayRows(day);
    expect(rows.filter(({ value }) => value !== null)).toHaveLength(day.points.length);
    expect(day.lines).toHaveLength(2);
    expect(rows.filter(({ value }) => value === null)).toHaveLength(2);
  });

  test("never draws over a missing stretch", () => {
    const day = dayOf(withGap(fullReadings(), "2026-11-21T04:00:00Z", "2026-11-21T06:00:00Z"));
    const rows = dayRows(day);
    const drawnSteps = rows.flatMap((row, i) => {
      const next = rows[i + 1];
      return next && row.value !== null && next.value !== null ? [next.x - row.x] : [];
    });
    expect(Math.max(...drawnSteps)).toBe(5);
  });
});

describe("readings beyond the sensor's range", () => {
  const at = (time: string) => `${LAST_DATE}T${time}:00Z`;

  test("get one caret per stretch, not one per reading", () => {
    const day = dayOf([
      egv(at("03:00"), 60),
      egv(at("03:05"), 39, { status: "low" }),
      egv(at("03:10"), 39, { status: "low" }),
      egv(at("03:15"), 62),
      egv(at("03:20"), 401, { status: "high" }),
    ]);
    expect(edgeRuns(day)).toEqual([
      { status: "low", fromMinutes: 185, toMinutes: 190 },
      { status: "high", fromMinutes: 200, toMinutes: 200 },
    ]);
  });

  test("are not joined over a gap", () => {
    const day = dayOf([
      ...["03:00", "03:05", "03:10"].map((time) => egv(at(time), 39, { status: "low" })),
      ...["06:00", "06:05"].map((time) => egv(at(time), 39, { status: "low" })),
    ]);
    expect(edgeRuns(day)).toHaveLength(2);
  });
});

test("labels stand every so many hours of the wall clock, also on a day with 25", () => {
  const plain = Array.from({ length: 25 }, (_, hour) => ({
    elapsedMinutes: hour * 60,
    minuteOfDay: hour * 60,
  }));
  expect(labelledHours(plain, 6, 90).map(({ minuteOfDay }) => minuteOfDay / 60)).toEqual([0, 6, 12, 18, 24]);
  const twoAgain = [0, 1, 1, 2, 3, 4, 5, 6].map((hour, i) => ({
    elapsedMinutes: i * 60,
    minuteOfDay: hour * 60,
  }));
  expect(labelledHours(twoAgain, 3, 90).map(({ elapsedMinutes }) => elapsedMinutes)).toEqual([0, 240, 420]);
});

test("a label stands beside its mark where it reaches neither the next mark nor the edge", () => {
  const marks = [
    { x: 0, labelPx: 30 },
    { x: 45, labelPx: 30 },
    { x: 200, labelPx: 30 },
    { x: 270, labelPx: 30 },
  ];
  // 0 + 10 + 30 + 10 > 45; 45 + 50 < 200; 200 + 50 < 270; 270 + 40 > 300.
  expect(labelsThatFit(marks, { gapPx: 10, edgePx: 300 })).toEqual([false, true, true, false]);
});

describe("a narrower window", () => {
  const rows = [0, 60, 120, 180, 240].map((x) => ({ x, value: 100 }));

  test("draws its own rows and one on either side, so that the line reaches the edges", () => {
    expect(visibleRows(rows, { from: 100, to: 200 }).map(({ x }) => x)).toEqual([60, 120, 180, 240]);
    expect(visibleRows(rows, { from: 0, to: 240 })).toEqual(rows);
    expect(visibleRows(rows, { from: 300, to: 360 })).toEqual([]);
  });

  test("cuts stretches to itself and leaves out those beyond", () => {
    const spans = [
      { fromMinutes: 0, toMinutes: 90 },
      { fromMinutes: 110, toMinutes: 300 },
    ];
    expect(visibleSpans(spans, { from: 100, to: 200 })).toEqual([{ fromMinutes: 110, toMinutes: 200 }]);
  });

  test("has as many labels as there is room for", () => {
    expect(hoursBetweenLabels(1_440, 900)).toBe(3);
    expect(hoursBetweenLabels(1_440, 266)).toBe(6);
    expect(hoursBetweenLabels(360, 900)).toBe(1);
  });

  test("is labelled by quarters of an hour, also next to the end of the day", () => {
    const hours = [0, 60, 120].map((minutes) => ({ elapsedMinutes: minutes, minuteOfDay: minutes }));
    expect(quarterMarks(hours, { from: 30, to: 120 }).map(({ minuteOfDay }) => minuteOfDay)).toEqual([
      30, 45, 60, 75, 90, 105, 120,
    ]);
  });
});

test("the curve that counts and the one that was left out share the readings among them", () => {
  const day = dayChart({
    series: buildSeries(fullReadings()),
    date: LAST_DATE,
    freshness: freshAt(NOW),
    exclusions: [
      {
        kind: "by-hand",
        from: Date.parse(`${LAST_DATE}T02:00:00Z`),
        to: Date.parse(`${LAST_DATE}T03:00:00Z`),
        transmitterId: null,
        reason: "loose",
        markedBy: "owner",
      },
    ],
  });
  const drawn = (isExcluded: boolean) => dayRows(day, isExcluded).filter(({ value }) => value !== null);
  expect(drawn(true).map(({ x }) => x)).toEqual(Array.from({ length: 12 }, (_, i) => 120 + 5 * i));
  expect(drawn(false)).toHaveLength(day.points.length - 12);
});

test("a reading is told together with the events around it", () => {
  const events = [{ elapsedMinutes: 100 }, { elapsedMinutes: 130 }];
  expect(eventsNear({ elapsedMinutes: 110 }, events, 15)).toEqual([{ elapsedMinutes: 100 }]);
});
