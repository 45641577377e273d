import { expect, test } from "vitest";
import { challengeIn } from "./passkey-answer";

const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("the challenge that was signed is read from what the browser wrote", () => {
  expect(challengeIn(written({ type: "webauthn.get", challenge: "abc", origin: "x" }))).toBe("abc");
});

test.each([
  ["nothing", ""],
  ["no JSON", "AAAA"],
  ["a list", written([])],
  ["no challenge", written({ type: "webauthn.get" })],
  ["a challenge that is no text", written({ challenge: ["abc"] })],
  ["one that is longer than any of ours", written({ challenge: "a".repeat(101) })],
])("%s holds none", (_what, clientDataJSON) => {
  expect(challengeIn(clientDataJSON)).toBeNull();
});
