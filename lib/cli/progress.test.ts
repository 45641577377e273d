import { expect, it, vi } from "vitest";
import { createProgress } from "./progress";

it("says how long a step took, and which one failed", async () => {
  const said: string[] = [];
  let now = 0;
  const { step } = createProgress(
    (line) => said.push(line),
    () => now,
  );
  const value = await step("database", async () => {
    now = 1_234;
    return "url";
  });
  await expect(step("app", async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(value).toBe("url");
  expect(said).toEqual(["  ✓ database (1.2 s)", "  ✗ app"]);
});

it("gives a sign of life every ten seconds", async () => {
  vi.useFakeTimers();
  const said: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const step = createProgress(
    (line) => said.push(line),
    () => Date.now(),
  ).step("app build", () => promise);
  vi.advanceTimersByTime(20_000);
  resolve();
  await step;
  vi.useRealTimers();
  expect(said).toEqual(["  … app build, 10.0 s", "  … app build, 20.0 s", "  ✓ app build (20.0 s)"]);
});
