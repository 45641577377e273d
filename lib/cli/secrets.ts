import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { StartProblem } from "@/lib/start-problem";

const schema = z.object({
  NEXTAUTH_SECRET: z.string().min(32),
  ENCRYPTION_KEYS: z.string().min(40),
  LOOKUP_KEY: z.string().min(40),
  databaseOwnerPassword: z.string().min(32),
  databaseAppPassword: z.string().min(32),
});

/** Secrets of one installation, made at its first start. Without them its data cannot be read again. */
export type LocalSecrets = z.output<typeof schema>;

const key256 = () => randomBytes(32).toString("base64");
const password = () => randomBytes(24).toString("base64url");

/** Reads `secrets.json` in the data folder, or makes it, readable by its owner only. */
export function openLocalSecrets(dataDirectory: string): LocalSecrets {
  const file = path.join(dataDirectory, "secrets.json");
  if (!existsSync(file)) {
    const fresh = {
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      ENCRYPTION_KEYS: `local:${key256()}`,
      LOOKUP_KEY: key256(),
      databaseOwnerPassword: password(),
      databaseAppPassword: password(),
    } satisfies LocalSecrets;
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  }
  const read = schema.safeParse(parseJson(file));
  if (read.success) return read.data;
  throw new StartProblem(
    `The file ${file} is damaged, and without it the data cannot be read: put back a good copy, or delete ${dataDirectory} to begin again.`,
  );
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
