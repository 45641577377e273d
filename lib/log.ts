/** Fields of a log line: codes, counts and ids. Never tokens, readings, names or raw bodies. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type LogLevel = "debug" | "info" | "warn" | "error";

export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

// A second wall behind the types: whatever looks like a credential does not reach a log line.
const CREDENTIAL_KEY = /token|secret|password|authorization|cookie|code$|^state$/i;
const CREDENTIAL_VALUE = /\b(?:Bearer\s+\S+|eyJ[\w-]+\.[\w.-]+)/g;

function clean(fields: LogFields): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (CREDENTIAL_KEY.test(key) && key !== "outcomeCode" && key !== "errorCode") out[key] = "[secret]";
    else
      out[key] =
        typeof value === "string" ? value.replace(CREDENTIAL_VALUE, "[secret]").slice(0, 500) : value;
  }
  return out;
}

/** One JSON object per line on stderr, UTC. `JSON.stringify` escapes line breaks, so a value cannot forge a line. */
export function createLogger(
  base: LogFields = {},
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Logger {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) =>
      write(
        JSON.stringify({ time: new Date().toISOString(), level, event, ...clean({ ...base, ...fields }) }),
      );
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** The part of an unknown error that is safe to log: its class and code, never its message. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { error: error.name, errorCode: code };
}
