import "@/lib/cli/require-node";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { runChecks } from "@/lib/cli/checks";
import { ensureChromium } from "@/lib/cli/chromium";
import { runCommand } from "@/lib/cli/command";
import { buildApp } from "@/lib/cli/production-build";
import { inProject } from "@/lib/cli/project";
import {
  countPlaywright,
  countVitest,
  judgeStage,
  readReport,
  runOnTerminal,
  type StageResult,
  summaryLine,
} from "@/lib/cli/stage";

const RESULTS = inProject("tests/.results");
const STAGE_MINUTES_MAX = 18;

type Counts = Omit<StageResult, "title" | "seconds">;

const results: StageResult[] = [];

/** Runs one stage under a header. What it throws is a failure of that stage; the next ones still run. */
async function stage(title: string, run: () => Promise<Counts>): Promise<boolean> {
  console.log(`\n━━ ${title} ${"━".repeat(Math.max(3, 90 - title.length))}\n`);
  const began = performance.now();
  let counts: Counts;
  try {
    counts = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  results.push({ title, ...counts, seconds: (performance.now() - began) / 1000 });
  return counts.failed === 0;
}

async function check(): Promise<Counts> {
  const outcomes = await runChecks(({ title, ok, seconds, output }) =>
    console.log(`${ok ? "✓" : "✗"} ${title} (${seconds.toFixed(1)} s)${ok ? "" : `\n\n${output}\n`}`),
  );
  const passed = outcomes.filter(({ ok }) => ok).length;
  const failures = outcomes.filter(({ ok }) => !ok).map(({ title }) => title);
  return { passed, failed: failures.length, skipped: 0, failures };
}

const vitest = (project: string) => async (): Promise<Counts> => {
  const report = `${RESULTS}/${project}.json`;
  const code = await runOnTerminal({
    arguments: [
      inProject("node_modules/vitest/vitest.mjs"),
      "run",
      `--project=${project}`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    minutesMax: STAGE_MINUTES_MAX,
  });
  return judgeStage(code, readReport(report, countVitest));
};

async function build(): Promise<Counts> {
  await buildApp({ echo: (chunk) => process.stdout.write(chunk) });
  return vitest("build")();
}

async function browser(): Promise<Counts> {
  ensureChromium((line) => console.log(line));
  const code = await runOnTerminal({
    arguments: [inProject("node_modules/@playwright/test/cli.js"), "test"],
    minutesMax: STAGE_MINUTES_MAX,
  });
  return judgeStage(code, readReport(`${RESULTS}/playwright.json`, countPlaywright));
}

function table(rows: readonly StageResult[]): string {
  const cell = (value: number | string, width: number) => String(value).padStart(width);
  const lines = rows.map(
    ({ title, passed, failed, skipped, seconds }) =>
      `${failed === 0 ? "✓" : "✗"} ${title.padEnd(14)}${cell(passed, 7)}${cell(failed, 8)}${cell(skipped, 9)}${cell(seconds.toFixed(0), 9)}`,
  );
  const notRun = rows.flatMap((row) => row.notRun ?? []);
  // A stage prints thousands of lines before the next one does: what failed is said once more where somebody looks first.
  const failed = rows.flatMap(({ title, failures = [] }) => failures.map((line) => `✗ ${title}: ${line}`));
  return ["                 passed  failed  skipped  seconds", ...lines, ...notRun, ...failed].join("\n");
}

await runCommand(async () => {
  // Old reports must never be counted for a stage that wrote none.
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  await stage("check", check);
  await stage("unit", vitest("unit"));
  await stage("integration", vitest("integration"));
  const built = await stage("build", build);
  if (built) await stage("browser", browser);
  else results.push({ title: "browser", passed: 0, failed: 1, skipped: 0, seconds: 0 });

  const line = summaryLine(results);
  writeFileSync(`${RESULTS}/summary.txt`, `${line}\n`);
  console.log(
    `\n${table(results)}${built ? "" : "\nThe browser tests did not run, because the build failed."}\n\n${line}`,
  );
  return results.every(({ failed }) => failed === 0) ? 0 : 1;
});
