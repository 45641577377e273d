import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { compressPagesWhole } from "./whole-answers";

/** Whether something that sets `flush` on a response, as a compressor does, finds it there afterwards. */
async function keepsFlush(headers: Readonly<Record<string, string>>): Promise<boolean> {
  const seen = Promise.withResolvers<boolean>();
  const server = createServer((_, outgoing) => {
    const response = outgoing as typeof outgoing & { flush?: () => void };
    response.flush = () => undefined;
    seen.resolve(typeof response.flush === "function");
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  request({ host: "127.0.0.1", port, headers, agent: false }, (response) => response.resume()).end();
  const found = await seen.promise;
  server.close();
  return found;
}

it("compresses the answer to a press on a link as a whole, and a document piece by piece", async () => {
  const link = { rsc: "1" };
  expect(await keepsFlush(link)).toBe(true);
  compressPagesWhole();
  expect(await keepsFlush(link)).toBe(false);
  expect(await keepsFlush({ accept: "text/html" })).toBe(true);
});
