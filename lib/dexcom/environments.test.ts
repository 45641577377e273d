import { expect, test } from "vitest";
import { DEXCOM_ENVIRONMENTS } from "@/lib/env";
import { DEXCOM_REGIONS, dexcomUpstream, redirectUri } from "./environments";

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

test("every region says for whom it is, and which ones hold no real people", () => {
  const invented = DEXCOM_ENVIRONMENTS.filter((environment) => !DEXCOM_REGIONS[environment].realPeople);
  expect(invented).toEqual(["simulator", "sandbox"]);
  for (const environment of DEXCOM_ENVIRONMENTS)
    expect(DEXCOM_REGIONS[environment].accounts).toMatch(/^for /);
  expect(DEXCOM_REGIONS.us.accounts).toBe("for accounts in the United States");
});
