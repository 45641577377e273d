import type { Instant } from "@/lib/clock";
import type { Counters } from "@/lib/simulator/counters";
import type { Wait } from "@/lib/simulator/fault-answers";
import type { Faults } from "@/lib/simulator/faults";
import type { RandomBytes } from "@/lib/simulator/identifiers";
import type { SimulatedClient } from "@/lib/simulator/oauth/clients";
import type { LoginFlows } from "@/lib/simulator/oauth/login-flows";
import type { TokenStore } from "@/lib/simulator/oauth/token-store";
import type { RateLimiter } from "@/lib/simulator/rate-limit";
import type { SimulatedClock } from "@/lib/simulator/simulated-clock";
import type { Cloud } from "@/lib/simulator/upstream/cloud";

/** What can be changed while the simulator runs and is not a fault. */
export interface Settings {
  /** How old a record must be before a client sees it: 0 as in the sandbox, 60 or 180 as in production. */
  delayMinutes: number;
  /** Fixed end of all data, for a sandbox whose range is historical; `Infinity` for one that goes on. */
  dataEnd: Instant;
}

/** Everything the simulator knows. One per simulator; nothing outlives it. */
export interface World {
  readonly clock: SimulatedClock;
  readonly random: RandomBytes;
  readonly wait: Wait;
  readonly settings: Settings;
  /** By name, in the order of the drop-down. */
  readonly clouds: ReadonlyMap<string, Cloud>;
  readonly clients: Map<string, SimulatedClient>;
  readonly tokens: TokenStore;
  readonly flows: LoginFlows;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly rateLimiter: RateLimiter;
}
