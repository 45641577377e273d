import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { NETWORK_HEADER, nameClientNetworks, networkOf } from "./client-network";

describe("the network of an address", () => {
  it.each([
    ["192.0.2.77", "192.0.2.0/24"],
    ["127.0.0.1", "127.0.0.0/24"],
    ["::ffff:192.0.2.77", "192.0.2.0/24"],
    ["::ffff:c000:24d", "192.0.2.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:0DB8:0001:00ff::1", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8::/48"],
    ["fe80::1%eth0", "fe80::/48"],
    ["::1", "::/48"],
  ])("%s lies in %s", (socketAddress, network) =>
    expect(networkOf({ socketAddress, forwardedFor: undefined }, 0)).toBe(network),
  );

  it.each([undefined, "", "localhost", "192.0.2", "192.0.2.256", "0x7f000001", "127.1", "2001:db8::1::2"])(
    "%s is no address",
    (socketAddress) => expect(networkOf({ socketAddress, forwardedFor: undefined }, 0)).toBeNull(),
  );
});

describe("behind proxies", () => {
  const socketAddress = "10.0.0.1";
  const PROXY = "10.0.0.0/24";

  it.each<[proxies: number, forwardedFor: string | undefined, network: string]>([
    // Nobody stands in front: whatever a client claims is not looked at.
    [0, "203.0.113.9", PROXY],
    [1, "198.51.100.7", "198.51.100.0/24"],
    [2, "198.51.100.7, 10.0.0.2", "198.51.100.0/24"],
    [3, "2001:db8:1::9, 10.0.0.3, 10.0.0.2", "2001:db8:1::/48"],
    // What a client puts at the front moves nothing at the end.
    [1, "203.0.113.9, 198.51.100.7", "198.51.100.0/24"],
    [1, "203.0.113.9,,,, 198.51.100.7 ", "198.51.100.0/24"],
    [2, "203.0.113.9, 203.0.113.8, 198.51.100.7, 10.0.0.2", "198.51.100.0/24"],
    [1, "'; DROP TABLE session, 198.51.100.7", "198.51.100.0/24"],
    // Past the proxies: the list is missing, too short, or not theirs.
    [1, undefined, PROXY],
    [1, "", PROXY],
    [2, "198.51.100.7", PROXY],
    [5, "198.51.100.7, 10.0.0.2", PROXY],
    [1, "198.51.100.7, unknown", PROXY],
    [1, "198.51.100.7, 10.0.0.2:443", PROXY],
    [2, "0x7f000001, 10.0.0.2", PROXY],
  ])("%i of them, %s: %s", (proxies, forwardedFor, network) =>
    expect(networkOf({ socketAddress, forwardedFor }, proxies)).toBe(network),
  );
});

/** The network as a handler reads it from a request that sends these headers. */
async function namedBy(headers: Readonly<Record<string, string | string[]>>): Promise<string | null> {
  const seen = Promise.withResolvers<string | null>();
  const server = createServer((incoming, outgoing) => {
    const { [NETWORK_HEADER]: network = null } = incoming.headers;
    seen.resolve(typeof network === "string" ? network : null);
    outgoing.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  request({ host: "127.0.0.1", port, headers, agent: false }, (response) => response.resume()).end();
  const network = await seen.promise;
  server.close();
  return network;
}

it("every request carries the network that the server saw, whatever a client sent under that name", async () => {
  const claim = "203.0.113.0/24";
  expect(await namedBy({ [NETWORK_HEADER]: claim })).toBe(claim);
  nameClientNetworks(1);
  expect(await namedBy({})).toBe("127.0.0.0/24");
  expect(await namedBy({ "X-Hindsight-Network": claim })).toBe("127.0.0.0/24");
  expect(await namedBy({ [NETWORK_HEADER]: [claim, claim] })).toBe("127.0.0.0/24");
  expect(await namedBy({ "x-forwarded-for": ["203.0.113.9", "198.51.100.7"] })).toBe("198.51.100.0/24");
});
