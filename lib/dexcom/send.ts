import { err, ok, type Result } from "@/lib/result";
import type { CircuitBreaker } from "./circuit-breaker";
import { DexcomError, type DexcomErrorCode } from "./errors";
import type { Transport, TransportRequest, TransportResponse } from "./transport";

/**
 * Failures of the host rather than of one request. A refusal (4xx) shows that it is alive, and a body that cannot be
 * used may be one person's alone, who must not close the door for everybody.
 */
const HOST_FAILURES: ReadonlySet<DexcomErrorCode> = new Set([
  "rate_limited",
  "upstream_failed",
  "unreachable",
  "interrupted",
  "timeout",
  "redirect",
]);

/** One attempt: asks the breaker, sends, and turns everything but a good answer into a `DexcomError`. */
export async function send(
  request: TransportRequest,
  options: {
    readonly transport: Transport;
    readonly breaker: CircuitBreaker | undefined;
    readonly errorOf: (response: TransportResponse) => DexcomError | null;
  },
): Promise<Result<TransportResponse, DexcomError>> {
  const permit = options.breaker?.request(new URL(request.url).host);
  if (permit && !permit.allowed)
    return err(new DexcomError("circuit_open", { retryAfterMs: permit.retryAfterMs }));
  try {
    const response = await options.transport({
      ...request,
      headers: { ...request.headers, "user-agent": "hindsight" },
    });
    const error = options.errorOf(response);
    permit?.settle(error !== null && HOST_FAILURES.has(error.code));
    return error ? err(error) : ok(response);
  } catch (error) {
    permit?.settle(!(error instanceof DexcomError) || HOST_FAILURES.has(error.code));
    if (error instanceof DexcomError) return err(error);
    throw error;
  }
}
