import { type Instant, MINUTE_MS } from "@/lib/clock";
import { type RandomBytes, randomHex } from "@/lib/simulator/identifiers";
import type { ApiVersion } from "@/lib/simulator/oauth/token-store";

/** What the app asked for when it sent the person here. */
export interface AuthorizeRequest {
  readonly version: ApiVersion;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Echoed only if it was sent. */
  readonly state: string | null;
  readonly codeChallenge: string | null;
  readonly codeChallengeMethod: "plain" | "S256";
}

export interface LoginFlow {
  readonly id: string;
  readonly request: AuthorizeRequest;
  /** Null until somebody has logged in. */
  readonly personName: string | null;
  readonly expiresAt: Instant;
}

const FLOW_MINUTES_MAX = 10;

/** Logins that are under way. Each step has an id of its own, which works once. */
export class LoginFlows {
  readonly #random: RandomBytes;
  readonly #flows = new Map<string, LoginFlow>();

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  begin(request: AuthorizeRequest, personName: string | null, now: Instant): LoginFlow {
    for (const [id, flow] of this.#flows) if (flow.expiresAt <= now) this.#flows.delete(id);
    const flow = {
      id: randomHex(this.#random, 16),
      request,
      personName,
      expiresAt: now + FLOW_MINUTES_MAX * MINUTE_MS,
    };
    this.#flows.set(flow.id, flow);
    return flow;
  }

  find(id: string, now: Instant): LoginFlow | null {
    const flow = this.#flows.get(id);
    return flow && flow.expiresAt > now ? flow : null;
  }

  end(id: string): void {
    this.#flows.delete(id);
  }

  clear(): void {
    this.#flows.clear();
  }
}
