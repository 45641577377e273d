import { spawnSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { PROJECT_ROOT } from "@/lib/cli/project";
import type { Figure } from "@/tests/bench/figure";

/** On which machine, at which commit and how busy it was: without these a figure says little. */
export function circumstances() {
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8" }).stdout.trim();
  const [cpu] = cpus();
  return {
    commit: git("rev-parse", "--short", "HEAD"),
    uncommittedChanges: git("status", "--porcelain") !== "",
    node: process.version,
    cpu: cpu?.model ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
    /** Processes that wanted a core, on average of the last minute; above `cores` the figures are too slow. */
    loadAverage: loadavg()[0] ?? 0,
  };
}

/** The figures as lines for people. */
export function table(figures: readonly Figure[]): string {
  const number = (value: number | null) =>
    value === null ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: value < 10 ? 2 : 0 });
  const rows = figures.map(({ name, unit, n, median, p95, cold, target, met }) => [
    met === null ? " " : met ? "✓" : "✗",
    name,
    number(median),
    number(p95),
    number(cold),
    unit,
    `n=${n}`,
    target === null ? "" : `${target.of} ≤ ${number(target.max)}`,
  ]);
  const all = [["", "figure", "median", "p95", "cold", "unit", "", "target"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column >= 2 && column <= 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
