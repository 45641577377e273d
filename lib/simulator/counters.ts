import { type Instant, MINUTE_MS } from "@/lib/clock";

/** What happened at the token endpoint. */
export const TOKEN_EVENTS = [
  "codeRedemptions",
  "codeRefusals",
  "codeReuses",
  "refreshes",
  "refreshRefusals",
  "refreshReuses",
] as const;

export type TokenEvent = (typeof TOKEN_EVENTS)[number];

type TokenCounts = Record<TokenEvent, number>;

export interface CounterReport extends TokenCounts {
  /** `GET v3/egvs` style names. */
  readonly calls: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly maxCallsPerMinute: number;
  /** Most calls being answered at one time, and most refreshes of one person at one time. */
  readonly maxConcurrentCalls: number;
  readonly maxConcurrentTokenCalls: number;
  readonly people: Readonly<Record<string, TokenCounts & { readonly calls: number }>>;
}

const noTokenCounts = (): TokenCounts => ({
  codeRedemptions: 0,
  codeRefusals: 0,
  codeReuses: 0,
  refreshes: 0,
  refreshRefusals: 0,
  refreshReuses: 0,
});

/** Counts every call and every use of a code or refresh token: the oracle of single-flight and polling tests. */
export class Counters {
  #tokens = noTokenCounts();
  #calls: Record<string, number> = {};
  #statuses: Record<string, number> = {};
  #people: Record<string, TokenCounts & { calls: number }> = {};
  #minute = { start: Number.NEGATIVE_INFINITY, calls: 0, max: 0 };
  #open = { calls: 0, callsMax: 0, tokenCalls: 0, tokenCallsMax: 0 };

  callBegins(name: string, isTokenCall: boolean, now: Instant): void {
    this.#calls[name] = (this.#calls[name] ?? 0) + 1;
    const start = Math.floor(now / MINUTE_MS);
    if (start !== this.#minute.start) this.#minute = { ...this.#minute, start, calls: 0 };
    this.#minute.calls++;
    this.#minute.max = Math.max(this.#minute.max, this.#minute.calls);
    const open = this.#open;
    open.callsMax = Math.max(open.callsMax, ++open.calls);
    if (isTokenCall) open.tokenCallsMax = Math.max(open.tokenCallsMax, ++open.tokenCalls);
  }

  callEnds(status: number | "dropped", isTokenCall: boolean): void {
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    this.#open.calls--;
    if (isTokenCall) this.#open.tokenCalls--;
  }

  callOf(personName: string): void {
    this.#person(personName).calls++;
  }

  token(event: TokenEvent, personName: string | null): void {
    this.#tokens[event]++;
    if (personName !== null) this.#person(personName)[event]++;
  }

  report(): CounterReport {
    return structuredClone({
      ...this.#tokens,
      calls: this.#calls,
      statuses: this.#statuses,
      maxCallsPerMinute: this.#minute.max,
      maxConcurrentCalls: this.#open.callsMax,
      maxConcurrentTokenCalls: this.#open.tokenCallsMax,
      people: this.#people,
    });
  }

  clear(): void {
    this.#tokens = noTokenCounts();
    this.#calls = {};
    this.#statuses = {};
    this.#people = {};
    this.#minute = { start: Number.NEGATIVE_INFINITY, calls: 0, max: 0 };
    this.#open = { ...this.#open, callsMax: this.#open.calls, tokenCallsMax: this.#open.tokenCalls };
  }

  #person(name: string) {
    this.#people[name] ??= { ...noTokenCounts(), calls: 0 };
    return this.#people[name];
  }
}
