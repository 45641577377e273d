import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
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
  /** What failed, each with the first line of why. */
  readonly failures?: readonly string[];
}

type Counts = Pick<StageResult, "passed" | "failed" | "skipped" | "notRun" | "failures">;

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const playwrightSuite = z.object({
  specs: z
    .array(
      z.object({
        title: z.string(),
        file: z.string(),
        tests: z.array(
          z.object({
            status: z.string(),
            annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
            results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
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
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(playwrightSuite),
});

/** Counts of a report that vitest wrote. A file that failed before its first test counts as one failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  const failures = [
    ...broken.map(({ name, message }) => failure(path.relative(PROJECT_ROOT, name), message)),
    ...testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) =>
          failure(`${path.relative(PROJECT_ROOT, name)} › ${fullName}`, failureMessages?.[0]),
        ),
    ),
  ];
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests,
    failures,
  };
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
    failures: [
      ...errors.map(({ message }) => failure("outside the tests", message)),
      ...suites.flatMap(failuresIn),
    ],
  };
}

function reasonsIn({ specs, suites }: z.output<typeof playwrightSuite>): string[] {
  const skipped = specs.flatMap(({ tests }) => tests).filter(({ status }) => status === "skipped");
  return [
    ...skipped.flatMap(({ annotations }) => annotations.map(({ description }) => description ?? "skipped")),
    ...suites.flatMap(reasonsIn),
  ];
}

function failuresIn({ specs, suites }: z.output<typeof playwrightSuite>): string[] {
  const failed = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) =>
        failure(`${file} › ${title}`, results.flatMap(({ errors }) => errors)[0]?.message),
      ),
  );
  return [...failed, ...suites.flatMap(failuresIn)];
}

function failure(what: string, why: string | undefined): string {
  const [first = ""] = stripVTControlCharacters(why ?? "").split("\n");
  return first.trim() === "" ? what : `${what}: ${first.trim()}`;
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
