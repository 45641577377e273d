import { AppError, ERROR_TABLE } from "@/lib/errors";
import { createLogger, errorFields } from "@/lib/log";
import { refused } from "@/lib/refusals";
import { isDatabaseDown } from "./database-down";

const log = createLogger({ part: "api" });

/**
 * Turns what a handler threw into an RFC 9457 answer. `detail` is a sentence for a person; it never holds a reading, a
 * secret or a stack. `code` names the refusal, or its kind where it has no name, for whoever says it in other words.
 */
export function problemFrom(error: unknown): Response {
  const { code: kind, detail, refusal } = refusalFrom(error);
  const { status, title } = ERROR_TABLE[kind];
  return Response.json(
    { type: `urn:hindsight:problem:${kind}`, title, status, detail, code: refusal ?? kind },
    {
      status,
      headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
    },
  );
}

/** Anything unexpected is logged by class and code only. */
function refusalFrom(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseDown(error)) return refused("database-down");
  log.error("request.failed", errorFields(error));
  return refused("internal");
}
