// Starts `npm run report`: from one bundle, because translating and loading a hundred files takes longer than a year of
// glucose. The bundle is made anew whenever one of its files has changed. Plain JavaScript, because it runs before
// anything could translate TypeScript. A small young generation (package.json) spares a short run fresh memory.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "../..");
const directory = path.join(root, "node_modules/.cache/hindsight");
const bundle = path.join(directory, "report.mjs");
const list = path.join(directory, "report-files.json");

enableCompileCache(directory);
if (!isFresh()) await makeBundle();
await import(pathToFileURL(bundle).href);

/** Whether every file that went into the bundle is still as it was. */
function isFresh() {
  try {
    const files = Object.entries(JSON.parse(readFileSync(list, "utf8")));
    return files.length > 0 && files.every(([file, stamp]) => stampOf(path.join(root, file)) === stamp);
  } catch {
    return false;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs} ${size}`;
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
  write(bundle, outputFiles[0].contents);
  const own = Object.keys(metafile.inputs);
  write(list, JSON.stringify(Object.fromEntries(own.map((file) => [file, stampOf(path.join(root, file))]))));
}

/** In one step, so that another run never reads half a file. */
function write(file, contents) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, file);
}
