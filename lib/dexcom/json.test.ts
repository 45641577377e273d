import { describe, expect, test } from "vitest";
import { isDeeperThan, readJson } from "./json";
import { jsonAnswer } from "./wire.fixture";

const typed = (contentType: string | undefined) =>
  readJson(jsonAnswer("{}", { headers: contentType === undefined ? {} : { "content-type": contentType } }));

test.each([
  "application/json",
  "application/json; charset=utf-8",
  'Application/JSON;charset="UTF-8"',
  "application/json;charset=UTF8",
  "application/problem+json",
  "application/json;",
])("%s is JSON", (contentType) => {
  expect(typed(contentType)).toEqual({ ok: true, value: {} });
});

test.each([
  undefined,
  "",
  "text/html",
  "text/plain",
  "application/json; charset=iso-8859-1",
  "application/jsonp",
  "xapplication/json",
])("%s is refused, whatever the body looks like", (contentType) => {
  expect(typed(contentType)).toMatchObject({
    ok: false,
    error: { code: "malformed", detail: "content_type" },
  });
});

test.each([
  ["half an object", '{"records":[{"value":1'],
  ["an HTML page", "<html></html>"],
  ["NaN", '{"value":NaN}'],
  ["a single quote", "{'a':1}"],
  ["nothing", ""],
])("%s is malformed, and the error does not quote it", (_, body) => {
  const result = readJson(jsonAnswer(body));
  expect(result).toMatchObject({ ok: false, error: { code: "malformed", detail: "json" } });
  expect(JSON.stringify(result)).not.toContain("value");
});

describe("nesting", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  test.each([33, 1_000, 100_000, 5_000_000])("of %i levels fails cleanly", (depth) => {
    expect(readJson(jsonAnswer(nested(depth)))).toMatchObject({ ok: false, error: { detail: "json_depth" } });
    expect(readJson(jsonAnswer('{"a":'.repeat(depth)))).toMatchObject({
      ok: false,
      error: { detail: "json_depth" },
    });
  });

  test("of as many levels as devices have, and some, is read", () => {
    expect(readJson(jsonAnswer(nested(32))).ok).toBe(true);
  });

  test("is not faked by brackets in strings, quotes in strings or backslashes before them", () => {
    expect(isDeeperThan(JSON.stringify({ notes: "[".repeat(99) }), 3)).toBe(false);
    expect(isDeeperThan(JSON.stringify({ notes: '"[[[["\\"[[[[\\\\' }), 3)).toBe(false);
    expect(isDeeperThan(String.raw`["\\",[[[]]]]`, 3)).toBe(true);
    expect(isDeeperThan(String.raw`["\\\"[[[[",[]]`, 3)).toBe(false);
    expect(isDeeperThan('["unfinished [[[[', 3)).toBe(false);
  });

  test("is counted side by side without adding up", () => {
    expect(isDeeperThan(`[${"[],".repeat(1_000)}[]]`, 2)).toBe(false);
  });
});
