import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { BREAKER_POLICY, type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker";

const NOW = Date.parse("2030-03-01T18:00:00Z");
const HOST = "api.dexcom.com";

function setUp() {
  const clock = fixedClock(NOW);
  return { clock, breaker: createCircuitBreaker(clock) };
}

function call(breaker: CircuitBreaker, failed: boolean, host = HOST): boolean {
  const permit = breaker.request(host);
  if (permit.allowed) permit.settle(failed);
  return permit.allowed;
}

function calls(breaker: CircuitBreaker, count: number, failed: boolean, host = HOST): number {
  return Array.from({ length: count }, () => call(breaker, failed, host)).filter(Boolean).length;
}

test("nineteen failures in a row conclude nothing, the twentieth opens", () => {
  const { breaker } = setUp();
  expect(calls(breaker, 19, true)).toBe(19);
  expect(call(breaker, true)).toBe(true);
  expect(breaker.request(HOST)).toEqual({ allowed: false, retryAfterMs: BREAKER_POLICY.openMs });
});

test("half of the calls failing opens, less does not", () => {
  const half = setUp().breaker;
  calls(half, 10, false);
  calls(half, 10, true);
  expect(half.request(HOST).allowed).toBe(false);
  const less = setUp().breaker;
  calls(less, 11, false);
  calls(less, 10, true);
  expect(less.request(HOST).allowed).toBe(true);
});

test("failures more than a minute old are forgotten", () => {
  const { clock, breaker } = setUp();
  calls(breaker, 19, true);
  clock.set(NOW + BREAKER_POLICY.windowMs);
  call(breaker, true);
  expect(breaker.request(HOST).allowed).toBe(true);
});

test("one host's outage does not stop another", () => {
  const { breaker } = setUp();
  calls(breaker, 20, true);
  expect(call(breaker, false, "api.dexcom.eu")).toBe(true);
});

function opened() {
  const { clock, breaker } = setUp();
  calls(breaker, 20, true);
  clock.set(NOW + BREAKER_POLICY.openMs);
  return { clock, breaker };
}

test("after the pause exactly one probe goes out", () => {
  const { breaker } = opened();
  expect(breaker.request(HOST).allowed).toBe(true);
  expect(calls(breaker, 50, false)).toBe(0);
});

test("a probe that succeeds closes, and old failures do not count any more", () => {
  const { breaker } = opened();
  call(breaker, false);
  expect(calls(breaker, 19, true)).toBe(19);
  expect(breaker.request(HOST).allowed).toBe(true);
});

test("a probe that fails opens again for the whole pause", () => {
  const { breaker, clock } = opened();
  call(breaker, true);
  expect(breaker.request(HOST)).toEqual({ allowed: false, retryAfterMs: BREAKER_POLICY.openMs });
  clock.set(clock.now() + BREAKER_POLICY.openMs);
  expect(breaker.request(HOST).allowed).toBe(true);
});

test("a probe that never comes back does not keep the host closed for ever", () => {
  const { breaker, clock } = opened();
  const lost = breaker.request(HOST);
  clock.set(clock.now() + BREAKER_POLICY.openMs);
  const next = breaker.request(HOST);
  expect(next.allowed).toBe(true);
  if (next.allowed) next.settle(false);
  // The lost one turns up after all: its answer is about the past and does not open what has closed.
  if (lost.allowed) lost.settle(true);
  expect(calls(breaker, 5, false)).toBe(5);
});

test("answers to calls from before the opening neither close nor prolong it", () => {
  const { breaker, clock } = setUp();
  const slow = breaker.request(HOST);
  calls(breaker, 20, true);
  if (slow.allowed) slow.settle(false);
  expect(breaker.request(HOST)).toEqual({ allowed: false, retryAfterMs: BREAKER_POLICY.openMs });
  clock.set(NOW + 1_000);
  if (slow.allowed) slow.settle(true);
  expect(breaker.request(HOST)).toEqual({ allowed: false, retryAfterMs: BREAKER_POLICY.openMs - 1_000 });
});

test("settling twice counts once", () => {
  const { breaker } = setUp();
  for (let index = 0; index < 19; index += 1) {
    const permit = breaker.request(HOST);
    if (permit.allowed) {
      permit.settle(true);
      permit.settle(true);
    }
  }
  expect(breaker.request(HOST).allowed).toBe(true);
});

test("through an outage of half an hour with a call every second, a handful reach the host", () => {
  const { breaker, clock } = setUp();
  let reached = 0;
  for (let second = 0; second < 1_800; second += 1) {
    clock.set(NOW + second * 1_000);
    reached += calls(breaker, 5, true);
  }
  expect(reached).toBeLessThanOrEqual(20 + 1_800 / 30);
  clock.set(NOW + 1_830_000);
  expect(call(breaker, false)).toBe(true);
  expect(calls(breaker, 100, false)).toBe(100);
});
