import { describe, expect, it } from "vitest";
import { statementNames } from "./statement-names";

describe("statementNames", () => {
  it("gives one name to one text, and another to another", () => {
    const nameOf = statementNames();
    const first = nameOf({ sql: "SELECT 1" });
    expect(first).not.toBe("");
    expect(nameOf({ sql: "SELECT 2" })).not.toBe(first);
    expect(nameOf({ sql: "SELECT 1" })).toBe(first);
  });

  it("names no more than so many texts, and goes on to know those", () => {
    const nameOf = statementNames(2);
    const known = ["a", "b"].map((sql) => nameOf({ sql }));
    expect(nameOf({ sql: "c" })).toBe("");
    expect(["a", "b"].map((sql) => nameOf({ sql }))).toEqual(known);
  });
});
