import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { Egv } from "@/lib/glucose/reading";
import { type Figure, figureOf } from "@/tests/bench/figure";

const ROUNDS = 10;

/** The command line over files of 90 days, each another: from the start of its process to its end. */
export function measureReportFiles(year: readonly Egv[]): Figure[] {
  const directory = mkdtempSync(path.join(tmpdir(), "hindsight-report-"));
  try {
    const files = Array.from({ length: 1 + ROUNDS }, (_, round) => writeFile(directory, year, round));
    const own = files.map((file) =>
      // As package.json starts it.
      millisecondsOf(process.execPath, [
        "--max-semi-space-size=2",
        inProject("lib/cli/report.mjs"),
        "--json",
        file,
      ]),
    );
    const npm = files.map((file) =>
      millisecondsOf("npm", ["run", "--silent", "report", "--", "--json", file]),
    );
    const npmAlone = files.map(() => millisecondsOf("npm", ["run", "--silent", "nothing", "--if-present"]));
    return [
      timed("report: a file of 90 days, process start to end", own, { max: 400, of: "median" }),
      timed("report: the same through npm run", npm),
      timed("report: npm run of nothing, for comparison", npmAlone),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function timed(name: string, [cold = 0, ...samples]: readonly number[], target?: Figure["target"]): Figure {
  return figureOf(name, "ms", { samples, cold, ...(target ? { target } : {}) });
}

function writeFile(directory: string, year: readonly Egv[], round: number): string {
  const to = (year.at(-1)?.systemTime ?? 0) - round * 7 * DAY_MS;
  const rows = year
    .filter(({ systemTime }) => systemTime > to - 90 * DAY_MS && systemTime <= to)
    .map(({ systemTime, displayOffsetMinutes, value }) => {
      const local = new Date(systemTime + displayOffsetMinutes * MINUTE_MS).toISOString().slice(0, 19);
      return `${local},${value}`;
    });
  const file = path.join(directory, `person-${round}.csv`);
  writeFileSync(file, `timestamp,glucose (mg/dL)\n${rows.join("\n")}\n`);
  return file;
}

function millisecondsOf(command: string, args: readonly string[]): number {
  const began = performance.now();
  const { status } = spawnSync(command, args, { cwd: PROJECT_ROOT });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
  return performance.now() - began;
}
