/** An app that is registered with the simulator. */
export interface SimulatedClient {
  readonly id: string;
  readonly secret: string;
  /** What the authorization page calls it. */
  readonly name: string;
  /** Compared as exact strings, as Dexcom does: no trailing-slash tolerance. */
  readonly redirectUris: readonly string[];
  /** Also any address on localhost, 127.0.0.1 or [::1], so that a newcomer has nothing to register. */
  readonly anyLoopbackRedirect: boolean;
}

export const DEFAULT_CLIENT: SimulatedClient = {
  id: "simulator-client",
  secret: "simulator-secret",
  name: "Your app (simulator-client)",
  redirectUris: [],
  anyLoopbackRedirect: true,
};

const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function allowsRedirect(client: SimulatedClient, redirectUri: string): boolean {
  if (client.redirectUris.includes(redirectUri)) return true;
  return client.anyLoopbackRedirect && isLoopback(redirectUri);
}

function isLoopback(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  // RFC 6749 3.1.2: no fragment. User info would make a page look as if it were on another host.
  return isWeb && LOOPBACK_HOSTS.has(url.hostname) && !redirectUri.includes("#") && url.username === "";
}
