import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { renameUnreadableMethods } from "./unreadable-methods";

async function methodSeen(method: string): Promise<string | undefined> {
  const seen = Promise.withResolvers<string | undefined>();
  const server = createServer((incoming, outgoing) => {
    seen.resolve(incoming.method);
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  request({ host: "127.0.0.1", port, method, agent: false }, (response) => response.resume()).end();
  const found = await seen.promise;
  server.close();
  return found;
}

it("lets the framework read every request, so that TRACE is refused instead of failing", async () => {
  expect(await methodSeen("TRACE")).toBe("TRACE");
  renameUnreadableMethods();
  const renamed = await methodSeen("TRACE");
  expect(() => new Request("http://localhost", { method: "TRACE" })).toThrow(TypeError);
  expect(new Request("http://localhost", { method: renamed ?? "" }).method).toBe("UNREADABLE");
  expect(await methodSeen("GET")).toBe("GET");
});
