import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, SETTING_NAMES } from "@/lib/env";
import { ROOT } from "./source-file";

const example = readFileSync(path.join(ROOT, ".env.example"), "utf8");
const documented = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? "");

describe(".env.example", () => {
  it("documents exactly the settings that lib/env.ts reads, each once", () => {
    expect(documented.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  });

  it("explains each setting in a sentence above it", () => {
    const lines = example.split("\n");
    const bare = lines.filter(
      (line, index) => /^#? ?[A-Z][A-Z0-9_]+=/.test(line) && !/^# \w/.test(lines[index - 1] ?? ""),
    );
    expect(bare).toEqual([]);
  });

  it("never starts production by itself: a copy that nobody edited is refused", () => {
    const copied = Object.fromEntries(
      [...example.matchAll(/^([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(() => readEnv({ ...copied, HINDSIGHT_MODE: "production" })).toThrow(/^[A-Z_]+ /);
  });
});
