import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { inProject } from "@/lib/cli/project";
import { TREATMENT_NOTICE } from "@/lib/notice";

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), "hindsight-report-test-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The command as a person runs it from their own folder. */
function report(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [inProject("lib/cli/report.mjs"), ...args], {
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: directory },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  writeFileSync(path.join(directory, name), text);
  return name;
}

/** Two days of readings every five minutes from midnight, 100 mg/dL by day and 60 from 02:00 to 03:00. */
function twoDays(unit: "mg/dL" | "mmol/L" = "mg/dL"): string {
  const rows = Array.from({ length: 576 }, (_, i) => {
    const time = new Date(Date.UTC(2026, 2, 1) + i * 300_000).toISOString().slice(0, 19);
    const low = i % 288 >= 24 && i % 288 < 36;
    return `${time},${unit === "mg/dL" ? (low ? 60 : 100) : low ? 3.3 : 5.6}`;
  });
  return `timestamp,glucose (${unit})\n${rows.join("\n")}\n`;
}

const Json = z.looseObject({
  readings: z.number(),
  mean: z.number(),
  timeInRanges: z.record(z.string(), z.number()),
  sufficiency: z.record(z.string(), z.looseObject({ status: z.string() })),
  file: z.looseObject({ name: z.string(), badRows: z.number(), unit: z.string(), wallClock: z.boolean() }),
  episodes: z.looseObject({
    hypo: z.looseObject({ level1: z.looseObject({ list: z.array(z.looseObject({ start: z.string() })) }) }),
  }),
});
const json = (text: string) => Json.parse(JSON.parse(text));

