import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { findFreePort } from "@/lib/db/embedded-port";
import { requireFreePorts } from "./preflight";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function taken(host?: string): Promise<number> {
  const server = createServer();
  open.push(server);
  server.listen(0, host);
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  return address.port;
}

const app = (port: number) => ({ port, setting: "PORT", user: "the app" });
const simulator = (port: number) => ({
  port,
  setting: "DEXCOM_SIMULATOR_PORT",
  user: "the Dexcom simulator",
});

describe("requireFreePorts", () => {
  it("is content with two free ports", async () => {
    await expect(
      requireFreePorts([app(await findFreePort()), simulator(await findFreePort())]),
    ).resolves.toBeUndefined();
  });

  it.each([["127.0.0.1"], [undefined]])(
    "names the taken port, who wants it and the setting, bound on %s",
    async (host) => {
      const port = await taken(host);
      await expect(requireFreePorts([app(port)])).rejects.toThrow(
        `Port ${port}, wanted by the app, is already in use: stop the program that uses it, or choose another port with PORT, for example PORT=${port + 1}.`,
      );
    },
  );

  it("refuses one port for both", async () => {
    const port = await findFreePort();
    await expect(requireFreePorts([app(port), simulator(port)])).rejects.toThrow(
      `PORT and DEXCOM_SIMULATOR_PORT are both ${port}`,
    );
  });
});
