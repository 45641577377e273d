import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { PROJECT_ROOT } from "@/lib/cli/project";

/** How one part of the test run ended. */
export interface StageResult {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What did not run, each with why. */
  readonly notRun?: readonly string[];
}

type Counts = Pick<StageResult, "passed" | "failed" | "skipped" | "notRun">;

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightSuite = z.object({
  specs: z
    .array(
      z.object({
        tests: z.array(
          z.object({
            status: z.string(),
            annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
          }),
        ),
      }),
    )
    .default([]),
  get suites() {
    return z.array(playwrightSuite).default([]);
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
  suites: z.array(playwrightSuite),
});

/** Counts of a report that vitest wrote. A file that failed before its first test counts as one failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

/**
 * Counts of a report that Playwright wrote, and why what was skipped was. A test that only passed when repeated is not
 * counted as passed.
 */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors, suites } = playwrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    notRun: [...new Set(suites.flatMap(reasonsIn))],
  };
}

function reasonsIn({ specs, suites }: z.output<typeof playwrightSuite>): string[] {
  const skipped = specs.flatMap(({ tests }) => tests).filter(({ status }) => status === "skipped");
  return [
    ...skipped.flatMap(({ annotations }) => annotations.map(({ description }) => description ?? "skipped")),
    ...suites.flatMap(reasonsIn),
  ];
}

/**
 * What a stage amounts to, from its exit code and its report: a stage that failed without a failed test, that wrote no
 * report or that ran nothing is a failure too.
 */
export function judgeStage(code: number, counts: Counts | null): Counts {
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
  const hidden = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return hidden ? { ...counts, failed: 1 } : counts;
}

/** Reads a report, or null when there is none or it cannot be understood. */
export function readReport(file: string, count: (report: unknown) => Counts): Counts | null {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** The last line of the run, for people and for whatever reads the output. */
export function summaryLine(results: readonly Counts[]): string {
  const sum = (pick: (counts: Counts) => number) =>
    results.reduce((total, counts) => total + pick(counts), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
}

/** Runs a Node program with its output on this terminal and nothing on its standard input; returns its exit code. */
export function runOnTerminal(options: {
  readonly arguments: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly minutesMax: number;
}): Promise<number> {
  const child = spawn(process.execPath, options.arguments, {
    cwd: PROJECT_ROOT,
    env: options.environment ?? process.env,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: options.minutesMax * 60_000,
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
