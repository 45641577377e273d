import { err, ok, type Result } from "@/lib/result";
import { DexcomError } from "./errors";
import type { TransportResponse } from "./transport";

/** The deepest documented answer (devices) has seven levels. */
const DEPTH_MAX = 32;

/** The JSON of a successful answer, or a `malformed` error that says which rule it broke. */
export function readJson(response: TransportResponse): Result<unknown, DexcomError> {
  const broke = (detail: string) => err(new DexcomError("malformed", { status: response.status, detail }));
  if (!isJsonType(response.headers["content-type"] ?? "")) return broke("content_type");
  if (isDeeperThan(response.body, DEPTH_MAX)) return broke("json_depth");
  try {
    return ok(JSON.parse(response.body) as unknown);
  } catch {
    // The parser's message quotes the text, which may hold readings: it goes no further.
    return broke("json");
  }
}

/** `application/json` or `…+json`; JSON has no charset but UTF-8, so any other is a lie or a mistake. */
function isJsonType(header: string): boolean {
  const [type = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  return (
    /^application\/(?:[\w.-]+\+)?json$/.test(type) &&
    (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
  );
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
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char === QUOTE) index = endOfString(text, index);
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth -= 1;
  }
  return false;
}

/** Index of the quote that closes the string opened at `start`; the text's end when none does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** An odd number of backslashes before a quote escapes it. */
function isEscaped(text: string, index: number): boolean {
  let before = index - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (index - before) % 2 === 0;
}
