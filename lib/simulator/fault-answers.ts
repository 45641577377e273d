import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type Instant, SECOND_MS } from "@/lib/clock";
import { type Fault, type FaultOf, findFault } from "@/lib/simulator/faults";
import {
  ConnectionDropped,
  faultResponse,
  forbidden,
  invalidAccessToken,
  rateLimited,
  textResponse,
} from "@/lib/simulator/responses";

const HTML_ERROR =
  "<html><head><title>Gateway</title></head><body><h1>Service unavailable</h1></body></html>";

/** The answer that a fault gives instead of the real one; null when the fault is of another sort. */
export function answerInstead(fault: Fault, now: Instant): Response | null {
  switch (fault.kind) {
    case "rateLimit":
      return rateLimited(retryAfter(fault, now));
    case "serverError":
      return serverError(fault);
    case "unauthorized":
      return invalidAccessToken();
    case "forbidden":
      return forbidden();
    case "htmlBody":
      return textResponse(fault.status, "text/html; charset=utf-8", HTML_ERROR);
    case "emptyBody":
      return new Response(null, { status: fault.status, headers: { "content-length": "0" } });
    case "redirect":
      return new Response(null, {
        status: fault.status,
        headers: { location: fault.to, "content-length": "0" },
      });
    case "hugeBody":
      return hugeBody(fault.bytes);
    case "gzipBomb":
      return gzipBomb(fault.bytes);
    case "deepJson":
      return textResponse(200, "application/json", "[".repeat(fault.depth) + "]".repeat(fault.depth));
    case "connectionReset":
      throw new ConnectionDropped("The simulator dropped the connection");
    default:
      return null;
  }
}

function retryAfter(fault: FaultOf<"rateLimit">, now: Instant): Record<string, string> {
  const seconds = fault.retryAfterSeconds;
  if (fault.retryAfterForm === "nonsense") return { "retry-after": "soon" };
  if (seconds === undefined) return {};
  if (fault.retryAfterForm === "date")
    return { "retry-after": new Date(now + seconds * SECOND_MS).toUTCString() };
  return { "retry-after": String(seconds) };
}

const SERVER_ERRORS: Readonly<Record<number, readonly [string, string]>> = {
  502: ["Bad Gateway", "messaging.adaptors.http.flow.BadGateway"],
  503: ["The Service is temporarily unavailable", "messaging.adaptors.http.flow.ServiceUnavailable"],
  504: ["Gateway Timeout", "messaging.adaptors.http.flow.GatewayTimeout"],
};

function serverError(fault: FaultOf<"serverError">): Response {
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { "retry-after": String(fault.retryAfterSeconds) };
  if (fault.body === "html") return textResponse(fault.status, "text/html", HTML_ERROR, headers);
  if (fault.body === "empty") {
    return new Response(null, { status: fault.status, headers: { "content-length": "0", ...headers } });
  }
  const [text, code] = SERVER_ERRORS[fault.status] ?? [
    "Internal Server Error",
    "steps.servicecallout.ExecutionFailed",
  ];
  return faultResponse(fault.status, text, code, headers);
}

/** A well-formed envelope whose records never seem to end. */
function hugeBody(bytes: number): Response {
  const encoder = new TextEncoder();
  const row = `{"recordId":"00000000-0000-5000-8000-000000000000","filler":"${"x".repeat(16_384)}"}`;
  const chunk = encoder.encode(`${row},`);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode('{"recordType":"egv","recordVersion":"3.0","records":['));
    },
    pull(controller) {
      if (sent < bytes) {
        controller.enqueue(chunk);
        sent += chunk.byteLength;
        return;
      }
      controller.enqueue(encoder.encode(`${row}]}`));
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}

/** Many gzip members of one mebibyte of spaces: legal, a thousandth of its size on the wire. */
function gzipBomb(bytes: number): Response {
  const mebibyte = 1_048_576;
  const member = new Uint8Array(gzipSync(Buffer.alloc(mebibyte, " ")));
  const last = new Uint8Array(gzipSync("{}"));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent < bytes) {
        controller.enqueue(member);
        sent += mebibyte;
        return;
      }
      controller.enqueue(last);
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/json", "content-encoding": "gzip" } });
}

/** Resolves after that long; rejects when the client has left. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const waitInRealTime: Wait = (ms, signal) => sleep(ms, undefined, { signal });

/** Does to the real answer on its way out what the faults say. */
export async function disturb(
  response: Response,
  faults: readonly Fault[],
  signal: AbortSignal,
  wait: Wait,
): Promise<Response> {
  const slow = findFault(faults, "slow");
  if (slow) await wait(slow.beforeMs, signal);
  let out = response;
  if (findFault(faults, "brotli")) out = await brotli(out);
  const truncated = findFault(faults, "truncatedBody");
  if (truncated) out = await truncate(out, truncated.keepShare);
  return slow?.bytesPerSecond === undefined ? out : throttle(out, slow.bytesPerSecond, signal, wait);
}

async function brotli(response: Response): Promise<Response> {
  const bytes = new Uint8Array(brotliCompressSync(await response.bytes()));
  const headers = new Headers(response.headers);
  headers.set("content-encoding", "br");
  headers.set("content-length", String(bytes.byteLength));
  return new Response(bytes, { status: response.status, headers });
}

/** Promises the full length, sends a part, and drops the connection. */
async function truncate(response: Response, keepShare: number): Promise<Response> {
  const bytes = await response.bytes();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.byteLength * keepShare)));
    },
    pull(controller) {
      controller.error(new ConnectionDropped("The simulator truncated the answer"));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

const SLICES_PER_SECOND = 10;

function throttle(response: Response, bytesPerSecond: number, signal: AbortSignal, wait: Wait): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const sliceBytes = Math.max(1, Math.floor(bytesPerSecond / SLICES_PER_SECOND));
  let rest = new Uint8Array(0);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (rest.byteLength === 0) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        rest = new Uint8Array(value);
      }
      await wait(SECOND_MS / SLICES_PER_SECOND, signal);
      controller.enqueue(rest.slice(0, sliceBytes));
      rest = rest.slice(sliceBytes);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
