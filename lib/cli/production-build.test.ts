import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuildCurrent, sourceFingerprint } from "./production-build";

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "hindsight-build-"));
  write("app/page.tsx", "one");
  write("lib/clock.ts", "clock");
  write("next.config.ts", "config");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a build is stale", () => {
  it.each([
    ["a page changes", "app/page.tsx", "two"],
    ["a file is added", "components/ui/button.tsx", "button"],
    ["the configuration changes", "next.config.ts", "other"],
    ["a dependency changes", "package-lock.json", "{}"],
  ])("when %s", (_, file, text) => {
    const before = sourceFingerprint(root);
    write(file, text);
    expect(sourceFingerprint(root)).not.toBe(before);
  });

  it("when a file is renamed without a change", () => {
    const before = sourceFingerprint(root);
    rmSync(path.join(root, "app/page.tsx"));
    write("app/other.tsx", "one");
    expect(sourceFingerprint(root)).not.toBe(before);
  });
});

describe("a build stays good", () => {
  it.each([
    "lib/clock.test.ts",
    "lib/cli/demo.ts",
    "lib/simulator/faults.ts",
    "lib/db/generated/client.ts",
    "tests/e2e/x.spec.ts",
    "lib/README.md",
  ])("when only %s changes", (file) => {
    const before = sourceFingerprint(root);
    write(file, "anything");
    expect(sourceFingerprint(root)).toBe(before);
  });
});

describe("isBuildCurrent", () => {
  it("wants a finished build and the stamp of these very sources", () => {
    expect(isBuildCurrent(root)).toBe(false);
    write(".next/made-from", sourceFingerprint(root));
    expect(isBuildCurrent(root)).toBe(false);
    write(".next/BUILD_ID", "id");
    expect(isBuildCurrent(root)).toBe(true);
    write("app/page.tsx", "two");
    expect(isBuildCurrent(root)).toBe(false);
  });
});
