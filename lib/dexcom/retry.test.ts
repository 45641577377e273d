import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { DEXCOM_ERROR_CODES, DexcomError } from "./errors";
import { backoffMs, RETRY_POLICY, type RetryPolicy, withRetry } from "./retry";
import { parseRetryAfter } from "./retry-after";

const NOW = Date.parse("2030-03-01T18:00:00Z");

/** Runs `withRetry` over scripted outcomes, with a clock that only sleeping (and `callMs`) moves. */
async function run(
  outcomes: readonly (DexcomError | "ok")[],
  options: { policy?: Partial<RetryPolicy>; random?: number; callMs?: number } = {},
) {
  const clock = fixedClock(NOW);
  const slept: number[] = [];
  let calls = 0;
  const call = (): Promise<Result<string, DexcomError>> => {
    const outcome = outcomes[Math.min(calls, outcomes.length - 1)] ?? "ok";
    calls += 1;
    clock.set(clock.now() + (options.callMs ?? 0));
    return Promise.resolve(outcome === "ok" ? ok("done") : err(outcome));
  };
  const sleep = (ms: number) => {
    slept.push(ms);
    clock.set(clock.now() + ms);
    return Promise.resolve();
  };
  const result = await withRetry(
    call,
    { ...RETRY_POLICY, ...options.policy },
    { clock, random: () => options.random ?? 0.5, sleep },
  );
  return { result, slept, calls, spentMs: clock.now() - NOW };
}

const down = new DexcomError("upstream_failed", { status: 503 });

test("a burst of failures is ridden out with growing waits", async () => {
  const { result, slept, calls } = await run([down, down, "ok"]);
  expect(result).toEqual({ ok: true, value: "done" });
  expect(slept).toEqual([250, 500]);
  expect(calls).toBe(3);
});

test("attempts are counted", async () => {
  const { result, calls } = await run([down], { policy: { attemptsMax: 4 } });
  expect(result).toMatchObject({ ok: false, error: { code: "upstream_failed" } });
  expect(calls).toBe(4);
});

test.each(DEXCOM_ERROR_CODES)("%s is repeated only if it may be better a moment later", async (code) => {
  const transient = ["rate_limited", "upstream_failed", "unreachable", "interrupted", "timeout"];
  const { calls } = await run([new DexcomError(code)]);
  expect(calls).toBe(transient.includes(code) ? RETRY_POLICY.attemptsMax : 1);
});

test("a rate limit of a minute goes back to the queue instead of sleeping in the worker", async () => {
  const { result, slept, calls } = await run([
    new DexcomError("rate_limited", { status: 429, retryAfterMs: 60_000 }),
  ]);
  expect(result).toMatchObject({ ok: false, error: { disposition: "later", retryAfterMs: 60_000 } });
  expect(slept).toEqual([]);
  expect(calls).toBe(1);
});

test("a short wait that was asked for is kept in full", async () => {
  const busy = new DexcomError("upstream_failed", { status: 503, retryAfterMs: 5_000 });
  const { slept } = await run([busy, "ok"], { random: 0 });
  expect(slept).toEqual([5_000]);
});

test("no attempt starts after the time budget", async () => {
  const { calls, result } = await run([new DexcomError("timeout")], { callMs: 30_000 });
  expect(calls).toBe(2);
  expect(result.ok).toBe(false);
});

test("whatever the policy and the luck, sleeping never exceeds the budget", async () => {
  const ms = fc.integer({ min: 0, max: 100_000 });
  await fc.assert(
    fc.asyncProperty(
      ms,
      ms,
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      fc.option(ms),
      async (waitMsMax, totalMsMax, random, retryAfterMs) => {
        const failing = new DexcomError("upstream_failed", retryAfterMs === null ? {} : { retryAfterMs });
        const { slept, spentMs } = await run([failing], { random, policy: { waitMsMax, totalMsMax } });
        expect(spentMs).toBeLessThanOrEqual(totalMsMax);
        expect(slept.every((wait) => wait <= waitMsMax && wait >= (retryAfterMs ?? 0))).toBe(true);
      },
    ),
    { seed: 20_300_310, numRuns: 300 },
  );
});

test("jitter is full: anything from nothing to the cap, which doubles up to its limit", () => {
  const policy = { backoffMsBase: 500, backoffMsMax: 8_000 };
  const most = [0, 1, 2, 3, 4, 5, 60].map((attempt) => backoffMs(attempt, policy, () => 0.999_999));
  expect(most).toEqual([499, 999, 1_999, 3_999, 7_999, 7_999, 7_999]);
  expect(backoffMs(3, policy, () => 0)).toBe(0);
});

describe("Retry-After", () => {
  const parse = (header: string | undefined, dateHeader?: string) =>
    parseRetryAfter(header, { now: NOW, dateHeader });

  test.each<[string | undefined, number | null]>([
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["1.5", 1_500],
    ["3600", 3_600_000],
    ["3601", 3_600_000],
    ["1000000000", 3_600_000],
    ["9".repeat(400), 3_600_000],
    ["Fri, 01 Mar 2030 18:02:00 GMT", 120_000],
    ["Fri, 01 Mar 2030 17:00:00 GMT", 0],
    ["Fri, 01 Mar 2999 17:00:00 GMT", 3_600_000],
    ["-5", null],
    ["", null],
    [undefined, null],
    ["soon", null],
    ["1e9", null],
    ["0x10", null],
    ["2030-03-01T18:02:00Z", null],
    ["Fri, 99 Mar 2030 18:02:00 GMT", null],
  ])("%j is %j ms", (header, ms) => {
    expect(parse(header)).toBe(ms);
  });

  test("as a date counts from the server's own clock, however wrong ours is", () => {
    expect(parse("Sat, 02 Mar 2030 06:00:30 GMT", "Sat, 02 Mar 2030 06:00:00 GMT")).toBe(30_000);
    expect(parse("Fri, 01 Mar 2030 18:02:00 GMT", "not a date")).toBe(120_000);
  });
});
