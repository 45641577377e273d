import { describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { inSystemTransaction } from "@/lib/db/context";
import { AppError } from "@/lib/errors";
import { refused } from "@/lib/refusals";
import { problemAnswer } from "@/lib/reports/schema";
import { problemFrom } from "./problem";

// Nothing listens on port 1: every way of asking meets the refusal that a stopped database gives.
const down = openDatabase("postgresql://nobody:secret@127.0.0.1:1/none");

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("an error becomes an answer", () => {
  it.each([
    ["a query in SQL", () => down.$queryRaw`SELECT 1`],
    ["a query of the client", () => down.user.findFirst()],
    [
      "a transaction",
      () => inSystemTransaction("system:scheduler", (tx) => tx.$queryRaw`SELECT 1`, { db: down }),
    ],
  ])("503 while the database is down, whoever noticed: %s", async (_, ask) => {
    const answer = problemFrom(await thrownBy(ask()));
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.text()).not.toMatch(/127\.0\.0\.1|secret|prisma/i);
  });

  it.each([
    ["the server shuts down", { code: "57P01" }],
    [
      "the connection breaks",
      { code: "P2010", meta: { driverAdapterError: { cause: { kind: "ConnectionClosed" } } } },
    ],
    [
      "it has no connection left",
      { meta: { driverAdapterError: { cause: { kind: "postgres", originalCode: "53300" } } } },
    ],
    ["it does not answer in time", { cause: new Error("Query read timeout") }],
    ["a cause says so", new Error("wrapped", { cause: { code: "ECONNREFUSED" } })],
  ])("503 when %s", (_, error) => {
    expect(problemFrom(error).status).toBe(503);
  });

  it("500 for a fault of our own, without its message", async () => {
    const answer = problemFrom(new Error("reading 123 of patient X"));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("123");
  });

  it("the status of a refusal, with its sentence", async () => {
    const answer = problemFrom(new AppError("not_found", "There is no such person here."));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ status: 404, detail: "There is no such person here." });
  });

  it.each([
    ["of its own", refused("no-such-person"), "no-such-person"],
    ["of its kind, where it has none", new AppError("bad_request", "“to” is missing."), "bad_request"],
    ["of a fault of ours", new Error("x"), "internal"],
    ["of a database that is down", { code: "57P01" }, "database-down"],
  ])("a refusal carries the code %s", async (_, error, code) => {
    expect(problemAnswer.parse(await problemFrom(error).json())).toMatchObject({ code });
  });
});
