import { z } from "zod";
import { SettingError } from "./setting-error";

/** The only reader of the process environment. Everything else takes settings as arguments or calls `env()`. */

export const DEXCOM_ENVIRONMENTS = ["simulator", "sandbox", "us", "eu", "jp"] as const;
export type DexcomEnvironment = (typeof DEXCOM_ENVIRONMENTS)[number];

const RUN_MODES = ["demo", "dev", "production", "test"] as const;

/** Published in this repository, therefore worthless: accepted in demo, dev and test, refused in production. */
export const DEFAULT_SECRETS = {
  NEXTAUTH_SECRET: "demo-only-session-secret-change-me-0123456789",
  ENCRYPTION_KEYS: "demo:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
  LOOKUP_KEY: "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
  DEXCOM_CLIENT_SECRET: "simulator-secret",
} as const;

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();
const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .transform((value) => new URL(value).origin);
const key256 = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");

const encryptionKeys = z.string().transform((value, context) => {
  const keys = value.split(",").map((part) => {
    const [id, ...rest] = part.trim().split(":");
    return { id: id ?? "", key: Buffer.from(rest.join(":"), "base64") };
  });
  if (keys.length === 0 || keys.some(({ id, key }) => !/^[\w.-]{1,64}$/.test(id) || key.length !== 32)) {
    context.addIssue({
      code: "custom",
      message: "must be a comma-separated list of id:base64 with 32-byte keys",
    });
    return z.NEVER;
  }
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) {
    context.addIssue({ code: "custom", message: "must not name the same key id twice" });
    return z.NEVER;
  }
  return keys;
});

