import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, csvRows, DELIMITERS, type Delimiter } from "./csv-rows";

/** Every row as [line, cells], a broken one as [line, null]. */
function rowsOf(text: string, delimiter: Delimiter = ","): [number, string[] | null][] {
  const rows = csvRows(text, delimiter);
  const all: [number, string[] | null][] = [];
  while (rows.next()) all.push([rows.line(), rows.isBroken() ? null : cellsOf(rows)]);
  return all;
}

test("cells lose their quotation marks and the white space around them, and nothing else", () => {
  expect(rowsOf(`a, b ,"c","d ""e""", "f,g" ,it's 5" long\n`)).toEqual([
    [1, ["a", "b", "c", `d "e"`, "f,g", `it's 5" long`]],
  ]);
});

test("a line is a physical line: line ends in quotation marks and lines left out count", () => {
  expect(rowsOf(`a,b\n\n"one\ntwo\nthree",4\n,,\n5,6`)).toEqual([
    [1, ["a", "b"]],
    [3, ["one\ntwo\nthree", "4"]],
    [7, ["5", "6"]],
  ]);
});

test.each([
  ["Windows", "\r\n"],
  ["Unix", "\n"],
  ["the old Mac", "\r"],
])("line ends of %s", (_, end) => {
  expect(rowsOf(["a,b", `"c","d"`, "", "e,", ""].join(end))).toEqual([
    [1, ["a", "b"]],
    [2, ["c", "d"]],
    [4, ["e", ""]],
  ]);
});

test("a quotation mark that nobody closes costs its own line only", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `${i},x`);
  lines[3] = `3,"x`;
  const rows = rowsOf(lines.join("\n"));
  expect(rows[3]).toEqual([4, null]);
  expect(rows.length).toBe(100);
  expect(rows.filter(([, cells]) => cells === null)).toHaveLength(1);
  // The mark of line 2 meets that of line 3, after which there is an x: only line 2 is broken by that.
  expect(rowsOf(`a,b\n1,"x\n2,"x"\n3,x`)).toEqual([
    [1, ["a", "b"]],
    [2, null],
    [3, ["2", "x"]],
    [4, ["3", "x"]],
  ]);
});

test("what stands behind a closing quotation mark breaks the row", () => {
  expect(rowsOf(`"12"3,4\n5,6`)).toEqual([
    [1, null],
    [2, ["5", "6"]],
  ]);
});

test("a cell that the row does not have is empty", () => {
  const rows = csvRows("a,b", ",");
  rows.next();
  expect([rows.cell(-1), rows.cell(2), rows.cellCount()]).toEqual(["", "", 2]);
});

test("a cell is compared and counted without being cut out, as if it were", () => {
  const rows = csvRows(`EGV , "a""b",120,007,1234567890123,,12a`, ",");
  rows.next();
  expect(rows.cellIs(0, "EGV")).toBe(true);
  expect(rows.cellIs(1, `a"b`)).toBe(true);
  expect(rows.cellIs(2, "12")).toBe(false);
  expect(rows.cellIs(9, "")).toBe(true);
  expect(rows.cellIs(-1, "EGV")).toBe(false);
  expect([2, 3].map((index) => rows.wholeNumber(index))).toEqual([120, 7]);
  expect([4, 5, 6, 9].map((index) => rows.wholeNumber(index))).toEqual(Array(4).fill(Number.NaN));
});

const cell = fc
  .string({ unit: fc.constantFrom("a", "7", ",", ";", "\t", "|", '"', "\n", "é", " ") })
  .map((text) => text.trim());

test("a table written by the rules is read back cell by cell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      fc.constantFrom(...DELIMITERS),
      (table, delimiter) => {
        const short = table.filter((row) => row.join("").split("\n").length <= 10);
        const text = short
          .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(delimiter))
          .join("\n");
        const filled = short.filter((row) => row.some((c) => c !== ""));
        expect(rowsOf(text, delimiter).map(([, cells]) => cells)).toEqual(filled);
      },
    ),
    { seed: 11, numRuns: 200 },
  );
});

test("any text ends, with rows on ascending lines", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "\0", "\uFEFF") }), (text) => {
      const lines = rowsOf(text).map(([line]) => line);
      expect(lines.every((line, i) => line > (lines[i - 1] ?? 0))).toBe(true);
    }),
    { seed: 11, numRuns: 200 },
  );
});

test("time grows with the text, not with its square, even when every line opens a quotation mark", () => {
  const hostile = `"a""b\n`.repeat(100_000);
  expect(rowsOf(hostile)).toHaveLength(100_000);
  expect(rowsOf(`${'"'.repeat(1_000_001)}\nb,c`).at(-1)).toEqual([2, ["b", "c"]]);
});
