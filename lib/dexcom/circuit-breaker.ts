import { type Clock, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

export interface BreakerPolicy {
  readonly windowMs: number;
  /** Below this many calls in the window nothing is concluded. */
  readonly callsMin: number;
  /** Opens when at least this share of them failed. */
  readonly failureRatioMin: number;
  /** How long it stays open before one probe is let through, and how long a probe may take. */
  readonly openMs: number;
}

export const BREAKER_POLICY: BreakerPolicy = {
  windowMs: MINUTE_MS,
  callsMin: 20,
  failureRatioMin: 0.5,
  openMs: 30 * SECOND_MS,
};

export type Permit =
  | { readonly allowed: true; readonly settle: (failed: boolean) => void }
  | { readonly allowed: false; readonly retryAfterMs: number };

export interface CircuitBreaker {
  /** Asks to call a host. Whoever is allowed to must `settle` once with how it went. */
  request(host: string): Permit;
}

interface Circuit {
  calls: { readonly at: Instant; readonly failed: boolean }[];
  /** No call before this instant; null while closed. */
  openUntil: Instant | null;
  /** Bumped whenever the circuit opens or closes, so that answers to older calls conclude nothing. */
  generation: number;
}

/**
 * Stops calling a host of which half the calls of the last minute failed, so that one outage is not multiplied by
 * every person and every retry. After `openMs` a single probe decides: success closes, failure opens again.
 */
export function createCircuitBreaker(clock: Clock, policy: BreakerPolicy = BREAKER_POLICY): CircuitBreaker {
  const circuits = new Map<string, Circuit>();

  function change(circuit: Circuit, openUntil: Instant | null): void {
    circuit.openUntil = openUntil;
    circuit.generation += 1;
    circuit.calls = [];
  }

  function settleProbe(circuit: Circuit, failed: boolean): void {
    change(circuit, failed ? clock.now() + policy.openMs : null);
  }

  function settleCall(circuit: Circuit, failed: boolean): void {
    const now = clock.now();
    circuit.calls = [...circuit.calls.filter(({ at }) => at > now - policy.windowMs), { at: now, failed }];
    const failures = circuit.calls.filter((call) => call.failed).length;
    if (circuit.calls.length >= policy.callsMin && failures >= circuit.calls.length * policy.failureRatioMin)
      change(circuit, now + policy.openMs);
  }

  return {
    request(host) {
      const circuit = circuits.get(host) ?? { calls: [], openUntil: null, generation: 0 };
      circuits.set(host, circuit);
      const now = clock.now();
      if (circuit.openUntil !== null && now < circuit.openUntil)
        return { allowed: false, retryAfterMs: circuit.openUntil - now };
      const probing = circuit.openUntil !== null;
      // Others wait while the probe is out; a probe that never settles lets the next one through.
      if (probing) change(circuit, now + policy.openMs);
      const { generation } = circuit;
      let settled = false;
      return {
        allowed: true,
        settle(failed) {
          if (settled || circuit.generation !== generation) return;
          settled = true;
          if (probing) settleProbe(circuit, failed);
          else settleCall(circuit, failed);
        },
      };
    },
  };
}
