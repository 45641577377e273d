import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "./source-file";

/** Lowest versions that carry the fixes of docs and advisories; none of them may drift to the next major by itself. */
const FLOORS: readonly (readonly [name: string, floor: string, major: number])[] = [
  ["next", "16.4.6", 16],
  ["react", "19.3.1", 19],
  ["react-dom", "19.3.1", 19],
  ["next-auth", "4.24.15", 4],
  ["zod", "4.6.7", 4],
  // next-auth brings an older jose of its own, for sessions in JWTs, which are not used.
  ["/jose", "6.0.0", 6],
  ["undici", "8.0.0", 8],
  ["uuid", "11.1.0", 11],
  ["pg-boss", "12.30.0", 12],
];

function isAtLeast(version: string, floor: string): boolean {
  const parts = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [have, want] = [parts(version), parts(floor)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  // A pre-release comes before its release.
  return !version.includes("-");
}

const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")));

/** Every copy of a package in the lock file, nested ones too; with a leading slash, only the one that our own code gets. */
function lockedVersions(name: string): string[] {
  return Object.entries(lock.packages).flatMap(([place, { version }]) =>
    (name.startsWith("/") ? place === `node_modules${name}` : place.endsWith(`node_modules/${name}`)) &&
    version !== undefined
      ? [version]
      : [],
  );
}

describe("versions with known holes stay out", () => {
  it.each(FLOORS)("%s is at least %s", (name, floor, major) => {
    const versions = lockedVersions(name);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) {
      expect(isAtLeast(version, floor), `${name} ${version} is older than ${floor}`).toBe(true);
      expect(Number(version.split(".")[0]), `${name} ${version}`).toBe(major);
    }
  });

  it("prisma, its client, its adapter and its schema engine are of one version", () => {
    const versions = ["prisma", "@prisma/client", "@prisma/adapter-pg", "@prisma/schema-engine-wasm"].flatMap(
      lockedVersions,
    );
    expect(new Set(versions.map((version) => version.split("-")[0]))).toEqual(new Set(["7.10.0"]));
  });

  it.each([
    ["16.4.5", false],
    ["16.4.6", true],
    ["16.4.6-canary.1", false],
    ["16.10.0", true],
    ["17.0.0", true],
    ["15.99.99", false],
  ])("tells %s from the floor 16.4.6", (version, expected) =>
    expect(isAtLeast(version, "16.4.6")).toBe(expected),
  );
});

it("carries no older nodemailer and no other mail library into the session library", () => {
  for (const version of lockedVersions("nodemailer")) expect(isAtLeast(version, "10.1.4")).toBe(true);
});
