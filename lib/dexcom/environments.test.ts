import { expect, test } from "vitest";
import { DEXCOM_ENVIRONMENTS } from "@/lib/env";
import { dexcomUpstream, redirectUri } from "./environments";

const SIMULATOR = "http://127.0.0.1:4010/";

test("every environment has the host that Dexcom documents", () => {
  const origins = DEXCOM_ENVIRONMENTS.map(
    (environment) => dexcomUpstream({ environment, simulatorOrigin: SIMULATOR }).origin,
  );
  expect(origins).toEqual([
    "http://127.0.0.1:4010",
    "https://sandbox-api.dexcom.com",
    "https://api.dexcom.com",
    "https://api.dexcom.eu",
    "https://api.dexcom.jp",
  ]);
});

test("only the simulator's address can be configured: nothing else leads a real environment elsewhere", () => {
  for (const environment of ["sandbox", "us", "eu", "jp"] as const)
    expect(dexcomUpstream({ environment, simulatorOrigin: "http://evil.example" }).origin).toMatch(
      /^https:\/\/[a-z-]+\.dexcom\.(com|eu|jp)$/,
    );
});

test("sign-in uses version 3 unless it is told otherwise", () => {
  expect(dexcomUpstream({ environment: "us", simulatorOrigin: SIMULATOR }).oauthVersion).toBe("v3");
  expect(
    dexcomUpstream({ environment: "us", simulatorOrigin: SIMULATOR, oauthVersion: "v2" }).oauthVersion,
  ).toBe("v2");
});

test("each environment has a way back of its own, so that a code cannot be redeemed at the wrong one", () => {
  const paths = DEXCOM_ENVIRONMENTS.map((environment) =>
    redirectUri("https://hindsight.example", environment),
  );
  expect(new Set(paths).size).toBe(DEXCOM_ENVIRONMENTS.length);
  expect(paths[2]).toBe("https://hindsight.example/api/connect/callback/us");
});
