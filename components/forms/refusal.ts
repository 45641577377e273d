import { textField } from "./answer-field";

/** Why a change was not made: the server was not reached, or what its RFC 9457 answer says, as far as it says it. */
export type Refusal =
  | { readonly reached: false }
  | { readonly reached: true; readonly code: string | null; readonly detail: string | null };

/** What to say of a refusal, in the reader's language: `refusalTexts` makes them. */
export interface RefusalTexts {
  readonly unreachable: string;
  readonly unexpected: string;
  /** By the code of the refusal. */
  readonly codes: Readonly<Record<string, string>>;
}

/** Reads the answer to a change that was refused; half a body or a gateway's own page says nothing. */
export async function refusalOf(response: Response): Promise<Refusal> {
  const isJson = response.headers.get("content-type")?.includes("json");
  const body: unknown = isJson ? await response.json().catch(() => null) : null;
  return { reached: true, code: textField(body, "code"), detail: textField(body, "detail") };
}

/**
 * The sentence for a person: that of the code, else the server's own, which is English, else a general one. Never a
 * status code, never a stack.
 */
export function refusalSentence(refusal: Refusal, { unreachable, unexpected, codes }: RefusalTexts): string {
  if (!refusal.reached) return unreachable;
  const { code, detail } = refusal;
  const own = code !== null && Object.hasOwn(codes, code) ? codes[code] : undefined;
  return own ?? (detail || unexpected);
}