/** `name@host` or `Name <name@host>`, taken apart once, so that nothing else reads an address out of a text. */
const mailSender = z.string().transform((value, context) => {
  const [, name = "", bracketed] = /^([^<>"\p{C}\p{Zl}\p{Zp}]{0,80})<([^<>]+)>$/u.exec(value.trim()) ?? [];
  const address = z
    .email()
    .max(254)
    .safeParse(bracketed ?? value.trim());
  if (address.success) return { name: name.trim(), address: address.data };
  context.addIssue({
    code: "custom",
    message: "must be an address such as Hindsight <hindsight@example.org>",
  });
  return z.NEVER;
});

/** Server, port, name and password; a query or a path has no meaning here, and half a percent sign has none anywhere. */
function isMailServer(value: string): boolean {
  try {
    const { hostname, pathname, search, hash, username, password } = new URL(value);
    decodeURIComponent(username + password);
    return hostname !== "" && /^\/?$/.test(pathname) && search === "" && hash === "";
  } catch {
    return false;
  }
}

/** Compared letter by letter with what the provider says of itself, so it is kept as it was written. */
const oidcIssuer = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .refine((value) => !/[?#]/.test(value), "must be the issuer's bare address, without ? or #");
const claimName = (fallback: string) =>
  z
    .string()
    .regex(/^[\w:/.-]{1,128}$/, "must be the name of a claim")
    .default(fallback);

const MAIL_SERVER_FAULT = "must be smtp:// or smtps:// with a server and nothing behind it";

const schema = z.object({
  HINDSIGHT_MODE: z.enum(RUN_MODES).default("production"),
  PORT: port(3000),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  NEXTAUTH_URL: origin.default("http://localhost:3000"),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters")
    .default(DEFAULT_SECRETS.NEXTAUTH_SECRET),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" }),
  DATABASE_ADMIN_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" })
    .optional(),
  ENCRYPTION_KEYS: z.string().default(DEFAULT_SECRETS.ENCRYPTION_KEYS).pipe(encryptionKeys),
  LOOKUP_KEY: key256.default(DEFAULT_SECRETS.LOOKUP_KEY),
  KEY_BACKUP_DAYS: z.coerce.number().int().min(0).max(30).default(7),
  DEXCOM_ENVIRONMENT: z.enum(DEXCOM_ENVIRONMENTS).default("simulator"),
  DEXCOM_CLIENT_ID: z.string().min(1).default("simulator-client"),
  DEXCOM_CLIENT_SECRET: z.string().min(1).default(DEFAULT_SECRETS.DEXCOM_CLIENT_SECRET),
  DEXCOM_API_VERSION: z.enum(["v2", "v3"]).default("v3"),
  DEXCOM_DATA_DELAY_MINUTES: z.coerce.number().int().min(0).max(10_080).default(180),
  DEXCOM_SIMULATOR_PORT: port(4010),
  DEXCOM_SIMULATOR_ORIGIN: origin.optional(),
  DEXCOM_ACCOUNT_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: MAIL_SERVER_FAULT })
    .refine(isMailServer, MAIL_SERVER_FAULT)
    .optional(),
  MAIL_FROM: mailSender.optional(),
  OIDC_ISSUER: oidcIssuer.optional(),
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: optionalText,
  OIDC_NAME_CLAIM: claimName("name"),
  OIDC_EMAIL_CLAIM: claimName("email"),
  OPERATOR_NAME: optionalText,
  SUPPORT_CONTACT: optionalText,
  PRIVACY_TEXT_FILE: optionalText,
  TERMS_TEXT_FILE: optionalText,
  WORKER: z.enum(["in-process", "separate"]).default("in-process"),
});

export type Env = Readonly<z.output<typeof schema>>;

/** Every variable that Hindsight reads; `.env.example` documents the same ones. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

function productionFault(settings: Env): SettingError | null {
  const fault = (setting: string, why: string) => new SettingError(setting, `${setting} ${why}.`);
  for (const name of ["NEXTAUTH_SECRET", "LOOKUP_KEY", "DEXCOM_CLIENT_SECRET"] as const)
    if (settings[name] === DEFAULT_SECRETS[name])
      return fault(name, "still has its published default value; set one of your own");
  if (
    // Under whatever id: the bytes are what everybody knows.
    settings.ENCRYPTION_KEYS.some(({ key }) =>
      DEFAULT_SECRETS.ENCRYPTION_KEYS.endsWith(`:${key.toString("base64")}`),
    )
  )
    return fault("ENCRYPTION_KEYS", "still holds the published default key; set one of your own");
  if (settings.DEXCOM_ENVIRONMENT === "simulator")
    return fault("DEXCOM_ENVIRONMENT", "is the simulator; production needs sandbox, us, eu or jp");
  if (!settings.NEXTAUTH_URL.startsWith("https://"))
    return fault("NEXTAUTH_URL", "must be an https address in production");
  if (settings.DEXCOM_ACCOUNT_URL && !settings.DEXCOM_ACCOUNT_URL.startsWith("https://"))
    return fault("DEXCOM_ACCOUNT_URL", "must be an https address in production");
  if (settings.OIDC_ISSUER && !settings.OIDC_ISSUER.startsWith("https://"))
    return fault("OIDC_ISSUER", "must be an https address in production");
  if (settings.DEXCOM_DATA_DELAY_MINUTES < 180)
    return fault(
      "DEXCOM_DATA_DELAY_MINUTES",
      "must be at least 180 in production: Dexcom shares data three hours late",
    );
  return null;
}

const OIDC_SET = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** Half of a sign-in would be a button that leads nowhere. */
function oidcFault(settings: Env): SettingError | null {
  const missing = OIDC_SET.filter((name) => settings[name] === undefined);
  const [first] = missing;
  if (first === undefined || missing.length === OIDC_SET.length) return null;
  return new SettingError(
    first,
    `${first} is missing: ${OIDC_SET.slice(0, -1).join(", ")} and ${OIDC_SET.at(-1)} are set together or not at all.`,
  );
}

/** zod's own messages speak to programmers; those of the schema above begin with "must" and stay. */
function faultWords(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "invalid_type":
      return issue.expected === "int" ? "must be a whole number" : `must be a ${issue.expected}`;
    case "too_big":
      return issue.origin === "string" ? issue.message : `must be at most ${issue.maximum}`;
    case "too_small":
      return issue.origin === "string" ? issue.message : `must be at least ${issue.minimum}`;
    default:
      return issue?.message ?? "is not valid";
  }
}

/** Reads and checks the settings; throws a `SettingError` that names the first one at fault. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const setting = String(issue?.path[0] ?? "environment");
    const why = filled[setting] === undefined ? "is missing" : faultWords(issue);
    throw new SettingError(setting, `${setting} ${why}.`);
  }
  if (parsed.data.HINDSIGHT_MODE === "production") {
    const fault = productionFault(parsed.data);
    if (fault) throw fault;
  }
  if (parsed.data.SMTP_URL !== undefined && parsed.data.MAIL_FROM === undefined)
    throw new SettingError("MAIL_FROM", "MAIL_FROM is missing: what goes out by SMTP_URL needs a sender.");
  const halfSet = oidcFault(parsed.data);
  if (halfSet) throw halfSet;
  return parsed.data;
}

let cached: Env | undefined;

export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Where the simulator answers; only meaningful when DEXCOM_ENVIRONMENT is `simulator`. */
export function simulatorOrigin(
  settings: Pick<Env, "DEXCOM_SIMULATOR_ORIGIN" | "DEXCOM_SIMULATOR_PORT">,
): string {
  return settings.DEXCOM_SIMULATOR_ORIGIN ?? `http://127.0.0.1:${settings.DEXCOM_SIMULATOR_PORT}`;
}
