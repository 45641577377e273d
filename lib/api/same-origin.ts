import { refused } from "@/lib/refusals";

/**
 * Refuses a change that another site asked for. `Origin: null` and a missing header count as foreign; so does
 * everything that is not JSON, because a form can post the rest.
 */
export function requireSameOrigin(request: Request, appOrigin: string): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (origin !== appOrigin || (site !== null && site !== "same-origin") || type !== "application/json")
    throw refused("foreign-site");
}
