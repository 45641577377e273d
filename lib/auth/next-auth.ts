import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";

type Handler = (
  request: NextRequest,
  context: { readonly params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/** Lets next-auth answer a request as if it came for this path below /api/auth. */
export function serveNextAuth(
  request: NextRequest,
  path: readonly string[],
  options: AuthOptions,
): Promise<Response> {
  // next-auth types its handler as any; this is the shape it documents for route handlers.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const serve = NextAuth(options) as Handler;
  return serve(request, { params: Promise.resolve({ nextauth: [...path] }) });
}
