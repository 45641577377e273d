import { expect, test } from "vitest";
import { fixedClock, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { appOf, jsonOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator, type SimulatorOptions } from "@/lib/simulator/simulator";

const RANGE = "/v3/users/self/dataRange";

async function start(options: Partial<SimulatorOptions> = {}) {
  const clock = fixedClock("2030-03-01T14:07:00Z");
  const simulator = createSimulator({ people: [fakePerson()], clock, ...options });
  const app = appOf(simulator);
  return { app, clock, control: simulator.control, token: (await app.signIn("User7")).access_token };
}

test("a missing, malformed or unknown access token is a 401 with the gateway's fault body", async () => {
  const { app } = await start();
  const missing = await app.send(RANGE);
  expect(missing.status).toBe(401);
  expect(await jsonOf(missing)).toEqual({
    fault: { faultstring: "Invalid access token", detail: { errorcode: "oauth.v2.InvalidAccessToken" } },
  });
  const unknown = await app.get("nobody", RANGE);
  expect(unknown.status).toBe(401);
  expect(await jsonOf(unknown)).toEqual({
    fault: {
      faultstring: "Invalid Access Token",
      detail: { errorcode: "keymanagement.service.invalid_access_token" },
    },
  });
  expect((await app.send(RANGE, { headers: { authorization: "Basic abc" } })).status).toBe(401);
});

test("unknown paths are a 404, among them v2 alerts, v3 statistics and trailing slashes", async () => {
  const { app, token } = await start();
  for (const path of [
    "/v3/users/self/alarms",
    "/v2/users/self/alerts",
    "/v3/users/self/statistics",
    "/v3/users/self/egvs/",
    "/v1/users/self/egvs",
    "/v3/users/self/token",
    "/v3/oauth2/egvs",
    "/v3/users/other/egvs",
  ]) {
    const response = await app.get(token, path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await jsonOf(response)).toHaveProperty("fault.faultstring");
  }
});

test("another method than the documented one is a 405 that names the right one", async () => {
  const { app } = await start();
  const response = await app.send("/v3/users/self/egvs", { method: "POST" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
});

test("calls over the hour's limit are a 429 until older calls are an hour old; each client has its own", async () => {
  const { app, token, clock, control } = await start({ callsPerHourMax: 3 });
  control.addClient({ id: "other", secret: "s" });
  const other = control.authorize("User7", "other", "http://x").accessToken;
  const call = async (accessToken = token) => (await app.get(accessToken, RANGE)).status;
  expect([await call(), await call(), await call(), await call()]).toEqual([200, 200, 200, 429]);
  expect(await call(other)).toBe(200);
  clock.set(clock.now() + 59 * MINUTE_MS);
  expect(await call()).toBe(429);
  clock.set(clock.now() + 2 * MINUTE_MS);
  expect(await call()).toBe(200);
  clock.set(clock.now() - HOUR_MS);
  expect(await call()).toBe(200);
});

test("the limit is 60,000 calls by default, and a refused call carries no Retry-After", async () => {
  const { app, token, control } = await start();
  expect(control.settings().callsPerHourMax).toBe(60_000);
  control.changeSettings({ callsPerHourMax: 0 });
  const response = await app.get(token, RANGE);
  expect(response.status).toBe(429);
  expect(response.headers.has("retry-after")).toBe(false);
  expect(await jsonOf(response)).toHaveProperty(
    "fault.detail.errorcode",
    "policies.ratelimit.QuotaViolation",
  );
});

test("answers say how long they are and what time it is at the server", async () => {
  const { app, token } = await start();
  const response = await app.get(token, RANGE);
  expect(response.headers.get("date")).toBe("Fri, 01 Mar 2030 14:07:00 GMT");
  const length = Number(response.headers.get("content-length"));
  expect((await response.bytes()).byteLength).toBe(length);
});

test("two people of one name are refused", () => {
  expect(() => createSimulator({ people: [fakePerson(), fakePerson()] })).toThrow(
    "Two people are called User7",
  );
});
