import { z } from "zod";
import { DAY_MS, SECOND_MS } from "@/lib/clock";
import { type Control, clientSchema, settingsSchema } from "@/lib/simulator/control/control";
import { ControlError } from "@/lib/simulator/control/control-error";
import { faultSchema } from "@/lib/simulator/faults";
import { DEFAULT_CLIENT } from "@/lib/simulator/oauth/clients";
import { readJson } from "@/lib/simulator/request-body";
import { jsonResponse } from "@/lib/simulator/responses";
import {
  egvChangeSchema,
  eventChangesSchema,
  hiddenSpanSchema,
  instantSchema,
  lateUploadSchema,
  newEventSchema,
} from "@/lib/simulator/upstream/edit-records";

export const CONTROL_PREFIX = "/__control";

interface ControlCall {
  readonly control: Control;
  /** The `:name` parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly origin: string;
}

type Handler = (call: ControlCall) => unknown;

const param = (call: ControlCall, name: string) => call.params[name] ?? "";

/** Parses the body; a body that is not there is an empty object. */
function input<T>(call: ControlCall, schema: z.ZodType<T>): T {
  return schema.parse(call.body ?? {});
}

const anyFields = z.record(z.string(), z.unknown());

const clockSchema = z.union([
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ freezeAt: instantSchema }),
  z.strictObject({ freeze: z.literal(true) }),
  z.strictObject({ run: z.literal(true) }),
  z.strictObject({ reset: z.literal(true) }),
]);

const authorizeSchema = z.strictObject({ person: z.string(), client: z.string().default(DEFAULT_CLIENT.id) });

function clockState({ clock }: Control) {
  return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
}

function moveClock({ control, body }: ControlCall) {
  const move = clockSchema.parse(body);
  if ("advanceSeconds" in move) control.clock.advance(move.advanceSeconds * SECOND_MS);
  else if ("freezeAt" in move) control.clock.freeze(move.freezeAt);
  else if ("freeze" in move) control.clock.freeze();
  else if ("run" in move) control.clock.run();
  else control.clock.reset();
  return clockState(control);
}

function truth(call: ControlCall) {
  const now = call.control.clock.now();
  const at = (name: string, otherwise: number) => {
    const text = call.query.get(name);
    return text === null ? otherwise : instantSchema.parse(text);
  };
  const to = at("to", now);
  const clientId = call.query.get("client") ?? undefined;
  return call.control.truth(param(call, "person"), { from: at("from", to - DAY_MS), to }, clientId);
}

/** Every control call. The index prints this table, so it is never out of date. */
const ROUTES: readonly (readonly [string, string, Handler])[] = [
  ["GET", "/people", ({ control }) => control.people()],
  ["GET", "/people/:person/truth", truth],
  ["GET", "/people/:person/quirks", (call) => call.control.quirks(param(call, "person"))],
  [
    "PATCH",
    "/people/:person/quirks",
    (call) => call.control.setQuirks(param(call, "person"), input(call, anyFields)),
  ],
  ["DELETE", "/people/:person/quirks", (call) => call.control.clearQuirks(param(call, "person"))],
  [
    "POST",
    "/people/:person/events",
    (call) => ({ key: call.control.addEvent(param(call, "person"), input(call, newEventSchema)) }),
  ],
  [
    "PATCH",
    "/people/:person/events/:id",
    (call) =>
      call.control.updateEvent(param(call, "person"), param(call, "id"), input(call, eventChangesSchema)),
  ],
  [
    "DELETE",
    "/people/:person/events/:id",
    (call) => call.control.deleteEvent(param(call, "person"), param(call, "id")),
  ],
  [
    "PATCH",
    "/people/:person/egvs",
    (call) => call.control.changeEgv(param(call, "person"), input(call, egvChangeSchema)),
  ],
  [
    "POST",
    "/people/:person/late-uploads",
    (call) => ({ id: call.control.uploadLate(param(call, "person"), input(call, lateUploadSchema)) }),
  ],
  [
    "DELETE",
    "/people/:person/late-uploads/:id",
    (call) => call.control.releaseLateUpload(param(call, "person"), param(call, "id")),
  ],
  [
    "POST",
    "/people/:person/hidden",
    (call) => ({ id: call.control.hide(param(call, "person"), input(call, hiddenSpanSchema)) }),
  ],
  [
    "DELETE",
    "/people/:person/hidden/:id",
    (call) => call.control.show(param(call, "person"), param(call, "id")),
  ],
  ["DELETE", "/people/:person/edits", (call) => call.control.forgetEdits(param(call, "person"))],
  ["GET", "/faults", ({ control }) => control.faults()],
  ["POST", "/faults", (call) => call.control.addFault(input(call, faultSchema))],
  ["DELETE", "/faults", ({ control }) => control.clearFaults()],
  ["DELETE", "/faults/:id", (call) => call.control.removeFault(param(call, "id"))],
  ["GET", "/clients", ({ control }) => control.clients()],
  ["POST", "/clients", (call) => call.control.addClient(input(call, clientSchema))],
  ["DELETE", "/clients/:id", (call) => call.control.removeClient(param(call, "id"))],
  ["GET", "/settings", ({ control }) => control.settings()],
  ["PATCH", "/settings", (call) => call.control.changeSettings(input(call, settingsSchema))],
  ["GET", "/clock", ({ control }) => clockState(control)],
  ["POST", "/clock", moveClock],
  ["GET", "/counters", ({ control }) => control.counters()],
  ["DELETE", "/counters", ({ control }) => control.clearCounters()],
  ["GET", "/grants", ({ control }) => control.grants()],
  [
    "POST",
    "/grants",
    ({ control, body, origin }) => {
      const { person, client } = authorizeSchema.parse(body);
      return control.authorize(person, client, origin);
    },
  ],
  [
    "DELETE",
    "/grants",
    ({ control, query }) => ({
      ended: control.endGrants({
        personName: query.get("person") ?? undefined,
        clientId: query.get("client") ?? undefined,
      }),
    }),
  ],
  ["POST", "/reset", ({ control }) => control.reset()],
];

/** Answers `/__control…`, which real Dexcom does not have. JSON in, JSON out; 204 when there is nothing to say. */
export async function answerControlCall(control: Control, request: Request, url: URL): Promise<Response> {
  // A page of another site must not set faults through a visitor's browser.
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") {
    return jsonResponse(403, { error: "The control path does not answer pages of other sites" });
  }
  const path = url.pathname.slice(CONTROL_PREFIX.length);
  if (path === "" || path === "/") return jsonResponse(200, { calls: ALL_CALLS });
  for (const [method, pattern, handler] of ROUTES) {
    const params = method === request.method ? matchPath(pattern, path) : null;
    if (!params) continue;
    const body = await readJson(request);
    return runHandler(handler, { control, params, query: url.searchParams, body, origin: url.origin });
  }
  return jsonResponse(404, {
    error: `There is no ${request.method} ${url.pathname}; GET ${CONTROL_PREFIX} lists all`,
  });
}

const ALL_CALLS = ROUTES.map(([method, pattern]) => `${method} ${CONTROL_PREFIX}${pattern}`);

function runHandler(handler: Handler, call: ControlCall): Response {
  try {
    const answer = handler(call);
    return answer === undefined ? new Response(null, { status: 204 }) : jsonResponse(200, answer);
  } catch (error) {
    if (error instanceof ControlError) return jsonResponse(error.status, { error: error.message });
    if (error instanceof z.ZodError) return jsonResponse(400, { error: z.prettifyError(error) });
    throw error;
  }
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = decode(value);
    else if (part !== value) return null;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
