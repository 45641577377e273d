import type { SignInMethod } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";

/** A live session as its owner may recognise it. What is null nobody knows. */
export interface SessionView {
  readonly sessionId: string;
  readonly method: SignInMethod;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
  readonly startedAt: Instant;
  /** Moves at most once a minute (`SESSION_TOUCH_MS`). */
  readonly lastSeenAt: Instant;
  /** The one of the browser that asks. */
  readonly isCurrent: boolean;
}
