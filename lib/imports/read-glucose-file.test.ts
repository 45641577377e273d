import { readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleOf } from "@/lib/glucose/testing/people";
import { decodeFileText } from "./file-text";
import { type ReadFileOptions, readGlucoseFile } from "./read-glucose-file";

const DATA = path.resolve(import.meta.dirname, "../../../shared/data");

function read(text: string, options: ReadFileOptions = {}) {
  const file = readGlucoseFile(text, options);
  if (!file.ok) throw new Error(file.error.detail);
  return file.value;
}

/** Readings as [ISO time, value in the file's unit, offset]. */
const told = (text: string, options: ReadFileOptions = {}) =>
  read(text, options).egvs.map(({ systemTime, sourceValue, displayOffsetMinutes }) => [
    new Date(systemTime).toISOString(),
    sourceValue,
    displayOffsetMinutes,
  ]);

function problem(text: string, options: ReadFileOptions = {}) {
  const file = readGlucoseFile(text, options);
  if (file.ok) throw new Error("The file was read.");
  // One sentence: it ends, and does so once.
  expect(file.error.detail).toMatch(/^[^\n]*\.$/);
  return file.error;
}

test("a plain table is read, a time without a zone as it stands", () => {
  const file = read("timestamp,glucose (mg/dL)\n2026-03-29T01:55:00,94\n2026-03-29T02:00:00,95.5\n");
  expect(file).toMatchObject({
    format: "plain",
    unit: "mg/dL",
    rows: 2,
    ignored: 0,
    bad: [],
    wallClock: true,
  });
  expect(file.egvs[1]).toEqual({
    systemTime: Date.UTC(2026, 2, 29, 2),
    displayOffsetMinutes: 0,
    value: 95.5,
    status: null,
    trend: null,
    trendRate: null,
    transmitterId: null,
    transmitterTicks: null,
    displayDevice: null,
    transmitterGeneration: null,
    sourceValue: 95.5,
  });
});

test("a zone is kept: the instant is the true one and the wall clock the person's", () => {
  const text = "time,glucose_mg_dl\n2026-03-04T05:06:00+05:45,94\n2026-03-04T05:06:00Z,95\n";
  expect(told(text)).toEqual([
    ["2026-03-03T23:21:00.000Z", 94, 345],
    ["2026-03-04T05:06:00.000Z", 95, 0],
  ]);
  expect(read(text).wallClock).toBe(false);
});

test.each([
  ["tabs", "time\tglucose (mmol/L)\n2026-03-04 05:00\t5.8\n"],
  ["semicolons and decimal commas", "time;glucose (mmol/L)\n2026-03-04 05:00;5,8\n"],
  ["a quoted decimal comma", `time,glucose (mmol/L)\n2026-03-04 05:00,"5,8"\n`],
  ["bars", "time|glucose_mmol_l\n2026-03-04 05:00|5.8\n"],
  [
    "lines before the header",
    "Report of Erika\nsep=;\nExported;2026-05-01\n\ntime;glucose (mmol/L)\n2026-03-04 05:00;5.8",
  ],
  ["date and time apart", "Date,Time,Glucose (mmol/L)\n04.03.2026,05:00,5.8\n"],
  ["seconds since 1970", "time,glucose (mmol/L)\n1772600400,5.8\n"],
  ["other columns and empty cells at the end", 'note,glucose (mmol/L),time\n"a, b",5.8,2026-03-04 05:00,,\n'],
])("%s", (_, text) => {
  expect(told(text)).toEqual([["2026-03-04T05:00:00.000Z", 5.8, 0]]);
});

test("mmol/L keeps the number of the file beside the converted one", () => {
  const [reading] = read("time,glucose (mmol/L)\n2026-03-04 05:00,10\n").egvs;
  expect(reading).toMatchObject({ sourceValue: 10, value: 180.1559, status: null });
});

