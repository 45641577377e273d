import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import {
  BACKOFF_MAX_MS,
  backoffMs,
  FORBIDDEN_RUNS_MAX,
  judgeEnding,
  nextScheduledSync,
  REFUSAL_WAITS_MS,
  type RunEnding,
} from "@/lib/sync/outcome";

const NOW = Date.UTC(2030, 2, 10);
const at = { now: NOW, random: () => 0.5 };
const clean = { failures: 0, refusals: 0 };

function trouble(
  code: string,
  disposition: "reauthorise" | "later" | "never" = "later",
  retryAfterMs: number | null = null,
): RunEnding {
  return { kind: "trouble", trouble: { code, disposition, retryAfterMs } };
}

describe("what a run's ending means", () => {
  it("forgets earlier failures after a complete run and comes back within 45 to 75 minutes", () => {
    const verdict = judgeEnding({ kind: "complete" }, { failures: 4, refusals: 1 }, at);
    expect(verdict).toMatchObject({ outcome: "complete", failures: 0, refusals: 0, stop: null });
    for (const random of [0, 0.25, 0.5, 0.999]) {
      const wait = nextScheduledSync(NOW, () => random) - NOW;
      expect(wait).toBeGreaterThanOrEqual(45 * MINUTE_MS);
      expect(wait).toBeLessThanOrEqual(75 * MINUTE_MS);
    }
  });

  it("is due again at once when only the time slice is over, with windows as small as they had to become", () => {
    const verdict = judgeEnding({ kind: "more-to-come" }, { failures: 3, refusals: 1 }, at);
    expect(verdict).toMatchObject({ nextSyncAt: NOW, failures: 3, refusals: 0, stop: null });
  });

  it.each([
    ["rate_limited", "upstream-busy"],
    ["upstream_failed", "upstream-down"],
    ["timeout", "upstream-down"],
    ["circuit_open", "upstream-down"],
    ["malformed", "upstream-malformed"],
    ["too_large", "upstream-malformed"],
    ["forbidden", "failed"],
    ["internal", "failed"],
  ])("calls %s %s, and goes on by itself", (code, outcome) => {
    expect(judgeEnding(trouble(code), clean, at)).toMatchObject({ outcome, stop: null, failures: 1 });
  });

  it("waits an hour when our own request or settings are at fault, and does not bother the person", () => {
    const verdict = judgeEnding(trouble("invalid_client", "never"), clean, at);
    expect(verdict).toMatchObject({ outcome: "failed", stop: null, nextSyncAt: NOW + HOUR_MS });
  });

  it("asks the person only after a 403 has lasted for many runs", () => {
    const ending = trouble("forbidden");
    const still = judgeEnding(ending, { ...clean, failures: FORBIDDEN_RUNS_MAX - 1 }, at);
    expect(still.stop).toBeNull();
    const last = judgeEnding(ending, { ...clean, failures: FORBIDDEN_RUNS_MAX }, at);
    expect(last).toMatchObject({ stop: "not-permitted", nextSyncAt: null });
  });

  it("stops at another account and at an interrupted refresh, with the true reason", () => {
    expect(judgeEnding({ kind: "wrong-account" }, clean, at)).toMatchObject({
      stop: "wrong-account",
      nextSyncAt: null,
    });
    expect(judgeEnding({ kind: "refresh-interrupted" }, clean, at).stop).toBe("interrupted");
  });

  it("leaves the timetable alone when another worker has taken over", () => {
    const verdict = judgeEnding({ kind: "superseded" }, { failures: 2, refusals: 1 }, at);
    expect(verdict).toEqual({
      outcome: "superseded",
      nextSyncAt: null,
      stop: null,
      failures: 2,
      refusals: 1,
    });
  });
});

describe("a refused refresh", () => {
  it("is suspicious the first times and final only when it repeats", () => {
    let history = clean;
    for (const wait of REFUSAL_WAITS_MS) {
      const verdict = judgeEnding({ kind: "refresh-refused", provenRevoked: false }, history, at);
      expect(verdict).toMatchObject({ outcome: "reauthorise", stop: null, nextSyncAt: NOW + wait });
      history = verdict;
    }
    const last = judgeEnding({ kind: "refresh-refused", provenRevoked: false }, history, at);
    expect(last).toMatchObject({ stop: "revoked", nextSyncAt: null });
  });

  it("is final at once when Dexcom also refused an access token that had not expired", () => {
    expect(judgeEnding({ kind: "refresh-refused", provenRevoked: true }, clean, at).stop).toBe("revoked");
  });
});

describe("backoff", () => {
  it("lies between a second and a doubling ceiling, never past an hour, never before Retry-After", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 }),
        fc.option(fc.integer({ min: 0, max: 10 ** 12 }), { nil: null }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, retryAfterMs, dice) => {
          const wait = backoffMs(failures, retryAfterMs, () => dice);
          expect(wait).toBeGreaterThanOrEqual(1_000);
          expect(wait).toBeLessThanOrEqual(BACKOFF_MAX_MS);
          expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfterMs ?? 0, BACKOFF_MAX_MS));
        },
      ),
      { seed: 20_300_312, numRuns: 500 },
    );
  });

  it("doubles its ceiling with each failure", () => {
    const nearlyOne = () => 0.999_999;
    expect([0, 1, 2, 3].map((failures) => Math.round(backoffMs(failures, null, nearlyOne) / 1_000))).toEqual([
      30, 60, 120, 240,
    ]);
  });
});
