import { AppError, ERROR_TABLE, type ErrorCode } from "@/lib/errors";
import { createLogger, errorFields } from "@/lib/log";
import { isDatabaseDown } from "./database-down";

const log = createLogger({ part: "api" });

/** RFC 9457. `detail` is a sentence for a person; it never holds a reading, a secret or a stack. */
function problem(code: ErrorCode, detail: string): Response {
  const { status, title } = ERROR_TABLE[code];
  return Response.json(
    { type: `urn:hindsight:problem:${code}`, title, status, detail },
    {
      status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        "cache-control": "no-store",
      },
    },
  );
}

/** Turns what a handler threw into an answer. Anything unexpected is logged by class and code only. */
export function problemFrom(error: unknown): Response {
  if (error instanceof AppError) return problem(error.code, error.detail);
  if (isDatabaseDown(error))
    return problem("unavailable", "The database does not answer. Nothing is lost; please try again shortly.");
  log.error("request.failed", errorFields(error));
  return Response.json(
    {
      type: "urn:hindsight:problem:internal",
      title: "Something went wrong on our side",
      status: 500,
      detail: "Nothing was changed. Please try again; if it stays, tell the operator of this site.",
    },
    {
      status: 500,
      headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" },
    },
  );
}