describe("the unit", () => {
  const bare = "time,glucose\n2026-03-04 05:00,5.8\n";

  test("is never guessed", () => {
    expect(problem(bare)).toEqual({
      code: "no-unit",
      detail: "The file does not say in which unit its glucose is: add --unit mg/dL or --unit mmol/L.",
    });
    expect(read(bare, { unit: "mmol/L" })).toMatchObject({ unit: "mmol/L" });
  });

  test("of the header and of the option must agree", () => {
    expect(problem("time,glucose (mg/dL)\n2026-03-04 05:00,94\n", { unit: "mmol/L" })).toEqual({
      code: "unit-conflict",
      detail: "The header says mg/dL and --unit says mmol/L: leave --unit out, or correct the header.",
    });
    expect(read("time,glucose (mg/dL)\n2026-03-04 05:00,94\n", { unit: "mg/dL" }).egvs).toHaveLength(1);
  });

  test("of a table without a header comes from the option", () => {
    const headless = "2026-03-04T05:00:00,94\n2026-03-04T05:05:00,95\n";
    expect(problem(headless).code).toBe("no-unit");
    expect(told(headless, { unit: "mg/dL" })).toEqual([
      ["2026-03-04T05:00:00.000Z", 94, 0],
      ["2026-03-04T05:05:00.000Z", 95, 0],
    ]);
  });
});

test("every bad row is named by its line and never sinks the file", () => {
  const file = read(`time,glucose_mg_dl
2026-03-04 05:00,94

2026-02-30 05:05,95
2026-03-04 25:00,95
soon,96
2026-03-04 05:10,
2026-03-04 05:15,abc
2026-03-04 05:20,-4
,97
2026-03-04 05:25,5,8
"2026-03-04 05:30,98
2026-03-04 05:35,601
2026-03-04 05:40,1.8
`);
  expect(file.bad).toEqual([
    { line: 4, reason: "the time “2026-02-30 05:05” does not exist" },
    { line: 5, reason: "the time “2026-03-04 25:00” does not exist" },
    { line: 6, reason: "the time “soon” is not a date and a time of day" },
    { line: 7, reason: "no glucose value" },
    { line: 8, reason: "the glucose value “abc” is not a number" },
    { line: 9, reason: "the glucose value “-4” is not above 0" },
    { line: 10, reason: "no time" },
    { line: 11, reason: "it has 3 cells where the header has 2" },
    { line: 12, reason: "its quotation marks do not match" },
  ]);
  // 601 and 1.8 are implausible, which is for the figures to say.
  expect(file.egvs.map(({ value }) => value)).toEqual([94, 601, 1.8]);
  expect(file.rows).toBe(file.egvs.length + file.bad.length + file.ignored);
});

test("a line end inside quotation marks counts as a line", () => {
  const { bad } = read(`note,time,glucose_mg_dl\n"a\nb\nc",2026-03-04 05:00,94\nx,soon,95\n`);
  expect(bad.map(({ line }) => line)).toEqual([5]);
});

describe("day and month", () => {
  test("are told apart by any date of the column that can be only one", () => {
    const rows = ["04/03/2026 05:00,94", "05/03/2026 05:00,95"];
    const table = (extra: string) => ["time,glucose_mg_dl", ...rows, extra].join("\n");
    expect(told(table("13/03/2026 05:00,96"))[0]).toEqual(["2026-03-04T05:00:00.000Z", 94, 0]);
    expect(told(table("03/13/2026 05:00 PM,96"))[0]).toEqual(["2026-04-03T05:00:00.000Z", 94, 0]);
  });

  test("that no date tells apart need the option", () => {
    const table = "time,glucose_mg_dl\n04/03/2026 05:00,94\n";
    expect(problem(table)).toEqual({
      code: "date-order",
      detail:
        "The dates do not show whether the day or the month comes first: add --date-order dmy or --date-order mdy, or write them as YYYY-MM-DD.",
    });
    expect(told(table, { dateOrder: "dmy" })).toEqual([["2026-03-04T05:00:00.000Z", 94, 0]]);
    expect(told(table, { dateOrder: "mdy" })).toEqual([["2026-04-03T05:00:00.000Z", 94, 0]]);
  });

  test("that contradict the others make a bad row", () => {
    const file = read("time,glucose_mg_dl\n13/03/2026 05:00,94\n14/03/2026 05:00,95\n03/15/2026 05:00,96\n");
    expect(file.bad).toEqual([{ line: 4, reason: "the time “03/15/2026 05:00” does not exist" }]);
  });
});

