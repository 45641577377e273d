import { spawnSync } from "node:child_process";
import { inProject, PROJECT_ROOT } from "@/lib/cli/project";
import { type Figure, figureOf } from "@/tests/bench/figure";

const ROUNDS = 5;

/** Resident memory that one summary of ten years adds to a fresh process, its input included. */
export function measureEngineMemory(): Figure {
  const samples = Array.from({ length: ROUNDS }, () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", inProject("tests/bench/engine-memory-child.ts")],
      { cwd: PROJECT_ROOT, encoding: "utf8" },
    );
    const megabytes = Number(stdout);
    if (!(megabytes > 0)) throw new Error(`the memory of the engine was not measured: ${stderr}`);
    return megabytes;
  });
  return figureOf("engine: memory for ten years", "MB", { samples, target: { max: 50, of: "median" } });
}
