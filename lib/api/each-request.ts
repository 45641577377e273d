import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";

/** Calls `act` with every request that this process receives, before the framework sees it. */
export function beforeEachRequest(act: (request: IncomingMessage, response: ServerResponse) => void): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    if (!("request" in message && "response" in message)) return;
    const { request, response } = message;
    if (request instanceof IncomingMessage && isResponse(response)) act(request, response);
  });
}

/** `instanceof` alone would leave the type of its request open. */
function isResponse(value: unknown): value is ServerResponse {
  return value instanceof ServerResponse;
}
