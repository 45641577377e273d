import { readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { personFromCsv } from "@/lib/simulator/people/from-csv";

const DATA = path.resolve(import.meta.dirname, "../../../../shared/data/cgm");
const csvOf = (file: string) => readFileSync(path.join(DATA, file), "utf8");
const ENDS_AT = Date.parse("2026-11-23T09:41:37Z");
const HEADER = "subject,time,glucose_mg_dl";
const small = (...rows: string[]) =>
  personFromCsv({ name: "Small", csv: [HEADER, ...rows].join("\n"), endsAt: ENDS_AT });
const values = (...rows: string[]) =>
  small(...rows)
    .egvs(0, Number.POSITIVE_INFINITY)
    .map((egv) => [egv.value, egv.status]);

/** An own reading of the file, so that the mapping is checked against the text itself. */
function rowsOf(csv: string, subject: string): [at: number, glucose: number][] {
  return csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .filter((row) => row[0] === subject)
    .map((row) => [Date.parse(`${row[1]}Z`), Number(row[2])]);
}

describe.each([
  ["hupa-ucm.csv", "hupa-0028", 25_902],
  ["iglu-example5.csv", "subject-1", 2_915],
  ["iglu-example5.csv", "subject-2", 2_829],
  ["iglu-example5.csv", "subject-3", 1_533],
  ["iglu-example5.csv", "subject-4", 3_664],
  ["iglu-example5.csv", "subject-5", 2_925],
])("%s, %s", (file, subject, count) => {
  const csv = csvOf(file);
  const person = personFromCsv({ name: "Real", csv, subject, endsAt: ENDS_AT });
  const egvs = person.egvs(person.historyStart, ENDS_AT + 1);

  test("every reading is found again, moved by whole minutes", () => {
    expect(egvs).toHaveLength(count);
    const back = egvs.map((egv) => [egv.systemTime - person.shiftMs, egv.value]);
    const mapped = rowsOf(csv, subject).map(([at, glucose]) => [
      at,
      Math.min(401, Math.max(39, Math.floor(glucose + 0.5))),
    ]);
    expect(back).toEqual(mapped);
    expect(person.shiftMs % MINUTE_MS).toBe(0);
  });

  test("the last reading is at most a minute before the end", () => {
    const last = egvs.at(-1)?.systemTime ?? 0;
    expect(last).toBeLessThanOrEqual(ENDS_AT);
    expect(last).toBeGreaterThan(ENDS_AT - MINUTE_MS);
    expect([person.historyStart, person.historyEnd]).toEqual([egvs[0]?.systemTime, last]);
  });

  test("any window is the slice of the whole", () => {
    const day = { min: person.historyStart - DAY_MS, max: ENDS_AT + DAY_MS };
    fc.assert(
      fc.property(fc.integer(day), fc.integer(day), (from, to) => {
        const slice = egvs.filter((egv) => egv.systemTime >= from && egv.systemTime < to);
        expect(person.egvs(from, to)).toEqual(slice);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});

describe("values", () => {
  test("are rounded half up, then marked outside the measuring range", () => {
    expect(
      values(
        "a,2024-01-01T00:00:00,99.5",
        "a,2024-01-01T00:05:00,99.4",
        "a,2024-01-01T00:10:00,39.5",
        "a,2024-01-01T00:15:00,39.4",
        "a,2024-01-01T00:20:00,1.8",
        "a,2024-01-01T00:25:00,400.4",
        "a,2024-01-01T00:30:00,411",
      ),
    ).toEqual([
      [100, null],
      [99, null],
      [40, null],
      [39, "low"],
      [39, "low"],
      [400, null],
      [401, "high"],
    ]);
  });

  test("of one time, the last in the file counts", () => {
    expect(
      values("a,2024-01-01T00:00:00,100", "a,2024-01-01T00:05:00,120", "a,2024-01-01T00:00:00,110"),
    ).toEqual([
      [110, null],
      [120, null],
    ]);
  });

  test("carry a trend from their neighbours and seconds since the first", () => {
    const rows = [0, 5, 10, 15].map(
      (minute) => `a,2024-01-01T00:${String(minute).padStart(2, "0")}:00,${100 + minute * 2}`,
    );
    const egvs = small(...rows).egvs(0, Number.POSITIVE_INFINITY);
    expect(egvs.at(-1)).toMatchObject({ trend: "singleUp", trendRate: 2, transmitterTicks: 15 * 60 });
    expect(egvs[0]).toMatchObject({ trend: "notComputable", trendRate: null });
  });

  test("are spread over transmitters of ninety days", () => {
    const egvs = small(
      "a,2024-01-01T00:00:00,100",
      "a,2024-03-30T23:00:00,100",
      "a,2024-04-01T00:00:00,100",
    ).egvs(0, Number.POSITIVE_INFINITY);
    expect(new Set(egvs.map((egv) => egv.transmitterId)).size).toBe(2);
    expect(egvs.at(-1)?.transmitterTicks).toBe(DAY_MS / SECOND_MS);
  });
});

describe("files from elsewhere", () => {
  test("byte order mark, CRLF, quotes, other column order and a space in the time are read", () => {
    const csv = '\uFEFF"time","glucose_mg_dl","subject"\r\n"2024-01-01 08:00","101","a"\r\n\r\n';
    const person = personFromCsv({ name: "Small", csv, endsAt: ENDS_AT });
    expect(person.egvs(0, Number.POSITIVE_INFINITY)).toMatchObject([{ value: 101 }]);
  });

  test.each([
    ["a,2024-01-01T00:00:00,abc", "Line 2: the glucose value is not a number."],
    ["a,2024-01-01T00:00:00,", "Line 2: the glucose value is not a number."],
    ["a,2024-01-01T00:00:00,-5", "Line 2: the glucose value is not a number."],
    ["a,2024-02-30T00:00:00,100", "Line 2: the time is not like 2024-05-31T08:15:00."],
    ["a,31.05.2024,100", "Line 2: the time is not like 2024-05-31T08:15:00."],
  ])("a bad row is named by its line: %s", (row, message) => {
    expect(() => small(row)).toThrow(message);
  });

  test("a bad row of somebody else does not matter", () => {
    const csv = `${HEADER}\nb,never,none\na,2024-01-01T00:00:00,100`;
    expect(personFromCsv({ name: "A", csv, subject: "a", endsAt: ENDS_AT }).historyEnd).toBeLessThanOrEqual(
      ENDS_AT,
    );
  });

  test("a file without a subject, a reading or a column is refused with what is there", () => {
    const csv = csvOf("iglu-example5.csv");
    const load = (subject?: string, text = csv) =>
      personFromCsv({ name: "X", csv: text, ...(subject === undefined ? {} : { subject }), endsAt: ENDS_AT });
    const listed = "subject-1, subject-2, subject-3, subject-4, subject-5";
    expect(() => load("subject-9")).toThrow(
      `There is no subject subject-9 in the file. Its subjects are: ${listed}.`,
    );
    expect(() => load()).toThrow(`Choose one of the subjects in the file: ${listed}.`);
    expect(() => load("a", HEADER)).toThrow("The CSV file has no readings.");
    expect(() => load("a", "subject,glucose\na,100")).toThrow(
      "The CSV file has no column time, glucose_mg_dl.",
    );
    expect(() => load("a", "")).toThrow("The CSV file has no column");
  });

  test("no refusal repeats a reading", () => {
    expect(() => small("a,2024-01-01T00:00:00,12345x")).toThrow(/^(?!.*12345).*$/);
  });
});

test("a real person has nothing but readings, on a clock that shows UTC", () => {
  const person = small("a,2024-01-01T00:00:00,100");
  expect([person.events(0, ENDS_AT), person.calibrations(0, ENDS_AT), person.alerts(0, ENDS_AT)]).toEqual([
    [],
    [],
    [],
  ]);
  expect(person.displayOffsetMinutes(ENDS_AT)).toBe(0);
  expect(person.device.sendsOffsets).toBe(true);
  expect(person.uploadedAt(ENDS_AT)).toBe(ENDS_AT);
});
