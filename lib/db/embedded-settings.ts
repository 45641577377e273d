import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartProblem, systemErrorCode } from "@/lib/start-problem";

const schema = z.object({
  /** The last port used; kept so that addresses written down elsewhere stay true. */
  port: z.int().min(0).max(65_535),
  password: z.string().min(32),
  placeId: z.string().regex(/^[0-9a-f]{16}$/),
});

/** What must survive a restart so that the data can be opened again. */
export type EmbeddedSettings = z.output<typeof schema>;

const fileOf = (dataDirectory: string) => path.join(dataDirectory, "postgres.json");

/** Reads `.data/postgres.json`, or makes it, readable by its owner only. */
export function openEmbeddedSettings(dataDirectory: string): EmbeddedSettings {
  const file = fileOf(dataDirectory);
  if (!existsSync(file)) {
    if (existsSync(path.join(dataDirectory, "postgres", "PG_VERSION")))
      throw new StartProblem(
        `The database in ${dataDirectory} cannot be opened because ${file} with its password is gone: put the file back, or delete ${dataDirectory} to begin again.`,
      );
    writeFresh(dataDirectory, file);
  }
  const read = schema.safeParse(parseJson(file));
  if (!read.success)
    throw new StartProblem(
      `The file ${file} is damaged: put back a good copy, or delete ${dataDirectory} to begin again.`,
    );
  return read.data;
}

function writeFresh(dataDirectory: string, file: string): void {
  const fresh = {
    port: 0,
    password: randomBytes(24).toString("base64url"),
    placeId: randomBytes(8).toString("hex"),
  } satisfies EmbeddedSettings;
  openDataDirectory(dataDirectory);
  try {
    writeFileSync(file, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    // Another process made the file a moment ago: its content counts.
    if (!existsSync(file)) throw cannotWrite(dataDirectory, error);
  }
}

/** Makes the folder if need be; one sentence when it cannot be made or written to. */
export function openDataDirectory(directory: string): void {
  try {
    // The server may run as another account, which must pass through this folder; everything secret in it is 0600.
    mkdirSync(directory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotWrite(directory, error);
  }
}

function cannotWrite(directory: string, cause: unknown): StartProblem {
  return new StartProblem(`Hindsight cannot write to ${directory}: make the folder writable for this user.`, {
    cause,
  });
}

export function keepPort(dataDirectory: string, settings: EmbeddedSettings, port: number): void {
  if (settings.port === port) return;
  writeFileSync(fileOf(dataDirectory), `${JSON.stringify({ ...settings, port })}\n`, { mode: 0o600 });
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (systemErrorCode(error) === "EACCES")
      throw new StartProblem(`The file ${file} belongs to another user: start Hindsight as that user.`);
    return null;
  }
}
