import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import { openLocalSecrets } from "./secrets";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "hindsight-secrets-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("the secrets of an installation", () => {
  it("are made once, are good settings, and only their owner can read them", () => {
    const first = openLocalSecrets(directory);
    expect(openLocalSecrets(directory)).toEqual(first);
    const { NEXTAUTH_SECRET, ENCRYPTION_KEYS, LOOKUP_KEY } = first;
    const settings = {
      HINDSIGHT_MODE: "demo",
      DATABASE_URL: "postgresql://x",
      NEXTAUTH_SECRET,
      ENCRYPTION_KEYS,
      LOOKUP_KEY,
    };
    expect(readEnv(settings).ENCRYPTION_KEYS[0]?.key).toHaveLength(32);
    expect(statSync(path.join(directory, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("differ between installations", () => {
    const first = openLocalSecrets(directory);
    rmSync(path.join(directory, "secrets.json"));
    const second = openLocalSecrets(directory);
    const common = Object.values(first).filter((value) => Object.values(second).includes(value));
    expect(common).toEqual([]);
  });

  it("are never silently replaced when the file is damaged: the data would be lost", () => {
    writeFileSync(path.join(directory, "secrets.json"), "{ broken");
    expect(() => openLocalSecrets(directory)).toThrow(/is damaged, and without it the data cannot be read/);
  });
});
