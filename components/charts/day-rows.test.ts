import { describe, expect, test } from "vitest";
import { dayOf, fullReadings, LAST_DATE } from "@/components/testing/fixtures";
import { egv, withGap } from "@/lib/glucose/testing/readings";
import { dayRows, edgeRuns, eventsNear, labelledHours, laneRows } from "./day-rows";

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

test("marks that would cover one another stand in rows, at most so many", () => {
  expect(laneRows([0, 5, 10, 15, 40], 14, 3)).toEqual([0, 1, 2, 0, 0]);
  expect(laneRows([0, 1, 2, 3], 14, 2)).toEqual([0, 1, 1, 1]);
});

test("a reading is told together with the events around it", () => {
  const events = [{ elapsedMinutes: 100 }, { elapsedMinutes: 130 }];
  expect(eventsNear({ elapsedMinutes: 110 }, events, 15)).toEqual([{ elapsedMinutes: 100 }]);
});
