import { expect, test } from "vitest";
import { readDataRange } from "./data-range";
import { USER_ID } from "./wire.fixture";

const LIMIT = Date.parse("2030-03-01T15:00:00Z");
const at = (systemTime: string) => ({ systemTime, displayTime: systemTime });
const answer = (blocks: Record<string, unknown>) => ({
  recordType: "dataRange",
  recordVersion: "3.0",
  userId: USER_ID,
  ...blocks,
});
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

test("the blocks are read, and null or missing ones mean that there is nothing yet", () => {
  const egvs = span("2030-01-01T00:00:03", "2030-03-01T14:05:12");
  expect(readDataRange(answer({ egvs, events: null }), LIMIT)).toEqual({
    ok: true,
    value: {
      userId: USER_ID,
      egvs: { start: Date.parse("2030-01-01T00:00:03Z"), end: Date.parse("2030-03-01T14:05:12Z") },
      events: null,
      calibrations: null,
    },
  });
});

test("what lies within the delay is not said to exist", () => {
  const result = readDataRange(
    answer({
      egvs: span("2030-01-01T00:00:00Z", "2030-03-01T17:59:00Z"),
      events: span("2030-03-01T16:00:00Z", "2030-03-01T17:00:00Z"),
    }),
    LIMIT,
  );
  expect(result).toMatchObject({ value: { egvs: { end: LIMIT }, events: null } });
});

test("a range that starts before this API had data starts with its history", () => {
  const result = readDataRange(answer({ egvs: span("1970-01-01T00:00Z", "2030-01-01T00:00") }), LIMIT);
  expect(result).toMatchObject({ value: { egvs: { start: Date.parse("2015-01-01T00:00:00Z") } } });
});

test("a single record gives a range of one instant", () => {
  const time = "2030-02-01T00:00:00Z";
  expect(readDataRange(answer({ calibrations: span(time, time) }), LIMIT)).toMatchObject({
    value: { calibrations: { start: Date.parse(time), end: Date.parse(time) } },
  });
});

test("bare strings in place of the documented objects are read too", () => {
  const egvs = { start: "2030-01-01T00:00:00", end: "2030-01-02T00:00:00" };
  expect(readDataRange(answer({ egvs }), LIMIT)).toMatchObject({
    value: { egvs: { start: Date.parse("2030-01-01T00:00:00Z") } },
  });
});

test.each<[string, unknown]>([
  ["a block without an end", answer({ egvs: { start: at("2030-01-01T00:00:00") } })],
  ["a block with an unreadable time", answer({ egvs: span("soon", "later") })],
  [
    "a block that ends before it starts",
    answer({ egvs: span("2030-02-01T00:00:00Z", "2030-01-01T00:00:00Z") }),
  ],
  ["a block of another kind", answer({ egvs: [] })],
  ["no user", { ...answer({}), userId: undefined }],
  ["another record type", { ...answer({}), recordType: "egv" }],
  ["version 2", { ...answer({}), recordVersion: "2.0" }],
  ["no object at all", null],
])("%s is an error, never an empty range", (_, json) => {
  expect(readDataRange(json, LIMIT)).toMatchObject({ ok: false, error: { code: "malformed" } });
});