describe("subjects", () => {
  const table =
    "subject,time,glucose_mg_dl\nA,2026-03-04 05:00,94\nB,2026-03-04 05:00,95\nA,2026-03-04 05:05,96\n";

  test("of one name need no choice", () => {
    expect(read("subject,time,glucose_mg_dl\nA,2026-03-04 05:00,94\n")).toMatchObject({
      subject: "A",
      ignored: 0,
    });
  });

  test("of several names need one", () => {
    expect(problem(table)).toEqual({
      code: "several-subjects",
      detail: "The file holds 2 subjects (A, B): choose one with --subject NAME.",
    });
    expect(read(table, { subject: "A" })).toMatchObject({ subject: "A", rows: 3, ignored: 1 });
    expect(told(table, { subject: "B" })).toEqual([["2026-03-04T05:00:00.000Z", 95, 0]]);
  });

  test("that are not there are said to be not there", () => {
    expect(problem(table, { subject: "C" }).detail).toBe("The file holds no subject “C”: it has 2 (A, B).");
    expect(problem("time,glucose_mg_dl\n2026-03-04 05:00,94\n", { subject: "A" }).detail).toBe(
      "The file has no column that says whose readings it holds: leave --subject out.",
    );
  });

  test("an id that is another in every row numbers the rows", () => {
    const numbered =
      "id,time,glucose_mg_dl\n1,2026-03-04 05:00,94\n2,2026-03-04 05:05,95\n3,2026-03-04 05:10,96\n";
    expect(read(numbered)).toMatchObject({ subject: null, ignored: 0, rows: 3 });
    expect(problem(`${numbered}3,2026-03-04 05:15,97\n`).code).toBe("several-subjects");
  });

  test("names are cut and cleaned before they reach a terminal", () => {
    const hostile = table.replaceAll("A,", `\u001B[2J${"x".repeat(60)},`);
    expect(problem(hostile).detail).toContain(`(\uFFFD[2J${"x".repeat(35)}…, B)`);
  });
});

test("of LibreView only what the sensor stored by itself counts", () => {
  const file = read(`Glucose Data,Generated on,01-05-2026 08:43 PM UTC,Generated by,Erika
Device,Serial Number,Device Timestamp,Record Type,Historic Glucose mg/dL,Scan Glucose mg/dL
L,1,01-13-2026 11:40 PM,0,91,
L,1,01-13-2026 11:44 PM,1,,93
L,1,01-14-2026 12:10 AM,0,104,
`);
  expect(file).toMatchObject({ rows: 3, ignored: 1, bad: [] });
  expect(file.egvs.map(({ systemTime }) => new Date(systemTime).toISOString())).toEqual([
    "2026-01-13T23:40:00.000Z",
    "2026-01-14T00:10:00.000Z",
  ]);
});

