// Starts `npm run report`: from one bundle, because translating and loading a hundred files takes longer than a year of
// glucose. The bundle is made anew whenever one of its files has changed. Plain JavaScript, because it runs before
// anything could translate TypeScript. A small young generation (package.json) spares a short run fresh memory.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import * as modules from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "../..");
const directory = path.join(root, "node_modules/.cache/hindsight");
const bundle = path.join(directory, "report.mjs");
const list = path.join(directory, "report-files.txt");

// An old Node has none, and is told so by the bundle.
modules.enableCompileCache?.(directory);
if (isFresh() || (await couldBundle())) await import(pathToFileURL(bundle).href);
else await startSlowly();

/** Whether every file that went into the bundle is still as it was. */
function isFresh() {
  try {
    return readFileSync(list, "utf8")
      .split("\n")
      .every((line) => line === lineOf(line.slice(0, line.indexOf("\t"))));
  } catch {
    return false;
  }
}

/**
 * A file of the project as the list has it, so that a change of it shows.
 *
 * @param {string} file
 */
function lineOf(file) {
  const { mtimeMs, size } = statSync(path.join(root, file));
  return `${file}\t${mtimeMs}\t${size}`;
}

/** Makes the bundle; false where nothing can be written, as in a container whose files are read-only. */
async function couldBundle() {
  try {
    await makeBundle();
    return true;
  } catch {
    return false;
  }
}

/** File by file: slower, and what is wrong with a file comes out here. */
async function startSlowly() {
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(path.join(root, "lib/cli/report.ts")).href);
}

async function makeBundle() {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["lib/cli/report.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  mkdirSync(directory, { recursive: true });
  // The list last: a bundle without it is made again.
  for (const { contents } of outputFiles) write(bundle, contents);
  write(list, Object.keys(metafile.inputs).map(lineOf).join("\n"));
}

/**
 * In one step, so that another run never reads half a file.
 *
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
function write(file, contents) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, file);
}
