import type { Instant } from "@/lib/clock";
import { allowsRedirect, type SimulatedClient } from "@/lib/simulator/oauth/clients";
import type { AuthorizeRequest, LoginFlow } from "@/lib/simulator/oauth/login-flows";
import type { ApiVersion } from "@/lib/simulator/oauth/token-store";
import { authorizePage } from "@/lib/simulator/pages/authorize-page";
import { errorPage, unknownClientPage } from "@/lib/simulator/pages/error-page";
import { loginPage } from "@/lib/simulator/pages/login-page";
import type { World } from "@/lib/simulator/world";

/** Where the two forms are posted to, and where the second one is shown. */
export const LOGIN_FORM_PATH = "/sandbox/login";
export const AUTHORIZE_FORM_PATH = "/sandbox/authorize";

/** `GET /v{2,3}/oauth2/login`: shows the drop-down, or says what is wrong with the request. */
export function beginLogin(
  world: World,
  version: ApiVersion,
  query: URLSearchParams,
  now: Instant,
): Response {
  const client = world.clients.get(query.get("client_id") ?? "");
  if (!client) return unknownClientPage("No app is registered under this client_id.");
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!allowsRedirect(client, redirectUri)) {
    return unknownClientPage(
      "The redirect_uri must equal one that is registered for this app, to the letter.",
    );
  }
  const state = query.get("state");
  const back = { redirectUri, state };
  if (query.get("response_type") !== "code")
    return redirectBack(back, { error: "unsupported_response_type" });
  if (!(query.get("scope") ?? "").split(" ").includes("offline_access")) {
    return redirectBack(back, { error: "invalid_scope" });
  }
  const method = query.get("code_challenge_method") ?? "plain";
  if (method !== "plain" && method !== "S256") return redirectBack(back, { error: "invalid_request" });
  const request: AuthorizeRequest = {
    version,
    clientId: client.id,
    redirectUri,
    state,
    codeChallenge: query.get("code_challenge") || null,
    codeChallengeMethod: method,
  };
  return showLogin(world, client, world.flows.begin(request, null, now).id);
}

function showLogin(world: World, client: SimulatedClient, flowId: string, error?: string): Response {
  const people = [...world.clouds.values()].map(({ person }) => ({ name: person.name, story: person.story }));
  const page = { action: LOGIN_FORM_PATH, flowId, clientName: client.name, people };
  return loginPage(error === undefined ? page : { ...page, error });
}

/** The drop-down's form: logs the person in and goes on to the authorization page. */
export function logIn(world: World, form: URLSearchParams, now: Instant): Response {
  const found = openFlow(world, form.get("flow"), now);
  if (!found || found.flow.personName !== null) return expiredPage();
  const { flow, client } = found;
  const personName = form.get("user") ?? "";
  if (!world.clouds.has(personName))
    return showLogin(world, client, flow.id, "Choose one of the sandbox users.");
  world.flows.end(flow.id);
  const next = world.flows.begin(flow.request, personName, now);
  return seeOther(`${AUTHORIZE_FORM_PATH}?flow=${next.id}`);
}

export function showAuthorize(world: World, query: URLSearchParams, now: Instant): Response {
  const found = openFlow(world, query.get("flow"), now);
  if (!found || found.flow.personName === null) return expiredPage();
  return authorizePage(pageOf(found.flow, found.flow.personName, found.client));
}

/** The authorization's form: back to the app with a code, or with `access_denied`. */
export function decide(world: World, form: URLSearchParams, now: Instant): Response {
  const found = openFlow(world, form.get("flow"), now);
  if (!found || found.flow.personName === null) return expiredPage();
  const { flow, client } = found;
  const { request, personName } = { request: flow.request, personName: found.flow.personName };
  if (form.get("decision") === "decline") {
    world.flows.end(flow.id);
    return redirectBack(request, { error: "access_denied" });
  }
  if ((form.get("signature") ?? "").trim() === "") {
    return authorizePage({
      ...pageOf(flow, personName, client),
      error: "Type your name to sign, or decline.",
    });
  }
  world.flows.end(flow.id);
  const code = world.tokens.issueCode(request.version, { ...request, personName }, now);
  return redirectBack(request, { code });
}

function pageOf(flow: LoginFlow, personName: string, client: SimulatedClient) {
  const { redirectUri } = flow.request;
  return { action: AUTHORIZE_FORM_PATH, flowId: flow.id, clientName: client.name, personName, redirectUri };
}

function openFlow(world: World, id: string | null, now: Instant) {
  const flow = world.flows.find(id ?? "", now);
  const client = flow && world.clients.get(flow.request.clientId);
  return flow && client ? { flow, client } : null;
}

function expiredPage(): Response {
  return errorPage({
    title: "This step has expired",
    what: "Each step of the login works once and for ten minutes.",
    whatToDo: "Go back to the app and start again. Nothing was shared.",
  });
}

function redirectBack(
  to: { readonly redirectUri: string; readonly state: string | null },
  answer: Readonly<Record<string, string>>,
): Response {
  const parameters = new URLSearchParams(answer);
  if (to.state !== null) parameters.set("state", to.state);
  // Appended as text: parsing and printing the address could change what the app has registered.
  return seeOther(`${to.redirectUri}${to.redirectUri.includes("?") ? "&" : "?"}${parameters}`, 302);
}

export function seeOther(location: string, status: 302 | 303 = 303): Response {
  return new Response(null, {
    status,
    headers: { location, "cache-control": "no-store", "content-length": "0" },
  });
}
