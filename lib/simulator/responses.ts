/** A response whose length is known, as Dexcom's gateway sends it. */
export function jsonResponse(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return textResponse(status, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

export function textResponse(
  status: number,
  contentType: string,
  text: string,
  headers: Record<string, string> = {},
): Response {
  const bytes = new TextEncoder().encode(text);
  return new Response(bytes, {
    status,
    headers: { "content-type": contentType, "content-length": String(bytes.byteLength), ...headers },
  });
}

/** Apigee's error body, the shape that a client of 2019 decodes (dexcom-api.md 6). */
export function faultResponse(
  status: number,
  faultstring: string,
  errorcode: string,
  headers: Record<string, string> = {},
): Response {
  return jsonResponse(status, { fault: { faultstring, detail: { errorcode } } }, headers);
}

/** 400 of a data call: `{"message": …}` with the words "Invalid" and "date range" that clients match. */
export function badRequest(message: string): Response {
  return jsonResponse(400, { message });
}

export function notFound(pathname: string): Response {
  return faultResponse(
    404,
    `Unable to identify proxy for host: default and url: ${pathname}`,
    "messaging.adaptors.http.flow.ApplicationNotFound",
  );
}

export function methodNotAllowed(allow: string): Response {
  const text = `Received an unsupported HTTP method. Allowed: ${allow}`;
  return faultResponse(405, text, "messaging.runtime.MethodNotAllowed", { allow });
}

export function missingAccessToken(): Response {
  return faultResponse(401, "Invalid access token", "oauth.v2.InvalidAccessToken");
}

export function invalidAccessToken(): Response {
  return faultResponse(401, "Invalid Access Token", "keymanagement.service.invalid_access_token");
}

export function expiredAccessToken(): Response {
  return faultResponse(401, "Access Token expired", "keymanagement.service.access_token_expired");
}

export function forbidden(): Response {
  return faultResponse(403, "Access denied", "steps.oauth.v2.InsufficientScope");
}

export function rateLimited(headers: Record<string, string> = {}): Response {
  return faultResponse(
    429,
    "Rate limit quota violation. Quota limit exceeded.",
    "policies.ratelimit.QuotaViolation",
    headers,
  );
}

/** What the caller of `fetch` sees when the connection breaks; the server adapter cuts the socket. */
export class ConnectionDropped extends TypeError {
  override readonly name = "ConnectionDropped";
}
