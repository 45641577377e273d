import { err, ok, type Result } from "@/lib/result";
import { DexcomError } from "./errors";
import type { TransportResponse } from "./transport";

/** The deepest documented answer (devices) has seven levels. */
const DEPTH_MAX = 32;

/** `application/json` or `…+json`; JSON has no charset but UTF-8, so any other is a lie or a mistake. */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i;

/** The JSON of a successful answer, or a `malformed` error that says which rule it broke. */
export function readJson(response: TransportResponse): Result<unknown, DexcomError> {
  const broke = (detail: string) => err(new DexcomError("malformed", { status: response.status, detail }));
  if (!JSON_TYPE.test(response.headers["content-type"] ?? "")) return broke("content_type");
  if (isDeeperThan(response.body, DEPTH_MAX)) return broke("json_depth");
  try {
    return ok(JSON.parse(response.body) as unknown);
  } catch {
    // The parser's message quotes the text, which may hold readings: it goes no further.
    return broke("json");
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * Looks at nesting before anything recursive touches the text: `JSON.parse` survives 100,000 levels, but whatever
 * walks or writes its result afterwards would run out of stack.
 */
export function isDeeperThan(text: string, depthMax: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (inString) {
      if (char === BACKSLASH) index += 1;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}
