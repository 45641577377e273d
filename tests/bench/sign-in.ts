import { CONSENT_VERSION } from "@/lib/connections/schema";
import { API_PATHS } from "@/lib/routes";
import type { BenchWorld } from "@/tests/bench/world";

/** A browser's cookies, as far as this needs them. */
type Jar = Map<string, string>;

export interface SignedInPerson {
  readonly name: string;
  /** The `cookie` header of this person's session. */
  readonly cookie: string;
  /** When the browser came back from Dexcom: the import is asked for in this request. */
  readonly cameBackAt: number;
}

/** Signs a person in through every page of the OAuth flow, by HTTP and without a browser. */
export async function signIn(world: BenchWorld, name: string): Promise<SignedInPerson> {
  const { appUrl, simulatorUrl } = world;
  const jar: Jar = new Map();
  const consent = await fetch(`${appUrl}${API_PATHS.connect}`, {
    method: "POST",
    headers: { origin: appUrl, "content-type": "application/json" },
    body: JSON.stringify({ purpose: "sign-in", grantor: "self", consentVersion: CONSENT_VERSION }),
  });
  keepCookies(jar, consent);
  const { location } = (await expectStatus(consent, 200).json()) as { location: string };
  const loginFlow = await flowOf(await fetch(location));
  const loggedIn = await post(`${simulatorUrl}/sandbox/login`, { flow: loginFlow, user: name });
  const authorizePage = await fetch(new URL(targetOf(loggedIn), simulatorUrl));
  const flow = await flowOf(authorizePage);
  const signed = { flow, signature: "Bench", decision: "authorize" };
  const authorized = await post(`${simulatorUrl}/sandbox/authorize`, signed);

  const cameBackAt = Date.now();
  const headers = { cookie: cookieHeader(jar) };
  const back = await fetch(targetOf(authorized), { headers, redirect: "manual" });
  keepCookies(jar, back);
  const landing = targetOf(back);
  if (!landing.endsWith("/overview")) throw new Error(`${name} was not signed in but sent to ${landing}`);
  return { name, cookie: cookieHeader(jar), cameBackAt };
}

function post(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

async function flowOf(page: Response): Promise<string> {
  const flow = /name="flow" value="([^"]+)"/.exec(await expectStatus(page, 200).text())?.[1];
  if (flow === undefined) throw new Error("The simulator's page has no form.");
  return flow;
}

function targetOf(response: Response): string {
  const location = response.headers.get("location");
  if (location === null) throw new Error(`No redirect from ${response.url} but ${response.status}.`);
  return location;
}

export function expectStatus(response: Response, status: number): Response {
  if (response.status !== status) throw new Error(`${response.url} answered ${response.status}.`);
  return response;
}

function keepCookies(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    const ended = attributes.some((attribute) => /max-age=0|expires=thu, 01 jan 1970/i.test(attribute));
    if (ended) jar.delete(name.trim());
    else jar.set(name.trim(), value.join("="));
  }
}

function cookieHeader(jar: Jar): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
