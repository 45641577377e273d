import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPostgresBinaries, restoreLibraryLinks } from "./embedded-binaries";

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
/** As npm resolves the platform's package: to a file in its dist folder. */
const resolve = Object.assign(() => path.join(root, "dist/index.js"), { paths: () => null });

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "hindsight-binaries-"));
  write("package.json", `{ "version": "18.4.0" }`);
  write("native/bin/postgres", "");
  write("native/bin/initdb", "");
  write("native/lib/libpq.so.5.18", "the library");
  write(
    "native/pg-symlinks.json",
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("what an install script would have done", () => {
  it("is done at start when scripts did not run: library links and executable programs", () => {
    chmodSync(path.join(root, "native/bin/postgres"), 0o644);
    expect(findPostgresBinaries(resolve)).toEqual({
      root: path.join(root, "native"),
      packageVersion: "18.4.0",
    });
    const link = path.join(root, "native/lib/libpq.so.5");
    expect(readlinkSync(link)).toBe("libpq.so.5.18");
    expect(readFileSync(link, "utf8")).toBe("the library");
    expect(statSync(path.join(root, "native/bin/postgres")).mode & 0o111).toBe(0o111);
  });

  it("is left alone when it was done", () => {
    restoreLibraryLinks(root);
    const before = lstatSync(path.join(root, "native/lib/libpq.so.5")).ino;
    restoreLibraryLinks(root);
    expect(lstatSync(path.join(root, "native/lib/libpq.so.5")).ino).toBe(before);
  });

  it("is not needed on a platform without links", () => {
    rmSync(path.join(root, "native/pg-symlinks.json"));
    expect(() => restoreLibraryLinks(root)).not.toThrow();
  });
});

describe("what cannot be repaired is one sentence with both ways out", () => {
  it("no package for this platform", () => {
    const missing = Object.assign(
      () => {
        throw new Error("Cannot find module");
      },
      { paths: () => null },
    );
    expect(() => findPostgresBinaries(missing)).toThrow(
      /is not installed: run npm install .*, or set DATABASE_URL to a PostgreSQL 15 or newer\.$/,
    );
  });

  it("a program that is gone", () => {
    rmSync(path.join(root, "native/bin/initdb"));
    expect(() => findPostgresBinaries(resolve)).toThrow(
      /initdb is missing: run npm install again, or set DATABASE_URL/,
    );
  });
});
