import { describe, expect, it } from "vitest";
import { lastLines, runProgram } from "./run-program";

const node = (script: string, signal?: AbortSignal) =>
  runProgram({
    command: process.execPath,
    arguments: ["-e", script],
    cwd: process.cwd(),
    ...(signal ? { signal } : {}),
  });

describe("runProgram", () => {
  it("gives the exit code and all output", async () => {
    expect(await node(`console.log("out"); console.error("err"); process.exitCode = 3;`)).toMatchObject({
      code: 3,
      output: expect.stringMatching(/out\n|err\n/),
    });
  });

  it("gives the program an empty standard input", async () => {
    expect(
      await node(`process.stdin.on("data", () => {}).on("end", () => console.log("end"));`),
    ).toMatchObject({ output: "end\n" });
  });

  it("tells a program that cannot be started from one that failed", async () => {
    const result = await runProgram({ command: "/nowhere/program", arguments: [], cwd: process.cwd() });
    expect(result.code).toBe(127);
  });

  it("ends early when it is called off", async () => {
    const { code } = await node("setInterval(() => {}, 1000);", AbortSignal.timeout(100));
    expect(code).not.toBe(0);
  });
});

it("lastLines keeps the end", () => expect(lastLines("a\nb\nc\n", 2)).toBe("b\nc"));
