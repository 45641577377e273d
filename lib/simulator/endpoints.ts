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

const V3_ONLY: readonly Endpoint[] = ["alerts"];
const V2_ONLY: readonly Endpoint[] = ["statistics"];

/** The API call that a path names, or null: then Dexcom's gateway knows no such path. */
export function apiRoute(pathname: string): ApiRoute | null {
  const oauth = /^\/(v2|v3)\/oauth2\/(login|token)$/.exec(pathname);
  if (oauth) {
    const [version, endpoint] = [oauth[1] as ApiVersion, oauth[2] as Endpoint];
    return { version, endpoint, method: endpoint === "token" ? "POST" : "GET" };
  }
  const data = /^\/(v2|v3)\/users\/self\/([A-Za-z]+)$/.exec(pathname);
  if (!data) return null;
  const [version, name] = [data[1] as ApiVersion, data[2]];
  const endpoint = ENDPOINTS.find((one) => one === name);
  if (!endpoint || endpoint === "login" || endpoint === "token") return null;
  if ((version === "v2" ? V3_ONLY : V2_ONLY).includes(endpoint)) return null;
  return { version, endpoint, method: endpoint === "statistics" ? "POST" : "GET" };
}
