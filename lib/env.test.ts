import { describe, expect, it } from "vitest";
import { DEFAULT_SECRETS, readEnv } from "./env";
import { SettingError } from "./setting-error";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

const production = {
  HINDSIGHT_MODE: "production",
  NEXTAUTH_URL: "https://hindsight.example",
  NEXTAUTH_SECRET: "a-secret-of-our-own-with-enough-characters",
  DATABASE_URL: "postgresql://app:x@127.0.0.1:5432/hindsight",
  ENCRYPTION_KEYS: `2026:${key(7)}`,
  LOOKUP_KEY: key(8),
  DEXCOM_ENVIRONMENT: "us",
  DEXCOM_CLIENT_ID: "abc",
  DEXCOM_CLIENT_SECRET: "our-own-client-secret",
};

const faultOf = (source: Record<string, string | undefined>): SettingError => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingError) return error;
    throw error;
  }
  throw new Error("The settings were accepted.");
};

describe("settings", () => {
  it("accepts a complete production set", () => {
    const settings = readEnv(production);
    expect(settings.DEXCOM_DATA_DELAY_MINUTES).toBe(180);
    expect(settings.ENCRYPTION_KEYS.map(({ id }) => id)).toEqual(["2026"]);
  });

  it("runs in production mode unless told otherwise", () => {
    expect(readEnv({ ...production, HINDSIGHT_MODE: undefined }).HINDSIGHT_MODE).toBe("production");
  });

  it.each([
    ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: undefined }],
    ["ENCRYPTION_KEYS", { ENCRYPTION_KEYS: undefined }],
    ["ENCRYPTION_KEYS", { ENCRYPTION_KEYS: `2026:${key(7)},${DEFAULT_SECRETS.ENCRYPTION_KEYS}` }],
    ["LOOKUP_KEY", { LOOKUP_KEY: undefined }],
    ["DEXCOM_CLIENT_SECRET", { DEXCOM_CLIENT_SECRET: undefined }],
    ["DEXCOM_ENVIRONMENT", { DEXCOM_ENVIRONMENT: "simulator" }],
    ["DEXCOM_ENVIRONMENT", { DEXCOM_ENVIRONMENT: undefined }],
    ["NEXTAUTH_URL", { NEXTAUTH_URL: "http://hindsight.example" }],
    ["NEXTAUTH_URL", { NEXTAUTH_URL: undefined }],
    ["DEXCOM_ACCOUNT_URL", { DEXCOM_ACCOUNT_URL: "http://account.example" }],
    ["DEXCOM_DATA_DELAY_MINUTES", { DEXCOM_DATA_DELAY_MINUTES: "179" }],
    ["DEXCOM_DATA_DELAY_MINUTES", { DEXCOM_DATA_DELAY_MINUTES: "0" }],
  ])("production refuses %s at fault and names it", (setting, change) => {
    const fault = faultOf({ ...production, ...change });
    expect(fault.setting).toBe(setting);
    expect(fault.message).toContain(setting);
  });

  it.each([
    ["DATABASE_URL", undefined],
    ["DATABASE_URL", "mysql://x"],
    ["PORT", "70000"],
    ["NEXTAUTH_SECRET", "short"],
    ["ENCRYPTION_KEYS", "2026:dG9vc2hvcnQ="],
    ["ENCRYPTION_KEYS", `a:${key(1)},a:${key(2)}`],
    ["DEXCOM_DATA_DELAY_MINUTES", "three hours"],
    ["DEXCOM_ENVIRONMENT", "mars"],
    ["OIDC_ISSUER", "ftp://login.hospital.example"],
    ["OIDC_ISSUER", "https://login.hospital.example/?tenant=7"],
    ["OIDC_NAME_CLAIM", "two words"],
  ])("a bad %s is named in one sentence that repeats no value", (setting, value) => {
    const fault = faultOf({ ...production, [setting]: value });
    expect(fault.setting).toBe(setting);
    expect(fault.message).toMatch(new RegExp(`^${setting} .+\\.$`));
    if (value !== undefined && value.length > 8) expect(fault.message).not.toContain(value);
  });

  it("refuses the published encryption key in production under any id", () => {
    const [, published = ""] = DEFAULT_SECRETS.ENCRYPTION_KEYS.split(":");
    const fault = faultOf({ ...production, ENCRYPTION_KEYS: `ours:${key(7)},theirs:${published}` });
    expect(fault.message).toContain("ENCRYPTION_KEYS still holds the published default key");
  });

  it.each([
    ["PORT", "99999", "PORT must be at most 65535."],
    ["PORT", "0", "PORT must be at least 1."],
    ["PORT", "80.5", "PORT must be a whole number."],
    ["TRUSTED_PROXIES", "6", "TRUSTED_PROXIES must be at most 5."],
    ["TRUSTED_PROXIES", "all", "TRUSTED_PROXIES must be a number."],
    ["DEXCOM_DATA_DELAY_MINUTES", "soon", "DEXCOM_DATA_DELAY_MINUTES must be a number."],
    ["DEXCOM_ENVIRONMENT", "mars", "DEXCOM_ENVIRONMENT must be one of simulator, sandbox, us, eu, jp."],
    ["NEXTAUTH_SECRET", "short", "NEXTAUTH_SECRET must have at least 32 characters."],
  ])("says in a sentence what is wrong with %s=%s", (setting, value, sentence) => {
    expect(faultOf({ ...production, [setting]: value }).message).toBe(sentence);
  });

  const oidc = {
    OIDC_ISSUER: "https://login.hospital.example/realms/staff/",
    OIDC_CLIENT_ID: "hindsight",
    OIDC_CLIENT_SECRET: "the-hospital-gave-us-this-secret",
  };

  it("keeps the OpenID Connect issuer as it was written, and knows the usual claims", () => {
    expect(readEnv({ ...production, ...oidc })).toMatchObject({
      ...oidc,
      OIDC_NAME_CLAIM: "name",
      OIDC_EMAIL_CLAIM: "email",
    });
  });

  it.each(["production", "demo", "dev", "test"])(
    "half an OpenID Connect sign-in is a fault in %s",
    (mode) => {
      for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const) {
        const without = { ...production, ...oidc, HINDSIGHT_MODE: mode, [name]: "" };
        const alone = { ...production, HINDSIGHT_MODE: mode, [name]: oidc[name] };
        expect(faultOf(without).setting).toBe(name);
        for (const half of [without, alone])
          expect(faultOf(half).message).toMatch(/^OIDC_\w+ is missing: .+ are set together or not at all\.$/);
      }
    },
  );

  it("an issuer without TLS is for tests only", () => {
    const plain = { ...production, ...oidc, OIDC_ISSUER: "http://127.0.0.1:4020" };
    expect(readEnv({ ...plain, HINDSIGHT_MODE: "demo" }).OIDC_ISSUER).toBe("http://127.0.0.1:4020");
    expect(faultOf(plain).message).toBe("OIDC_ISSUER must be an https address in production.");
  });

  it.each([
    ["hindsight@example.org", { name: "", address: "hindsight@example.org" }],
    ["Hindsight <hindsight@example.org>", { name: "Hindsight", address: "hindsight@example.org" }],
    ["Clínica, S. A. <a@x.example>", { name: "Clínica, S. A.", address: "a@x.example" }],
  ])("takes the sender %s apart", (MAIL_FROM, sender) => {
    const settings = readEnv({ ...production, SMTP_URL: "smtps://mail.example.org", MAIL_FROM });
    expect(settings.MAIL_FROM).toEqual(sender);
  });

  it.each(["production", "dev"])("sends no message without a sender in mode %s", (HINDSIGHT_MODE) => {
    const fault = faultOf({
      ...production,
      HINDSIGHT_MODE,
      SMTP_URL: "smtp://u:p%40ss@mail.example.org:587",
    });
    expect(fault.setting).toBe("MAIL_FROM");
  });

  it("treats an empty value as not set", () => {
    expect(readEnv({ ...production, PORT: "" }).PORT).toBe(3000);
  });
});
