import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { beforeEachRequest } from "./each-request";

/** Our own request header: the network that a request comes from, empty where it is not known. */
export const NETWORK_HEADER = "x-hindsight-network";

// Wide enough to be nobody's doorstep, narrow enough to be recognised: what one household or office has at most.
const IPV4_OCTETS_KEPT = 3;
const IPV6_GROUPS_KEPT = 3;

/** Where a request came from, as the server and the proxies in front of it saw it. */
export interface Arrival {
  /** The other end of the connection: the client, or the proxy nearest to us. */
  readonly socketAddress: string | undefined;
  /** X-Forwarded-For as it arrived: the client may have begun the list, each proxy adds what it saw at the end. */
  readonly forwardedFor: string | undefined;
}

/**
 * The client's network, never its address: 192.0.2.0/24 or 2001:db8:1::/48. With proxies in front, the entry that the
 * outermost of them wrote counts; what stands before it is the client's own claim. A list that is too short, or that
 * holds something else there, did not come through these proxies: then the other end of the connection counts.
 */
export function networkOf({ socketAddress, forwardedFor }: Arrival, trustedProxies: number): string | null {
  const claimed = trustedProxies === 0 ? undefined : forwardedFor?.split(",").at(-trustedProxies)?.trim();
  return networkAround(claimed) ?? networkAround(socketAddress);
}

function networkAround(address: string | undefined): string | null {
  // The library also reads 127.1 and 0x7f000001; no server and no proxy writes an address like that.
  if (address === undefined || isIP(address) === 0) return null;
  // `process` takes an IPv4 address out of its IPv6 wrapping, as a socket that listens on both writes it.
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4)
    return `${[...parsed.octets.slice(0, IPV4_OCTETS_KEPT), 0].join(".")}/${IPV4_OCTETS_KEPT * 8}`;
  const groups = parsed.parts.map((group, index) => (index < IPV6_GROUPS_KEPT ? group : 0));
  return `${new ipaddr.IPv6(groups).toRFC5952String()}/${IPV6_GROUPS_KEPT * 16}`;
}

/** Writes the network into every request before anybody reads it, over whatever a client sent under that name. */
export function nameClientNetworks(trustedProxies: number): void {
  beforeEachRequest((request) => {
    const forwardedFor = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
    const { remoteAddress: socketAddress } = request.socket;
    request.headers[NETWORK_HEADER] = networkOf({ socketAddress, forwardedFor }, trustedProxies) ?? "";
  });
}
