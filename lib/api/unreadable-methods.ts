import { beforeEachRequest } from "./each-request";

// The fetch standard forbids these, so the framework fails with a 500 before our proxy is asked.
const UNREADABLE = new Set(["TRACE", "TRACK", "CONNECT"]);

/** Gives such a request a method that can be read and that nobody serves: the proxy then refuses it like any other. */
export function renameUnreadableMethods(): void {
  beforeEachRequest((request) => {
    if (UNREADABLE.has(request.method ?? "")) request.method = "UNREADABLE";
  });
}
