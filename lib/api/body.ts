import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { refused } from "@/lib/refusals";

const BODY_BYTES_MAX = 16 * 1024;

/** Reads a small JSON body, counting bytes itself: a chunked upload states no length. */
export async function readJsonBody<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "The body is not valid JSON.", { cause });
  }
  return parseOrRefuse(schema, value);
}

async function readText(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > BODY_BYTES_MAX) throw refused("body-too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Parses with a strict schema; the first fault becomes the sentence, naming the field. */
function parseOrRefuse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === "unrecognized_keys")
    throw new AppError("bad_request", `Unknown field: ${issue.keys.slice(0, 3).join(", ").slice(0, 80)}.`);
  const field = issue?.path.map(String).join(".") ?? "";
  const { name, words } = faultOf(issue);
  throw new AppError(
    "bad_request",
    `${field === "" ? "The request" : `“${field.slice(0, 80)}”`} ${words}.`,
    // Only fields of our own schemas get here; what somebody else names is an unknown field above.
    { refusal: `${field === "" ? "request" : field}-${name}` },
  );
}

interface Fault {
  /** The end of the refusal's code: `reason-too-short`. */
  readonly name: "invalid" | "too-short" | "too-long" | "too-low" | "too-high";
  readonly words: string;
}

/** What is wrong with a field, without repeating what was sent. */
function faultOf(issue: z.core.$ZodIssue | undefined): Fault {
  if (issue === undefined) return { name: "invalid", words: "is not valid" };
  if (issue.code !== "too_big" && issue.code !== "too_small")
    return { name: "invalid", words: "is missing or not valid" };
  const isText = issue.origin === "string";
  if (issue.code === "too_small")
    return isText
      ? { name: "too-short", words: "is too short" }
      : { name: "too-low", words: `is below ${issue.minimum.toLocaleString("en-US")}` };
  const most = issue.maximum.toLocaleString("en-US");
  return isText
    ? { name: "too-long", words: `is longer than ${most} characters` }
    : { name: "too-high", words: `is above ${most}` };
}

/** A query as one plain object. A parameter that is given twice is refused: which one counts would be a guess. */
export function parseQuery<T extends z.ZodType>(schema: T, url: URL): z.output<T> {
  const entries = [...url.searchParams.entries()];
  const names = new Set(entries.map(([name]) => name));
  if (names.size !== entries.length) throw new AppError("bad_request", "A query parameter is given twice.");
  return parseOrRefuse(schema, Object.fromEntries(entries));
}
