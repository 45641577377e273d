import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "@/lib/i18n/messages/en";
import { needsOf, textsOf } from "@/lib/i18n/text-needs.test-support";
import { isTestCode, ROOT, readProject } from "./source-file";
import { type TextCall, textCalls } from "./text-calls";

const needs = new Map(textsOf(en).map(([key, text]) => [key, needsOf(text).map(bare)]));
const keys = [...needs.keys()];

/** A tag is given under its name like a value. */
function bare(need: string): string {
  return need.replace(/^<(.*)>$/, "$1");
}

function keysLike(pattern: string): string[] {
  if (!pattern.includes("*")) return needs.has(pattern) ? [pattern] : [];
  const shape = new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(".+")}$`,
  );
  return keys.filter((key) => shape.test(key));
}

/** What is wrong with a call; null when every text that it can say gets exactly what it needs. */
function fault(file: string, { line, key, given }: TextCall): string | null {
  const said = keysLike(key);
  if (said.length === 0) return `${file}:${line} says ${key}, which no catalogue has`;
  if (given === null) return null;
  for (const one of said) {
    const missing = (needs.get(one) ?? []).filter((need) => !given.includes(need));
    if (missing.length > 0 && !key.includes("*"))
      return `${file}:${line} says ${one} without ${missing.join(", ")}`;
  }
  const known = new Set(said.flatMap((one) => needs.get(one) ?? []));
  const surplus = given.filter((name) => !known.has(name));
  return surplus.length > 0
    ? `${file}:${line} gives ${key} what it does not need: ${surplus.join(", ")}`
    : null;
}

const files = readProject().filter(
  ({ path: file }) =>
    /^(app|components|lib)\//.test(file) && !isTestCode(file) && !file.includes("/messages/"),
);
const calls = files.flatMap((file) => textCalls(file.path).map((call) => ({ file: file.path, call })));

describe("texts of the catalogue", () => {
  it("are said with the values that they need, and no others", () => {
    expect(calls.length).toBeGreaterThan(200);
    expect(calls.flatMap(({ file, call }) => fault(file, call) ?? [])).toEqual([]);
  });

  it("are all said somewhere", () => {
    const said = new Set(calls.flatMap(({ call }) => keysLike(call.key)));
    const mentioned = new Set(files.flatMap((file) => quotedKeys(file.path)));
    expect(keys.filter((key) => !said.has(key) && !mentioned.has(key))).toEqual([]);
  });

  it("a text that is missing, lacks a value or gets one too many would be found", () => {
    const planted = (code: string) =>
      textCalls("components/x.tsx", code).map((call) => fault("components/x.tsx", call));
    expect(planted(`t("overview.days", { count: 1 });`)).toEqual([null]);
    expect(planted(`words.t("overview.days");`)).toEqual([
      "components/x.tsx:1 says overview.days without count",
    ]);
    expect(planted(`t("overview.title", { count: 1 });`)[0]).toContain("does not need: count");
    expect(planted("t.rich(`overview.figures.${name}.nome`);")[0]).toContain("no catalogue has");
  });
});

/** Keys that stand in a file as plain strings, for tables of keys that a call looks up. */
function quotedKeys(file: string): string[] {
  return textsIn(file).filter((text) => needs.has(text));
}

function textsIn(file: string): string[] {
  return [...readFileSync(path.join(ROOT, file), "utf8").matchAll(/"([a-z][\w.-]+)"/gi)].map(
    ([, text = ""]) => text,
  );
}
