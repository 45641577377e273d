import type { ApiVersion } from "@/lib/simulator/oauth/token-store";

/** Every call of the API that a fault can be aimed at and that the counters know. */
export const ENDPOINTS = [
  "login",
  "token",
  "egvs",
  "events",
  "calibrations",
  "alerts",
  "devices",
  "dataRange",
  "statistics",
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];

export interface ApiRoute {
  readonly version: ApiVersion;
  readonly endpoint: Endpoint;
  readonly method: "GET" | "POST";
}

const OAUTH: readonly Endpoint[] = ["login", "token"];
const V3_ONLY: readonly Endpoint[] = ["alerts"];
const V2_ONLY: readonly Endpoint[] = ["statistics"];

/** The API call that a path names, or null: then Dexcom's gateway knows no such path. */
export function apiRoute(pathname: string): ApiRoute | null {
  const [, prefix, family, name] = /^\/(v[23])\/(oauth2|users\/self)\/(\w+)$/.exec(pathname) ?? [];
  const endpoint = ENDPOINTS.find((one) => one === name);
  if (!endpoint || OAUTH.includes(endpoint) !== (family === "oauth2")) return null;
  const version = prefix === "v2" ? "v2" : "v3";
  if ((version === "v2" ? V3_ONLY : V2_ONLY).includes(endpoint)) return null;
  return { version, endpoint, method: endpoint === "token" || endpoint === "statistics" ? "POST" : "GET" };
}
