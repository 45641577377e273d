import { expect, it } from "vitest";
import { csvLine } from "./csv";

it("quotes what would break a line apart", () => {
  expect(csvLine(["plain", 7.5, "", 'said "no"', "a,b", "two\r\nlines"])).toBe(
    'plain,7.5,,"said ""no""","a,b","two\r\nlines"\r\n',
  );
});

it.each(["=1+1", "+49", "-2", "@SUM(A1)", "\t=1", "＝1+1"])("leaves no formula of %j", (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});

it("leaves a negative number a number", () => {
  expect(csvLine([-2])).toBe("-2\r\n");
});
