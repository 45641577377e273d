import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

// The fetch standard forbids these, so the framework fails with a 500 before our proxy is asked.
const UNREADABLE = new Set(["TRACE", "TRACK", "CONNECT"]);

/** Gives such a request a method that can be read and that nobody serves: the proxy then refuses it like any other. */
export function renameUnreadableMethods(): void {
  subscribe("http.server.request.start", (message) => {
    const request =
      typeof message === "object" && message !== null && "request" in message && message.request;
    if (request instanceof IncomingMessage && UNREADABLE.has(request.method ?? ""))
      request.method = "UNREADABLE";
  });
}
