import { Agent, type Dispatcher, errors, request as undiciRequest } from "undici";
import { SECOND_MS } from "@/lib/clock";
import { readBody, readErrorBody } from "./body";
import { DexcomError } from "./errors";
import type { Transport, TransportRequest } from "./transport";

export interface HttpLimits {
  readonly connectMs: number;
  /** From the request sent to the last response header. */
  readonly headersMs: number;
  /** Silence between two pieces of the body. */
  readonly idleMs: number;
  /** Everything together: a server that sends one byte a second is cut off here. */
  readonly totalMs: number;
  /** Of the body, on the wire and decoded. */
  readonly bodyBytesMax: number;
}

/** A month of readings is about 4 MB, two devices make it 8; Dexcom is known to take more than 30 s at times (dexcom-api.md, 1 and 5.1). */
export const HTTP_LIMITS: HttpLimits = {
  connectMs: 10 * SECOND_MS,
  headersMs: 45 * SECOND_MS,
  idleMs: 15 * SECOND_MS,
  totalMs: 55 * SECOND_MS,
  bodyBytesMax: 16 * 1024 * 1024,
};

/**
 * The only way out to Dexcom. It calls the named origins and nothing else, follows no redirect (undici's `request`
 * does not), speaks HTTP/1.1, asks for gzip alone and decodes it itself under a cap. Never global `fetch`, which
 * decodes brotli uninvited and puts a compression bomb straight into memory.
 */
export function createHttpTransport(options: {
  /** Scheme, host and port, as `DexcomUpstream.origin`. */
  readonly allowedOrigins: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  /** Who opens the connections; given by whoever wants to close them. */
  readonly dispatcher?: Dispatcher;
}): Transport {
  const limits: HttpLimits = { ...HTTP_LIMITS, ...options.limits };
  const allowed = new Set(options.allowedOrigins);
  const dispatcher = options.dispatcher ?? createDispatcher(limits);
  return (request) => send(request, allowedUrl(request.url, allowed), dispatcher, limits);
}

export function createDispatcher(limits: Pick<HttpLimits, "connectMs"> = HTTP_LIMITS): Agent {
  return new Agent({
    allowH2: false,
    connections: 16,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
    connect: { timeout: limits.connectMs, minVersion: "TLSv1.2" },
  });
}

/** Addresses are made from the environment's origin; another one here is a mistake in our own code. */
function allowedUrl(text: string, allowed: ReadonlySet<string>): URL {
  const url = new URL(text);
  if (!allowed.has(url.origin) || url.username !== "" || url.password !== "")
    throw new Error("refused to call an address that is not on the allow-list");
  return url;
}

async function send(request: TransportRequest, url: URL, dispatcher: Dispatcher, limits: HttpLimits) {
  const deadline = AbortSignal.timeout(Math.min(request.timeoutMs ?? limits.totalMs, limits.totalMs));
  try {
    const response = await undiciRequest(url, {
      dispatcher,
      method: request.method,
      headers: { ...request.headers, "accept-encoding": "gzip" },
      body: request.body ?? null,
      signal: deadline,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleMs,
    });
    const headers = flatten(response.headers);
    const body =
      response.statusCode === 200
        ? await readBody(response.body, headers, limits.bodyBytesMax)
        : await readErrorBody(response.body, headers);
    return { status: response.statusCode, headers, body };
  } catch (error) {
    throw transportError(error, deadline.aborted);
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}

const NEVER_CONNECTED =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;
const TOO_SLOW = /^(?:UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/;

function transportError(error: unknown, pastDeadline: boolean): DexcomError {
  if (error instanceof DexcomError) return error;
  if (pastDeadline) return new DexcomError("timeout", { detail: "total" });
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const detail = code === "" ? {} : { detail: code };
  if (NEVER_CONNECTED.test(code)) return new DexcomError("unreachable", detail);
  if (TOO_SLOW.test(code)) return new DexcomError("timeout", detail);
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError)
    return new DexcomError("malformed", { detail: "http" });
  // Whatever else broke, broke after the request may have gone out.
  return new DexcomError("interrupted", detail);
}