describe("npm run report", () => {
  it("prints the whole summary as JSON, computed values with their verdicts", () => {
    const { status, stdout, stderr } = report([file("plain.csv", twoDays()), "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const summary = json(stdout);
    // 24 of 576 readings are 60: the mean is 100 − 40 · 24 / 576.
    expect(summary.mean).toBeCloseTo(100 - (40 * 24) / 576, 10);
    expect(summary.timeInRanges).toMatchObject({ low: (100 * 24) / 576, veryLow: 0 });
    expect(summary.sufficiency["gmi"]?.status).toBe("insufficient");
    expect(summary["gmi"]).toBeCloseTo(3.31 + 0.02392 * summary.mean, 10);
    expect(summary["notice"]).toBe(TREATMENT_NOTICE);
  });

  it("writes wall-clock times as they came, without a zone and without a clock change", () => {
    // In Berlin the clock went forward at 02:00 on this date: the hour from 02:00 is there all the same.
    const rows = Array.from({ length: 288 }, (_, i) => {
      const time = new Date(Date.UTC(2026, 2, 29) + i * 300_000).toISOString().slice(0, 16).replace("T", " ");
      return `${time},${i >= 24 && i < 36 ? 60 : 100}`;
    });
    const { stdout } = report([file("dst.csv", `time,glucose mg/dL\n${rows.join("\n")}`), "--json"]);
    const summary = json(stdout);
    expect(summary.file.wallClock).toBe(true);
    expect(summary.episodes.hypo.level1.list.map(({ start }) => start)).toEqual(["2026-03-29T02:00:00.000"]);
    expect(summary["coverage"]).toMatchObject({ expected: 288, observed: 288, activePercent: 100 });
  });

  it("names bad rows with their line and reason on standard error and goes on", () => {
    const text = twoDays().replace(
      "2026-03-01T00:10:00,100",
      "2026-03-01T00:10:00,lost\n2026-02-30T00:00:00,100",
    );
    const { status, stdout, stderr } = report([file("bad.csv", text), "--json"]);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^bad\.csv: line 4: .*\nbad\.csv: line 5: .*\nbad\.csv: 2 of 577 rows could not be used\n$/,
    );
    expect(json(stdout)).toMatchObject({ readings: 575, file: { badRows: 2 } });
  });

  it("ends with one sentence and a failure for a file that cannot be read, and still reports on the others", () => {
    const { status, stdout, stderr } = report(["missing.csv", file("good.csv", twoDays()), "--json"]);
    expect(status).toBe(1);
    expect(stderr).toBe("missing.csv: The file cannot be read (ENOENT).\n");
    expect(json(stdout).file.name).toBe("good.csv");
    const nothing = report([file("notes.txt", "dear diary")]);
    expect(nothing).toMatchObject({ status: 1, stdout: "" });
    expect(nothing.stderr).toMatch(/^notes\.txt: The file [^\n]*\.\n$/);
  });

  it("classifies mmol/L in mmol/L and prints text in it", () => {
    const { status, stdout } = report([file("mmol.csv", twoDays("mmol/L"))]);
    expect(status).toBe(0);
    expect(stdout).toContain("Table in mmol/L, 2026-03-01 to 2026-03-02, 2 days");
    expect(stdout).toMatch(/Low +below 3\.9 +4\.17 %/);
    expect(stdout).toMatch(/Average glucose +5\.50 +mmol\/L/);
    expect(stdout).toContain(TREATMENT_NOTICE);
    expect(stdout).toContain("Too little data for this figure: Needs 14 days with readings, 2 are there");
  });

  it("reads standard input, cuts to the dates asked for, and says so where there are none", () => {
    const day = report(["-", "--json", "--from", "2026-03-02", "--to", "2026-03-02"], twoDays());
    expect(json(day.stdout)).toMatchObject({ readings: 288, period: { from: "2026-03-02", days: 1 } });
    expect(json(day.stdout)["coverage"]).toMatchObject({ expected: 288, gaps: [] });
    const none = report(["-", "--from", "2027-01-01"], twoDays());
    expect(none).toMatchObject({ status: 1, stdout: "" });
    expect(none.stderr).toBe(
      "-: Its readings are from 2026-03-01 to 2026-03-02, outside the dates asked for.\n",
    );
  });

  it("expects nothing after the last reading of a file, unless its last date is asked for", () => {
    const untilNoon = twoDays()
      .split("\n")
      .slice(0, 1 + 288 + 144)
      .join("\n");
    const coverageOf = (args: readonly string[]) =>
      json(report(["-", "--json", ...args], untilNoon).stdout)["coverage"];
    expect(coverageOf([])).toMatchObject({ observed: 432, expected: 432, activePercent: 100, gaps: [] });
    expect(coverageOf(["--to", "2026-03-02"])).toMatchObject({ expected: 576, activePercent: 75 });
  });

  it("prints one row per file and figure as CSV", () => {
    const { stdout } = report([file("a.csv", twoDays()), file("b,c.csv", twoDays()), "--csv"]);
    const lines = stdout.trimEnd().split("\r\n");
    expect(lines[0]).toBe("file,figure,name,value,unit,sufficiency,rules_not_met");
    expect(lines.filter((line) => line.startsWith('"b,c.csv",mean,'))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith("a.csv,gmi,"))).toMatch(/,%,insufficient,days$/);
    expect(lines.at(-1)).toContain(TREATMENT_NOTICE);
    const cells = lines.map((line) => line.replaceAll(/"[^"]*"/g, "x").split(",").length);
    expect(new Set(cells)).toEqual(new Set([7]));
  });

  it("says how it is used", () => {
    expect(report(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("--from DATE") });
    expect(report([])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Name at least one file"),
    });
  });

  it("documents every key of its JSON", () => {
    const { stdout } = report([path.join(directory, file("keys.csv", twoDays())), "--json"]);
    const keys = Object.keys(json(stdout));
    const documented = new Set(
      [...readFileSync(inProject("lib/reports/README.md"), "utf8").matchAll(/`([A-Za-z0-9]+)`/g)].map(
        ([, key]) => key,
      ),
    );
    expect(keys.filter((key) => !documented.has(key))).toEqual([]);
  });
});