describe("a hostile file ends in one sentence or in its readings", () => {
  test.each([
    ["nothing", "", "empty"],
    ["blank lines", "\n \r\n", "empty"],
    ["a workbook", "PK\u0003\u0004\u0000\u0000[Content_Types].xml", "not-text"],
    ["zeros", "\0\0\0\0", "not-text"],
    ["a poem", "Glucose is not all,\nit is not meat nor drink.\n", "no-table"],
    ["a single line of 5 MB", "a,".repeat(2_500_000), "no-table"],
    ["5 MB of quotation marks", '"'.repeat(5_000_000), "no-table"],
    ["only a header", "time,glucose_mg_dl\n", "no-readings"],
    ["only bad rows", "time,glucose_mg_dl\nsoon,94\n", "no-readings"],
  ])("%s", (_, text, code) => {
    expect(problem(text).code).toBe(code);
  });

  test("no readings: the sentence says why", () => {
    expect(problem("time,glucose_mg_dl\nsoon,94\nlater,95\n").detail).toBe(
      "The file holds no reading: 2 rows cannot be used, the first in line 2: the time “soon” is not a date and a time of day.",
    );
  });

  test("a cell of 5 MB and a terminal command come out short and harmless", () => {
    const { bad } = read(
      `time,glucose_mg_dl\n2026-03-04 05:00,94\n\u001B]0;x\u0007,95\n2026-03-04 05:05,${"9".repeat(5_000_000)}\n2026-03-04 05:10,9\u00004\n`,
    );
    expect(bad.map(({ reason }) => reason)).toEqual([
      "the time “\uFFFD]0;x\uFFFD” is not a date and a time of day",
      `the glucose value “${"9".repeat(39)}…” is not a number`,
      "the glucose value “9\uFFFD4” is not a number",
    ]);
  });

  test("any bytes are refused or read, never thrown at", () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        "time,glucose_mg_dl\n",
        "2026-03-04 05:00,94\n",
        '"',
        ",",
        "\n",
        "\r",
        "1/2/2026 5:00,7\n",
        "\0",
        ";",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(pieces).map((all) => new TextEncoder().encode(all.join(""))),
        ),
        (bytes) => {
          const file = readGlucoseFile(decodeFileText(bytes), { unit: "mg/dL" });
          if (file.ok)
            expect(file.value.rows).toBe(file.value.egvs.length + file.value.bad.length + file.value.ignored);
          else expect(file.error.detail).toMatch(/^[^\n]*\.$/);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
});

const reading = fc.record({
  minute: fc.integer({ min: 0, max: 5_000_000 }),
  tenths: fc.integer({ min: 1, max: 6_000 }),
});

test("what is written into a file is read from it, in whatever order the rows stand", () => {
  const readings = fc.uniqueArray(reading, { minLength: 1, maxLength: 40, selector: ({ minute }) => minute });
  fc.assert(
    fc.property(
      readings,
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n"),
      (all, delimiter, end) => {
        const row = ({ minute, tenths }: (typeof all)[number]) =>
          `${new Date(minute * 60_000).toISOString().slice(0, 16)}${delimiter}${tenths / 10}`;
        const fileOf = (rows: readonly string[]) =>
          [`time${delimiter}glucose (mg/dL)`, ...rows, ""].join(end);
        const expected = all.map(({ minute, tenths }) => [minute * 60_000, tenths / 10]);
        const found = (text: string) => read(text).egvs.map(({ systemTime, value }) => [systemTime, value]);
        expect(found(fileOf(all.map(row)))).toEqual(expected);
        expect(found(fileOf(all.map(row).toReversed()))).toEqual(expected.toReversed());
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

describe.each(["iglu-example5", "hall2018-19", "hupa-ucm", "t1d-uom-messy"])("%s", (dataset) => {
  test("every reading of every person is read as the research files have it", () => {
    const text = readFileSync(path.join(DATA, "cgm", `${dataset}.csv`), "utf8");
    const people = peopleOf(dataset);
    expect(problem(text).detail).toContain(`The file holds ${people.size} subjects (`);
    for (const [subject, egvs] of people) {
      const file = read(text, { subject });
      expect(file.bad).toEqual([]);
      expect(file.egvs.length).toBe(egvs.length);
      const differing = file.egvs.filter(
        ({ systemTime, value }, i) => systemTime !== egvs[i]?.systemTime || value !== egvs[i]?.value,
      );
      expect(differing).toEqual([]);
    }
  });
});

test("the real LibreView files are read, the American one once somebody says that its month comes first", () => {
  const file = (name: string) => readFileSync(path.join(DATA, "exports", name), "utf8");
  const mmol = read(file("libreview-librelink-mmol-dmy24h.csv"));
  expect(mmol).toMatchObject({ format: "plain", unit: "mmol/L", bad: [] });
  expect(told(file("libreview-librelink-mmol-dmy24h.csv"))[0]).toEqual(["2021-03-16T13:42:00.000Z", 4.1, 0]);
  const american = file("libreview-libre3plus-us-mgdl-mdy12h.csv");
  expect(problem(american).code).toBe("date-order");
  expect(told(american, { dateOrder: "mdy" })[0]).toEqual(["2026-01-02T23:40:00.000Z", 91, 0]);
});
