import { expect, test } from "vitest";
import { partsDone } from "./import-answer";

test("the parts that are done are read while the import runs", () => {
  const progress = { windowsDone: 4, windowsTotal: 13, fetchingFrom: null, secondsLeft: 60 };
  expect(partsDone({ connection: { status: "importing", progress } })).toBe(4);
});

test("it is known when the import is over", () => {
  expect(partsDone({ connection: { status: "active", progress: null } })).toBe("over");
});

test.each([
  null,
  "text",
  {},
  { connection: null },
  { connection: { status: "importing" } },
  { connection: { status: "importing", progress: { windowsDone: "4" } } },
])("nothing is made of %o", (unknown) => expect(partsDone(unknown)).toBeNull());
