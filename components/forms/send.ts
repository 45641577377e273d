import { type Refusal, refusalOf } from "./refusal";

export type SendMethod = "POST" | "PUT" | "PATCH" | "DELETE";

/** What became of a request; `answer` is parsed, null where it has no JSON. */
type Sent =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly refusal: Refusal; readonly answer: unknown };

/** Sends a same-origin request that changes something. Never rejects: not to reach the server is a refusal, too. */
export async function send(url: string, method: SendMethod, body: unknown): Promise<Sent> {
  const response = await fetch(url, {
    method,
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "application/json, application/problem+json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) return { ok: false, refusal: { reached: false }, answer: null };
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return response.ok ? { ok: true, answer } : { ok: false, refusal: await refusalOf(response), answer };
}
