import type { Instant } from "@/lib/clock";
import { seeOther } from "@/lib/simulator/oauth/login-routes";
import { permissionsPage } from "@/lib/simulator/pages/permissions-page";
import type { World } from "@/lib/simulator/world";

export const PERMISSIONS_PATH = "/permissions";
export const REMOVE_ACCESS_PATH = "/permissions/remove";

export function showPermissions(world: World, query: URLSearchParams): Response {
  const asked = query.get("user");
  const personName = asked !== null && world.clouds.has(asked) ? asked : null;
  const grants = personName === null ? [] : world.tokens.liveGrants(personName);
  // One entry for an app that was authorised more than once, since its first time.
  const since = new Map<string, Instant>();
  for (const grant of grants) since.set(grant.clientId, since.get(grant.clientId) ?? grant.createdAt);
  const removed = query.get("removed");
  return permissionsPage({
    people: [...world.clouds.keys()],
    personName,
    apps: [...since].map(([clientId, at]) => ({ clientId, name: nameOf(world, clientId), since: at })),
    removed: removed === null ? null : nameOf(world, removed),
  });
}

/** Ends every grant of this person to this app: its access and refresh tokens are dead from here on. */
export function removeAccess(world: World, form: URLSearchParams, now: Instant): Response {
  const personName = form.get("user") ?? "";
  const clientId = form.get("client") ?? "";
  endGrants(world, { personName, clientId }, now);
  return seeOther(`${PERMISSIONS_PATH}?${new URLSearchParams({ user: personName, removed: clientId })}`);
}

/** How many grants ended. */
export function endGrants(
  world: World,
  of: { readonly personName?: string | undefined; readonly clientId?: string | undefined },
  now: Instant,
): number {
  const ending = world.tokens
    .liveGrants(of.personName)
    .filter((grant) => of.clientId === undefined || grant.clientId === of.clientId);
  for (const grant of ending) world.tokens.endGrant(grant.id, now);
  return ending.length;
}

function nameOf(world: World, clientId: string): string {
  return world.clients.get(clientId)?.name ?? clientId;
}
