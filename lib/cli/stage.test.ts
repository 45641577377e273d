import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "./project";
import { countPlaywright, countVitest, judgeStage, readReport, summaryLine } from "./stage";

const vitest = (passed: number, failed: number, files: { status: string; assertions: string[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  testResults: files.map(({ status, assertions }) => ({
    name: `${PROJECT_ROOT}/lib/some.test.ts`,
    status,
    message: assertions.length === 0 ? "Cannot find a module\nat its place" : "",
    assertionResults: assertions.map((assertion, index) => ({
      status: assertion,
      fullName: `does thing ${index}`,
      failureMessages: assertion === "failed" ? ["\u001B[31mError: 1 is not 2\u001B[39m\n    at a line"] : [],
    })),
  })),
});

describe("counting reports", () => {
  it("takes the numbers of vitest as they are", () => {
    const files = [{ status: "failed", assertions: ["passed", "failed"] }];
    expect(countVitest(vitest(7, 1, files))).toMatchObject({ passed: 7, failed: 1, skipped: 1 });
  });

  it("counts a file that broke before its first test as a failure", () => {
    const files = [{ status: "failed", assertions: [] }];
    expect(countVitest(vitest(7, 0, files))).toEqual({
      passed: 7,
      failed: 1,
      skipped: 1,
      failures: ["lib/some.test.ts: Cannot find a module"],
    });
  });

  it("names each test of vitest that failed, with the first line of why", () => {
    const files = [
      { status: "passed", assertions: ["passed"] },
      { status: "failed", assertions: ["passed", "failed"] },
    ];
    expect(countVitest(vitest(2, 1, files)).failures).toEqual([
      "lib/some.test.ts › does thing 1: Error: 1 is not 2",
    ]);
  });

  it("names each browser test that failed or was flaky, and what broke outside of them", () => {
    const spec = (title: string, status: string, ...messages: string[]) => ({
      title,
      file: "some.spec.ts",
      tests: [{ status, annotations: [], results: [{ errors: messages.map((message) => ({ message })) }] }],
    });
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: "no browser" }],
      suites: [
        { specs: [spec("fine", "expected"), spec("bad", "unexpected", "Error: gone\n\nCall log", "more")] },
        { suites: [{ specs: [spec("now and then", "flaky")] }] },
      ],
    };
    expect(countPlaywright(report).failures).toEqual([
      "outside the tests: no browser",
      "some.spec.ts › bad: Error: gone",
      "some.spec.ts › now and then",
    ]);
  });

  it("counts a flaky browser test and an error outside the tests as failures", () => {
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: "setup" }],
      suites: [],
    };
    expect(countPlaywright(report)).toMatchObject({ passed: 5, failed: 3, skipped: 2, notRun: [] });
  });

  it("says once why browser tests were skipped, however deep they lie", () => {
    const test = (status: string, ...reasons: string[]) => ({
      title: "on another browser",
      file: "other.spec.ts",
      tests: [
        { status, results: [], annotations: reasons.map((description) => ({ type: "skip", description })) },
      ],
    });
    const report = {
      stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 2 },
      errors: [],
      suites: [
        { specs: [test("expected", "not of interest")] },
        { suites: [{ specs: [test("skipped", "no Firefox"), test("skipped", "no Firefox")] }] },
      ],
    };
    expect(countPlaywright(report).notRun).toEqual(["no Firefox"]);
  });

  it("gives null for a report that is missing or not understood", () => {
    expect(readReport("/nowhere/report.json", countVitest)).toBeNull();
    expect(readReport("package.json", countVitest)).toBeNull();
  });
});

describe("judgeStage", () => {
  const fine = { passed: 3, failed: 0, skipped: 0 };

  it("believes a report that agrees with the exit code", () => {
    expect(judgeStage(0, fine)).toEqual(fine);
    expect(judgeStage(1, { ...fine, failed: 2 })).toEqual({ ...fine, failed: 2 });
  });

  it.each([
    ["a bad exit without a failed test", 1, fine],
    ["a run without a single test", 0, { passed: 0, failed: 0, skipped: 4 }],
    ["no report", 0, null],
  ])("never calls %s a success", (_, code, counts) => {
    expect(judgeStage(code, counts).failed).toBe(1);
  });
});

describe("summaryLine", () => {
  it("adds everything up in the agreed form", () => {
    const stages = [
      { passed: 6, failed: 0, skipped: 0 },
      { passed: 400, failed: 2, skipped: 1 },
    ];
    expect(summaryLine(stages)).toBe("406 passed, 2 failed");
  });
});
