import { describe, expect, it } from "vitest";
import { readEnv, SETTING_NAMES } from "@/lib/env";
import { demoEnvironment, readDemoSettings } from "./demo-settings";

const secrets = {
  NEXTAUTH_SECRET: "s".repeat(32),
  ENCRYPTION_KEYS: `local:${Buffer.alloc(32, 1).toString("base64")}`,
  LOOKUP_KEY: Buffer.alloc(32, 2).toString("base64"),
};

const environment = (given: Record<string, string>, mode: "demo" | "dev" = "demo") =>
  demoEnvironment({
    given,
    mode,
    port: 3100,
    simulatorPort: 4110,
    secrets,
    databaseUrl: "postgresql://hindsight_service:x@127.0.0.1:1/hindsight",
  });

describe("the settings of a demo", () => {
  it("are valid, talk to the simulator and use generated secrets", () => {
    const settings = readEnv(environment({}));
    expect(settings).toMatchObject({
      HINDSIGHT_MODE: "demo",
      PORT: 3100,
      NEXTAUTH_URL: "http://localhost:3100",
      DEXCOM_ENVIRONMENT: "simulator",
      DEXCOM_ACCOUNT_URL: "http://127.0.0.1:4110/permissions",
      WORKER: "separate",
      NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
      DEXCOM_DATA_DELAY_MINUTES: 180,
    });
  });

  it("run the worker inside the app while developing", () => {
    expect(readEnv(environment({}, "dev")).WORKER).toBe("in-process");
  });

  it("set every name, so that a production .env beside the project reaches nothing", () => {
    expect(Object.keys(environment({})).toSorted()).toEqual([...SETTING_NAMES].toSorted());
  });

  it("never hand the owner's database address to the app", () => {
    const given = { DATABASE_ADMIN_URL: "postgresql://owner:x@127.0.0.1/hindsight" };
    expect(environment(given)["DATABASE_ADMIN_URL"]).toBe("");
  });

  it("keep what the person set", () => {
    expect(readEnv(environment({ OPERATOR_NAME: "Clinic", DEXCOM_DATA_DELAY_MINUTES: "60" }))).toMatchObject({
      OPERATOR_NAME: "Clinic",
      DEXCOM_DATA_DELAY_MINUTES: 60,
    });
  });
});

describe("readDemoSettings", () => {
  it("needs nothing at all", () => expect(readDemoSettings({}, "demo").PORT).toBe(3000));

  it("names the setting at fault in one sentence", () => {
    expect(() => readDemoSettings({ PORT: "90000" }, "demo")).toThrow(/^PORT .*\.$/);
    expect(() => readDemoSettings({ DATABASE_URL: "mysql://x" }, "demo")).toThrow(/^DATABASE_URL .*\.$/);
  });
});
