import { z } from "zod";
import type { Simulator } from "@/lib/simulator/simulator";

export const ORIGIN = "http://127.0.0.1:4010";
export const CALLBACK = "http://localhost:3000/api/dexcom/callback";

type Query = Readonly<Record<string, string>>;

/** What an app, a browser and a test do to a simulator, without a port. */
export function appOf(simulator: Simulator, prefix: "v2" | "v3" = "v3") {
  const send = (path: string, init?: RequestInit) => simulator.fetch(new Request(ORIGIN + path, init));
  const postForm = (path: string, form: Query, headers: Query = {}) =>
    send(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(form).toString(),
    });

  const app = {
    send,
    postForm,

    openLogin: (changes: Query = {}) =>
      send(
        `/${prefix}/oauth2/login?${new URLSearchParams({
          client_id: "simulator-client",
          redirect_uri: CALLBACK,
          response_type: "code",
          scope: "offline_access",
          state: "state-1",
          ...changes,
        })}`,
      ),

    /** Goes through both pages like a browser; the address that the app is called back at. */
    async callbackFor(personName: string, changes: Query = {}, decision: Query = { decision: "authorize" }) {
      const login = await app.openLogin(changes);
      const next = await postForm("/sandbox/login", { flow: flowOf(await login.text()), user: personName });
      const consent = await send(next.headers.get("location") ?? "");
      const flow = flowOf(await consent.text());
      const back = await postForm("/sandbox/authorize", { flow, signature: "Ada Example", ...decision });
      return new URL(back.headers.get("location") ?? "");
    },

    async codeFor(personName: string, changes: Query = {}) {
      return (await app.callbackFor(personName, changes)).searchParams.get("code") ?? "";
    },

    redeem: (code: string, changes: Query = {}) =>
      postForm(`/${prefix}/oauth2/token`, {
        client_id: "simulator-client",
        client_secret: "simulator-secret",
        grant_type: "authorization_code",
        code,
        redirect_uri: CALLBACK,
        ...changes,
      }),

    refresh: (refreshToken: string, changes: Query = {}) =>
      postForm(`/${prefix}/oauth2/token`, {
        client_id: "simulator-client",
        client_secret: "simulator-secret",
        grant_type: "refresh_token",
        refresh_token: refreshToken,
        ...changes,
      }),

    async signIn(personName: string): Promise<Tokens> {
      return tokensOf(await app.redeem(await app.codeFor(personName)));
    },

    get: (accessToken: string, path: string) =>
      send(path, { headers: { authorization: `Bearer ${accessToken}` } }),

    /** A data call that must succeed; its JSON object. */
    async read(accessToken: string, path: string): Promise<JsonObject> {
      const response = await app.get(accessToken, path);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return jsonOf(response);
    },

    /** The rows of a v3 data call. */
    async records(accessToken: string, endpoint: string, from: string, to: string): Promise<JsonObject[]> {
      const query = new URLSearchParams({ startDate: from, endDate: to });
      return rowsOf(await app.read(accessToken, `/v3/users/self/${endpoint}?${query}`));
    },

    /** A control call; the parsed JSON, or undefined for 204. */
    async control(method: string, path: string, body?: unknown): Promise<unknown> {
      const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
      const response = await send(`/__control${path}`, init);
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.status === 204 ? undefined : response.json();
    },
  };
  return app;
}

const objectSchema = z.record(z.string(), z.unknown());

export type JsonObject = z.output<typeof objectSchema>;

export async function jsonOf(response: Response): Promise<JsonObject> {
  return objectSchema.parse(await response.json());
}

export function rowsOf(body: JsonObject, list = "records"): JsonObject[] {
  return z.array(objectSchema).parse(body[list]);
}

const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  token_type: z.string(),
  refresh_expires_in: z.number().optional(),
});

export type Tokens = z.output<typeof tokensSchema>;

export async function tokensOf(response: Response): Promise<Tokens> {
  if (response.status !== 200) throw new Error(`The token endpoint answered ${response.status}`);
  return tokensSchema.parse(await response.json());
}

function flowOf(page: string): string {
  return /name="flow" value="([0-9a-f]+)"/.exec(page)?.[1] ?? "";
}
