import { beforeEachRequest } from "./each-request";

/**
 * Compresses the answer to a press on a link as a whole. The framework writes it in pieces of 4 kB and flushes the
 * compressor after each: fifty rounds of work on both sides and half as many bytes again, for a page that is shown only
 * when all of it is there. A document keeps its flushes, so that the browser can begin with its head.
 */
export function compressPagesWhole(): void {
  beforeEachRequest((request, response) => {
    if (request.headers["rsc"] === undefined) return;
    Object.defineProperty(response, "flush", {
      get: () => undefined,
      set: () => {
        // The compressor offers `flush` by setting it on the response; the framework only uses it if it is there.
      },
    });
  });
}
