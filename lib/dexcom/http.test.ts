import { createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createHttpTransport, HTTP_LIMITS } from "./http";
import {
  closeAll,
  FAST,
  fetchFrom,
  get,
  json,
  listen,
  onClose,
  serve,
  serveRaw,
  transportTo,
} from "./http-server.fixture";

afterEach(closeAll);

describe("a good answer", () => {
  test("comes back as text, with its status and headers in lower case", async () => {
    const origin = await serve((_, response) => json(response, '{"ä":"€ 😀"}', { "X-Trace": "t" }));
    expect(await fetchFrom(origin)).toMatchObject({
      status: 200,
      headers: { "content-type": "application/json", "x-trace": "t" },
      body: '{"ä":"€ 😀"}',
    });
  });

  test("answers a POST whose body arrived as it was", async () => {
    const origin = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () =>
        json(
          response,
          JSON.stringify({ body: Buffer.concat(chunks).toString(), type: request.headers["content-type"] }),
        ),
      );
    });
    const answer = await transportTo(origin)(
      get(origin, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "a=1&b=%C3%A4",
      }),
    );
    expect(JSON.parse(answer.body)).toEqual({
      body: "a=1&b=%C3%A4",
      type: "application/x-www-form-urlencoded",
    });
  });
});

test("gzip is the only encoding that is ever asked for", async () => {
  const asked: unknown[] = [];
  const origin = await serve((request, response) => {
    asked.push(request.headers["accept-encoding"]);
    json(response, "{}");
  });
  const transport = transportTo(origin);
  await transport(get(origin, { headers: { "accept-encoding": "br" } }));
  expect(asked).toEqual(["gzip"]);
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("%i is handed back, not followed", async (status) => {
    let visits = 0;
    const elsewhere = await serve((_, response) => {
      visits += 1;
      json(response, '{"stolen":true}');
    });
    const origin = await serve((_, response) => {
      response.writeHead(status, { location: `${elsewhere}/v3/users/self/egvs` }).end();
    });
    expect((await fetchFrom(origin)).status).toBe(status);
    expect(visits).toBe(0);
  });

  test("to another path of the same host is not followed either", async () => {
    let visits = 0;
    const origin = await serve((_, response) => {
      visits += 1;
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    expect((await fetchFrom(origin)).status).toBe(302);
    expect(visits).toBe(1);
  });
});

test.each([
  "http://127.0.0.1:1/",
  "https://127.0.0.1:4010/",
  "http://169.254.169.254/latest/meta-data/",
  "http://localhost:4010/",
  "http://user:password@127.0.0.1:4010/",
  "http://127.0.0.1.evil.example:4010/",
  "file:///etc/passwd",
])("%s is not called, because it is not the origin on the list", (url) => {
  const transport = createHttpTransport({ allowedOrigins: ["http://127.0.0.1:4010"] });
  expect(() => transport(get("http://127.0.0.1:4010", { url }))).toThrow(/allow-list/);
});

describe("a slow server does not hold a worker", () => {
  /** The error of a call and how long it took. */
  async function failure(work: Promise<unknown>) {
    const startedAt = performance.now();
    const error = await work.catch((reason: unknown) => reason);
    return { error, ms: performance.now() - startedAt };
  }

  test("when it accepts and says nothing", async () => {
    const origin = await serve(() => {});
    const { error, ms } = await failure(fetchFrom(origin));
    expect(error).toMatchObject({ code: "timeout" });
    expect(ms).toBeLessThan(2_500);
  });

  test("when it sends one byte at a time, each in time", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 20);
      onClose(() => clearInterval(drip));
    });
    const { error, ms } = await failure(fetchFrom(origin, { ...FAST, totalMs: 300 }));
    expect(error).toMatchObject({ code: "timeout", detail: "total" });
    expect(ms).toBeLessThan(1_500);
  });

  test("when it drips its headers", async () => {
    const origin = await listen(
      createTcpServer((socket) => {
        socket.write("HTTP/1.1 200 OK\r\nx-slow: ");
        const drip = setInterval(() => socket.write("a"), 20);
        onClose(() => clearInterval(drip));
      }),
    );
    await expect(fetchFrom(origin, { ...FAST, totalMs: 300 })).rejects.toMatchObject({ code: "timeout" });
  });

  test("when it falls silent in the middle", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write('{"records":[');
    });
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "timeout" });
  });

  test("when the call has less time than the transport", async () => {
    const origin = await serve(() => {});
    const { error, ms } = await failure(transportTo(origin, HTTP_LIMITS)(get(origin, { timeoutMs: 150 })));
    expect(error).toMatchObject({ code: "timeout" });
    expect(ms).toBeLessThan(1_000);
  });

  test("when only its refusal is slow: the status is enough", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(503);
      response.write("<html>");
    });
    expect(await fetchFrom(origin)).toMatchObject({ status: 503, body: "" });
  });
});

describe("a broken answer", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

  test.each<[string, string, readonly string[]]>([
    ["cut off before its announced length", "interrupted", [`${head}content-length: 100\r\n\r\n{"records":`]],
    ["cut off between chunks", "interrupted", [`${head}transfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n`]],
    ["with two lengths", "interrupted", [`${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`]],
    ["without any byte", "interrupted", []],
    ["with chunks of no size", "malformed", [`${head}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`]],
    ["in a language that is not HTTP", "malformed", ["SSH-2.0-OpenSSH_9.6\r\n"]],
    ["with endless headers", "malformed", [`${head}x: ${"y".repeat(40_000)}\r\n\r\n{}`]],
  ])("%s is %s", async (_, code, pieces) => {
    await expect(fetchFrom(await serveRaw(...pieces))).rejects.toMatchObject({ code });
  });

  test("is described without its bytes", async () => {
    const origin = await serveRaw("CANARY glucose 187\r\n\r\n");
    const error: unknown = await fetchFrom(origin).catch((reason: unknown) => reason);
    expect(String(error)).not.toContain("CANARY");
    expect(error).not.toHaveProperty("cause");
  });
});

test("a port on which nobody listens is unreachable: nothing was sent", async () => {
  const origin = await serve(() => {});
  await closeAll();
  await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "unreachable", detail: "ECONNREFUSED" });
});

test("a server that fails once is asked again on a new connection", async () => {
  let calls = 0;
  const origin = await serve((request, response) => {
    calls += 1;
    if (calls === 1) request.socket.destroy();
    else json(response, "{}");
  });
  const transport = transportTo(origin);
  await expect(transport(get(origin))).rejects.toMatchObject({ code: "interrupted" });
  expect((await transport(get(origin))).body).toBe("{}");
  expect(calls).toBe(2);
});
