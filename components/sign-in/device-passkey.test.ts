import { expect, test } from "vitest";
import { deviceProblem } from "./device-passkey";

test.each([
  ["NotAllowedError", "cancelled"],
  ["AbortError", "cancelled"],
  ["InvalidStateError", "held"],
  ["SecurityError", "failed"],
  ["UnknownError", "failed"],
] as const)("a device's %s is told as %s", (name, problem) => {
  expect(deviceProblem(new DOMException("", name))).toBe(problem);
});

test("what is no error at all is told as one", () => {
  expect(deviceProblem("NotAllowedError")).toBe("failed");
});
