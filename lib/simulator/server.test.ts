import { get as httpGet } from "node:http";
import { get as httpsGet } from "node:https";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { CALLBACK, jsonOf, tokensOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { selfSigned } from "@/lib/simulator/self-signed.test-support";
import {
  type SimulatorServer,
  type SimulatorServerOptions,
  startSimulatorServer,
} from "@/lib/simulator/server";
import { createSimulator } from "@/lib/simulator/simulator";

const servers: SimulatorServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: Partial<SimulatorServerOptions> = {}) {
  const simulator = createSimulator({ people: [fakePerson()], clock: fixedClock("2030-03-01T14:07:00Z") });
  const server = await startSimulatorServer({ simulator, port: 0, ...options });
  servers.push(server);
  const token = simulator.control.authorize("User7", "simulator-client", server.origin).accessToken;
  const get = (where: string) =>
    fetch(server.origin + where, { headers: { authorization: `Bearer ${token}` } });
  return { ...server, simulator, token, get };
}

const EGVS = "/v3/users/self/egvs?startDate=2030-01-30T00:00:00&endDate=2030-03-01T00:00:00";
const RANGE = "/v3/users/self/dataRange";

const form = (fields: Record<string, string>) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  redirect: "manual" as const,
});

test("the whole way from the login to the data works over a real port", async () => {
  const { origin } = await start();
  const query = new URLSearchParams({
    client_id: "simulator-client",
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "offline_access",
    state: "s",
  });
  const flowOf = async (response: Response) =>
    /name="flow" value="(\w+)"/.exec(await response.text())?.[1] ?? "";
  const login = await flowOf(await fetch(`${origin}/v3/oauth2/login?${query}`));
  const next = await fetch(`${origin}/sandbox/login`, form({ flow: login, user: "User7" }));
  const consent = await flowOf(await fetch(origin + (next.headers.get("location") ?? "")));
  const back = await fetch(
    `${origin}/sandbox/authorize`,
    form({ flow: consent, signature: "A", decision: "authorize" }),
  );
  const code = new URL(back.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const tokens = await tokensOf(
    await fetch(
      `${origin}/v3/oauth2/token`,
      form({
        client_id: "simulator-client",
        client_secret: "simulator-secret",
        grant_type: "authorization_code",
        code,
        redirect_uri: CALLBACK,
      }),
    ),
  );
  const data = await fetch(origin + EGVS, { headers: { authorization: `Bearer ${tokens.access_token}` } });
  expect(data.headers.get("date")).toBe("Fri, 01 Mar 2030 14:07:00 GMT");
  expect((await jsonOf(data))["records"]).toHaveLength(30 * 288);
});

const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some((one) => one.address === "::1"));

test("both names of localhost answer, and any Host header", async () => {
  const { port } = await start();
  const hosts = hasIpv6 ? ["127.0.0.1", "[::1]", "localhost"] : ["127.0.0.1", "localhost"];
  for (const host of hosts) expect((await fetch(`http://${host}:${port}/`)).status).toBe(200);
  const page = await new Promise<string>((resolve, reject) => {
    httpGet({ port, host: "127.0.0.1", headers: { host: "sandbox-api.dexcom.com" } }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
  expect(page).toContain("http://sandbox-api.dexcom.com/v3/oauth2/login");
});

test("one address is enough when it is asked for", async () => {
  const { origin } = await start({ host: "127.0.0.1" });
  expect((await fetch(origin)).status).toBe(200);
});

test("a taken port is an error that says so, and leaves nothing behind", async () => {
  const { port, simulator } = await start();
  await expect(startSimulatorServer({ simulator, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("a truncated body and a reset connection break the socket", async () => {
  const { simulator, get } = await start();
  const truncated = simulator.control.addFault({ kind: "truncatedBody" });
  const response = await get(EGVS);
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(1_000_000);
  await expect(response.text()).rejects.toThrow("terminated");
  simulator.control.removeFault(truncated.id);
  simulator.control.addFault({ kind: "connectionReset", count: 1 });
  await expect(get(RANGE)).rejects.toThrow("fetch failed");
  expect((await get(RANGE)).status).toBe(200);
});

test("a client that leaves a huge body stops it from being made", async () => {
  const { simulator, get } = await start();
  simulator.control.addFault({ kind: "hugeBody", bytes: 4_000_000_000 });
  const response = await get(EGVS);
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.byteLength).toBeGreaterThan(0);
  await reader?.cancel();
  simulator.control.clearFaults();
  expect((await get(RANGE)).status).toBe(200);
});

test("a gzip bomb and a brotli body arrive as what they are", async () => {
  const { simulator, get } = await start();
  simulator.control.addFault({ kind: "gzipBomb", bytes: 4 * 1_048_576, count: 1 });
  expect((await (await get(RANGE)).text()).length).toBe(4 * 1_048_576 + 2);
  simulator.control.addFault({ kind: "brotli", count: 1 });
  expect((await (await get(RANGE)).text()).length).toBeGreaterThan(100);
});

test("a request body of more than a mebibyte is refused", async () => {
  const { origin } = await start();
  const answer = await fetch(`${origin}/v3/oauth2/token`, {
    method: "POST",
    body: "x".repeat(1_100_000),
  }).then(
    (response) => response.status,
    () => "cut",
  );
  expect([413, "cut"]).toContain(answer);
});

test("closing cuts what is still being answered", async () => {
  const server = await start();
  const { simulator, get } = server;
  simulator.control.addFault({ kind: "slow", beforeMs: 60_000 });
  const hanging = get(RANGE).catch(() => "cut");
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server.close();
  expect(await hanging).toBe("cut");
});

test("nonsense on the wire does not stop the server", async () => {
  const { port, origin } = await start();
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("GET http:// HTTP/1.1\r\nHost: [\r\n\r\n"));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
    socket.resume();
  });
  expect((await fetch(origin)).status).toBe(200);
});

test("with a key and a certificate it speaks TLS", async () => {
  const tls = selfSigned(Date.now());
  const { origin, port } = await start({ tls });
  expect(origin).toBe(`https://127.0.0.1:${port}`);
  const page = await new Promise<string>((resolve, reject) => {
    httpsGet({ host: "localhost", port, ca: tls.cert, path: "/" }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
  expect(page).toContain(`https://localhost:${port}/v3/oauth2/login`);
});
