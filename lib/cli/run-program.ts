import { spawn } from "node:child_process";

export interface ProgramResult {
  readonly code: number;
  /** Standard output and error, in the order in which they came. */
  readonly output: string;
}

export interface ProgramOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
  /** Shows the output as it comes, besides keeping it. */
  readonly echo?: (chunk: string) => void;
}

/** Runs a program to its end without a shell and without standard input. A program that cannot be started has code 127. */
export function runProgram(options: ProgramOptions): Promise<ProgramResult> {
  const child = spawn(options.command, options.arguments, {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.signal ? { signal: options.signal } : {}),
  });
  // This process may end before the program does; it then takes the program with it.
  const takeAlong = () => child.kill();
  process.once("exit", takeAlong);
  child.once("close", () => process.removeListener("exit", takeAlong));
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
    options.echo?.(chunk.toString());
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The end of a long output, for a one-sentence message. */
export function lastLines(output: string, count: number): string {
  return output.trim().split("\n").slice(-count).join("\n");
}
