import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { createLogger } from "./log";
import { Secret } from "./secret";

const CANARY = "CANARY_refresh_token";

test("a secret is revealed only on request", () => {
  expect(new Secret(CANARY).reveal()).toBe(CANARY);
});

test("no way of printing a secret shows it", () => {
  const secret = new Secret(CANARY);
  const holder = { nested: [secret], error: new Error("failed", { cause: secret }) };
  const written = [
    JSON.stringify({ secret }),
    String(secret),
    ["token=", secret].join(""),
    inspect(secret, { showHidden: true, depth: 9 }),
    inspect(holder, { showHidden: true, depth: 9 }),
    format("%s %o %j", secret, secret, secret),
    JSON.stringify(Object.entries(secret)),
    JSON.stringify(structuredClone(secret)),
  ].join("\n");
  expect(written).not.toContain(CANARY);
  expect(written).toContain("[secret]");
});

test("a secret forced into a log line stays hidden", () => {
  const lines: string[] = [];
  createLogger({}, (line) => lines.push(line)).info("exchange", { attempt: String(new Secret(CANARY)) });
  expect(lines.join("")).not.toContain(CANARY);
});
