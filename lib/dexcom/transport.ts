/** One call on the wire. Headers and body hold credentials: never log a request. */
export interface TransportRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte sent to the last received. The transport's own limit holds where it is shorter. */
  readonly timeoutMs?: number;
}

export interface TransportResponse {
  readonly status: number;
  /** Names in lower case; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * How a request leaves the process. `createHttpTransport` is the real one; tests plug in a fetch handler. It resolves
 * with any status and rejects with a `DexcomError` when there is no usable answer at all.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;
