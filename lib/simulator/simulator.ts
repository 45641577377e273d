import { randomBytes } from "node:crypto";
import { type Clock, type Instant, systemClock } from "@/lib/clock";
import { answerApiCall } from "@/lib/simulator/api-routes";
import { type Control, createControl } from "@/lib/simulator/control/control";
import { answerControlCall, CONTROL_PREFIX } from "@/lib/simulator/control/control-routes";
import { Counters } from "@/lib/simulator/counters";
import { apiRoute } from "@/lib/simulator/endpoints";
import { type Wait, waitInRealTime } from "@/lib/simulator/fault-answers";
import { Faults } from "@/lib/simulator/faults";
import type { RandomBytes } from "@/lib/simulator/identifiers";
import { DEFAULT_CLIENT, type SimulatedClient } from "@/lib/simulator/oauth/clients";
import { LoginFlows } from "@/lib/simulator/oauth/login-flows";
import {
  AUTHORIZE_FORM_PATH,
  decide,
  LOGIN_FORM_PATH,
  logIn,
  showAuthorize,
} from "@/lib/simulator/oauth/login-routes";
import { TokenStore } from "@/lib/simulator/oauth/token-store";
import { homePage } from "@/lib/simulator/pages/home-page";
import {
  PERMISSIONS_PATH,
  REMOVE_ACCESS_PATH,
  removeAccess,
  showPermissions,
} from "@/lib/simulator/permissions-routes";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { type QuirkChanges, quirksSchema } from "@/lib/simulator/quirks";
import { RateLimiter } from "@/lib/simulator/rate-limit";
import { readForm } from "@/lib/simulator/request-body";
import { methodNotAllowed, notFound } from "@/lib/simulator/responses";
import { simulatedClock } from "@/lib/simulator/simulated-clock";
import { Cloud } from "@/lib/simulator/upstream/cloud";
import { dayCaches } from "@/lib/simulator/upstream/day-cache";
import type { World } from "@/lib/simulator/world";

export interface SimulatorOptions {
  readonly people: readonly SimulatedPerson[];
  readonly clock?: Clock;
  readonly random?: RandomBytes;
  /** How the slow faults pass time; a test need not sit it out. */
  readonly wait?: Wait;
  /** 0 as in the sandbox; 60 or 180 as in production. */
  readonly delayMinutes?: number;
  /** The fixed end of a frozen sandbox; without it data goes on for ever. */
  readonly dataEnd?: Instant;
  readonly callsPerHourMax?: number;
  /** Beside the default client. */
  readonly clients?: readonly SimulatedClient[];
  /** By the person's name. */
  readonly quirks?: Readonly<Record<string, QuirkChanges>>;
}

export interface Simulator {
  /** Rejects with `ConnectionDropped` where a server would cut the connection. */
  fetch(request: Request): Promise<Response>;
  readonly control: Control;
}

/** An offline Dexcom: a handler with a state of its own, which needs no port. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const world = createWorld(options);
  const control = createControl(world);
  return { fetch: (request) => route(world, control, request), control };
}

function createWorld(options: SimulatorOptions): World {
  const random = options.random ?? ((size) => randomBytes(size));
  const days = dayCaches();
  const clouds = new Map<string, Cloud>();
  for (const person of options.people) {
    if (clouds.has(person.name)) throw new Error(`Two people are called ${person.name}`);
    clouds.set(person.name, new Cloud(person, quirksSchema.parse(options.quirks?.[person.name] ?? {}), days));
  }
  return {
    clock: simulatedClock(options.clock ?? systemClock),
    random,
    wait: options.wait ?? waitInRealTime,
    settings: {
      delayMinutes: options.delayMinutes ?? 0,
      dataEnd: options.dataEnd ?? Number.POSITIVE_INFINITY,
    },
    clouds,
    clients: new Map([DEFAULT_CLIENT, ...(options.clients ?? [])].map((client) => [client.id, client])),
    tokens: new TokenStore(random),
    flows: new LoginFlows(random),
    faults: new Faults(),
    counters: new Counters(),
    rateLimiter: new RateLimiter(options.callsPerHourMax),
  };
}

async function route(world: World, control: Control, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const api = apiRoute(url.pathname);
  if (api) return answerApiCall(world, api, request, url);
  if (url.pathname === CONTROL_PREFIX || url.pathname.startsWith(`${CONTROL_PREFIX}/`)) {
    return answerControlCall(control, request, url);
  }
  return answerPage(world, request, url);
}

async function answerPage(world: World, request: Request, url: URL): Promise<Response> {
  const now = world.clock.now();
  const isGet = request.method === "GET" || request.method === "HEAD";
  const form = async () => (await readForm(request)) ?? new URLSearchParams();
  const isPost = request.method === "POST";
  switch (url.pathname) {
    case "/":
      return isGet
        ? homePage({ origin: url.origin, people: [...world.clouds.values()].map(({ person }) => person) })
        : methodNotAllowed("GET");
    case LOGIN_FORM_PATH:
      return isPost ? logIn(world, await form(), now) : methodNotAllowed("POST");
    case AUTHORIZE_FORM_PATH:
      if (isPost) return decide(world, await form(), now);
      return isGet ? showAuthorize(world, url.searchParams, now) : methodNotAllowed("GET, POST");
    case PERMISSIONS_PATH:
      return isGet ? showPermissions(world, url.searchParams) : methodNotAllowed("GET");
    case REMOVE_ACCESS_PATH:
      return isPost ? removeAccess(world, await form(), now) : methodNotAllowed("POST");
    default:
      return notFound(url.pathname);
  }
}
