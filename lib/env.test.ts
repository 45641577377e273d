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
    ["DEXCOM_DATA_DELAY_MINUTES", "soon", "DEXCOM_DATA_DELAY_MINUTES must be a number."],
    ["DEXCOM_ENVIRONMENT", "mars", "DEXCOM_ENVIRONMENT must be one of simulator, sandbox, us, eu, jp."],
    ["NEXTAUTH_SECRET", "short", "NEXTAUTH_SECRET must have at least 32 characters."],
  ])("says in a sentence what is wrong with %s=%s", (setting, value, sentence) => {
    expect(faultOf({ ...production, [setting]: value }).message).toBe(sentence);
  });

  it("treats an empty value as not set", () => {
    expect(readEnv({ ...production, PORT: "" }).PORT).toBe(3000);
  });
});
