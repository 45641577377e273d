import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { securityHeaders } from "@/lib/http-headers";

// No authorisation here, ever: a proxy that is bypassed must cost nothing (lib/sharing/access.ts decides).

const BODY_BYTES_MAX = 64 * 1024;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
}

/** A request that the framework would answer with a 500, or act on before our code runs; null when it is fine. */
function refusal(request: NextRequest): Refusal | null {
  if (!METHODS.has(request.method))
    return {
      status: 405,
      title: "That method is not used here",
      detail: "No address of Hindsight answers to this method.",
      code: "unused-method",
    };
  try {
    decodeURIComponent(request.nextUrl.pathname);
  } catch {
    return {
      status: 400,
      title: "That address is not written correctly",
      detail: "The address holds a % that begins no character.",
      code: "malformed-address",
    };
  }
  if (request.headers.has("next-action"))
    return {
      status: 404,
      title: "Nothing was found here",
      detail: "There is nothing of that kind here.",
      code: "not_found",
    };
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX)
    return {
      status: 413,
      title: "That is too much at once",
      detail: "The body is larger than any address here accepts.",
      code: "body-too-large",
    };
  return null;
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const headers = securityHeaders({
    nonce,
    https: env().NEXTAUTH_URL.startsWith("https://"),
    development: env().HINDSIGHT_MODE === "dev",
  });

  const refused = refusal(request);
  const response = refused
    ? NextResponse.json({ type: "about:blank", ...refused }, { status: refused.status })
    : NextResponse.next({ request: { headers: withPolicy(request, headers, nonce) } });
  if (refused) response.headers.set("content-type", "application/problem+json; charset=utf-8");
  for (const [name, value] of headers) response.headers.set(name, value);
  response.headers.set("cache-control", "no-store");
  return response;
}

/** Next reads the nonce for its own scripts from the request's policy header. */
function withPolicy(request: NextRequest, headers: ReadonlyMap<string, string>, nonce: string): Headers {
  const forwarded = new Headers(request.headers);
  forwarded.set("content-security-policy", headers.get("content-security-policy") ?? "");
  forwarded.set("x-nonce", nonce);
  return forwarded;
}

export const config = { matcher: [{ source: "/((?!_next/static/).*)" }] };
