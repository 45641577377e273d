import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DEFAULT_SECRETS, SETTING_NAMES } from "@/lib/env";

const BUILD = path.resolve(import.meta.dirname, "../../.next");

const filesIn = (folder: string) =>
  readdirSync(path.join(BUILD, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    path.join(BUILD, folder, file),
  );

/** Everything that is sent to browsers. */
const browserScripts = () => filesIn("static").filter((file) => file.endsWith(".js"));

function scriptsWith(words: readonly string[]): string[] {
  return browserScripts().flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return words
      .filter((word) => text.includes(word))
      .map((word) => `${path.relative(BUILD, file)}: ${word}`);
  });
}

describe("the production build", () => {
  it("has no Server Action in it", () => {
    const manifest = z
      .object({ node: z.record(z.string(), z.unknown()), edge: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(path.join(BUILD, "server/server-reference-manifest.json"), "utf8")));
    expect(manifest).toMatchObject({ node: {}, edge: {} });
    expect([...Object.keys(manifest.node), ...Object.keys(manifest.edge)]).toEqual([]);
  });

  it("gives browsers no source maps", () => {
    expect(filesIn("static").filter((file) => file.endsWith(".map"))).toEqual([]);
  });

  it("gives browsers no setting, no secret and no database code", () => {
    expect(browserScripts().length).toBeGreaterThan(5);
    const secretSettings = SETTING_NAMES.filter((name) => /SECRET|KEY|DATABASE/.test(name));
    expect(
      scriptsWith([...secretSettings, ...Object.values(DEFAULT_SECRETS), "PrismaClient", "pgboss"]),
    ).toEqual([]);
  });

  it("would notice: the same scan finds what every page contains", () => {
    expect(scriptsWith(["use strict", "createElement"]).length).toBeGreaterThan(0);
  });

  it("is for the app alone: no simulator inside", () => {
    const server = filesIn("server").filter((file) => file.endsWith(".js") && existsSync(file));
    const found = server.filter((file) => readFileSync(file, "utf8").includes("Sandbox user"));
    expect(found.map((file) => path.relative(BUILD, file))).toEqual([]);
  });
});
