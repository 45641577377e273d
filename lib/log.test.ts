import { describe, expect, it } from "vitest";
import { createLogger, errorFields } from "./log";

function linesOf(run: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  run(createLogger({ part: "test" }, (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("a log line", () => {
  it("never holds what looks like a credential", () => {
    const [line] = linesOf((log) =>
      log.info("x", {
        refreshToken: "CANARY_1",
        note: "Bearer CANARY_2 and eyJCANARY.abc.def",
        patientId: "p1",
      }),
    );
    expect(JSON.stringify(line)).not.toContain("CANARY");
    expect(line).toMatchObject({ part: "test", event: "x", patientId: "p1" });
  });

  it("stays one line whatever a value holds", () => {
    const lines: string[] = [];
    createLogger({}, (line) => lines.push(line)).warn("x", { value: 'a\n{"level":"error"}' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain("\n");
  });

  it("knows an error by class and code, never by its message", () => {
    const error = Object.assign(new Error("token=CANARY"), { code: "ECONNRESET" });
    expect(errorFields(error)).toEqual({ error: "Error", errorCode: "ECONNRESET" });
    expect(errorFields("CANARY")).toEqual({ error: "string" });
  });
});
