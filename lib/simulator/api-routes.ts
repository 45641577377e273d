import { type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { type ApiRoute } from "@/lib/simulator/endpoints";
import { answerInstead, disturb } from "@/lib/simulator/fault-answers";
import { type Fault, type FaultKind, findFault } from "@/lib/simulator/faults";
import { writeWithMalformedRecord } from "@/lib/simulator/malformed-records";
import { beginLogin } from "@/lib/simulator/oauth/login-routes";
import { answerTokenRequest, personOfTokenRequest } from "@/lib/simulator/oauth/token-endpoint";
import type { Grant } from "@/lib/simulator/oauth/token-store";
import { readForm } from "@/lib/simulator/request-body";
import {
  badRequest,
  ConnectionDropped,
  expiredAccessToken,
  invalidAccessToken,
  methodNotAllowed,
  missingAccessToken,
  rateLimited,
  textResponse,
} from "@/lib/simulator/responses";
import type { Sight } from "@/lib/simulator/upstream/cloud";
import { v2Data } from "@/lib/simulator/v2/v2-data";
import type { Fields } from "@/lib/simulator/v3/device-style";
import { v3Data } from "@/lib/simulator/v3/v3-data";
import type { World } from "@/lib/simulator/world";

/** Those that the token endpoint looks for itself, once it knows what is asked of it. */
const TOKEN_FAULTS: readonly FaultKind[] = [
  "refusedRefresh",
  "lostRefreshAnswer",
  "constantRefreshToken",
  "userCap",
  "oddOAuthErrors",
];

interface Call {
  readonly world: World;
  readonly route: ApiRoute;
  readonly request: Request;
  readonly url: URL;
  readonly form: URLSearchParams | null;
  readonly faults: readonly Fault[];
  /** The simulator's time, skewed by a fault if there is one. */
  readonly now: Instant;
}

/** Answers one call of the API: counts it, applies the faults aimed at it, and lets the endpoint do the rest. */
export async function answerApiCall(
  world: World,
  route: ApiRoute,
  request: Request,
  url: URL,
): Promise<Response> {
  const isTokenCall = route.endpoint === "token";
  const started = world.clock.now();
  world.counters.callBegins(`${route.version}/${route.endpoint}`, isTokenCall, started);
  let status: number | "dropped" = "dropped";
  try {
    const form = isTokenCall && request.method === "POST" ? await readForm(request) : null;
    const target = whoCalls(world, request, form, started);
    if (target.person !== null) world.counters.callOf(target.person);
    const faults = world.faults.take(
      { endpoint: route.endpoint, api: route.version, ...target },
      (kind) => !TOKEN_FAULTS.includes(kind),
    );
    const now = started + (findFault(faults, "clockSkew")?.seconds ?? 0) * SECOND_MS;
    const response = await answerWithFaults({ world, route, request, url, form, faults, now });
    status = response.status;
    return response;
  } finally {
    world.counters.callEnds(status, isTokenCall);
  }
}

function whoCalls(world: World, request: Request, form: URLSearchParams | null, now: Instant) {
  if (form) return { person: personOfTokenRequest(world, form, now), client: form.get("client_id") };
  const grant = world.tokens.accessToken(bearerToken(request) ?? "")?.grant;
  return { person: grant?.personName ?? null, client: grant?.clientId ?? null };
}

async function answerWithFaults(call: Call): Promise<Response> {
  const { world, faults, now, request } = call;
  let instead: Response | null = null;
  let dropped: ConnectionDropped | null = null;
  try {
    for (const fault of faults) instead ??= answerInstead(fault, now);
    instead ??= await answer(call);
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) throw error;
    dropped = error;
  }
  const disturbed = await disturb(instead ?? new Response(null), faults, request.signal, world.wait);
  if (dropped) throw dropped;
  disturbed.headers.set("date", new Date(now).toUTCString());
  return disturbed;
}

async function answer(call: Call): Promise<Response> {
  const { world, route, request, url, form, now } = call;
  if (request.method !== route.method) return methodNotAllowed(route.method);
  if (route.endpoint === "login") return beginLogin(world, route.version, url.searchParams, now);
  if (route.endpoint === "token") {
    return answerTokenRequest(world, { version: route.version, form, issuer: url.origin, now });
  }
  const grant = authenticate(world, request, now);
  if (grant instanceof Response) return grant;
  if (!world.rateLimiter.admits(grant.clientId, now)) return rateLimited();
  return answerDataCall(call, grant);
}

async function answerDataCall(
  { world, route, request, url, faults, now }: Call,
  grant: Grant,
): Promise<Response> {
  const cloud = world.clouds.get(grant.personName);
  if (!cloud) return invalidAccessToken();
  const { delayMinutes, dataEnd } = world.settings;
  const sight: Sight = { now, delayMs: delayMinutes * MINUTE_MS, dataEnd };
  const data = { cloud, clientId: grant.clientId, query: url.searchParams, sight };
  const body =
    route.version === "v3"
      ? v3Data(route.endpoint, data)
      : await v2Data(route.endpoint, { ...data, request });
  return body.ok ? writeBody(body.value, faults) : badRequest(body.error);
}

function writeBody(body: Fields, faults: readonly Fault[]): Response {
  const malformed = findFault(faults, "malformedRecord");
  const text = malformed ? writeWithMalformedRecord(body, malformed) : JSON.stringify(body);
  return textResponse(200, "application/json; charset=utf-8", text);
}

function authenticate(world: World, request: Request, now: Instant): Grant | Response {
  const token = bearerToken(request);
  if (token === null) return missingAccessToken();
  const found = world.tokens.accessToken(token);
  if (!found || found.grant.endedAt !== null || !world.clients.has(found.grant.clientId))
    return invalidAccessToken();
  return found.expiresAt <= now ? expiredAccessToken() : found.grant;
}

function bearerToken(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}
