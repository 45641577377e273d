import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { BODY_BYTES_MAX, closeAll, fetchFrom, json, serve } from "./http-server.fixture";

afterEach(closeAll);

describe("a body", () => {
  test.each(["gzip", "x-gzip", "GZIP"])("is decoded from %s", async (encoding) => {
    const origin = await serve((_, response) =>
      json(response, gzipSync('{"a":1}'), { "content-encoding": encoding }),
    );
    expect((await fetchFrom(origin)).body).toBe('{"a":1}');
  });

  test("may be split anywhere, also within a character", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const bytes = Buffer.from('"😀é"');
      let sent = 0;
      const next = () => {
        if (sent === bytes.length) response.end();
        else response.write(bytes.subarray(sent, (sent += 1)), () => setImmediate(next));
      };
      next();
    });
    expect((await fetchFrom(origin)).body).toBe('"😀é"');
  });
});

test.each<[string, Buffer]>([
  ["br", brotliCompressSync('{"a":1}')],
  ["deflate", deflateSync('{"a":1}')],
  ["zstd", Buffer.from("{}")],
  ["gzip, gzip", gzipSync(gzipSync("{}"))],
  ["gzip, br", brotliCompressSync(gzipSync("{}"))],
])("an answer in %s is refused undecoded", async (encoding, body) => {
  const origin = await serve((_, response) => json(response, body, { "content-encoding": encoding }));
  await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "malformed", detail: "content_encoding" });
});

describe("a body that is too large is cut off", () => {
  test("when its length is announced, before a byte is read", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "500000000" });
      response.write("[");
    });
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "too_large", detail: "content_length" });
  });

  test("when it never ends, and the server is hung up on", async () => {
    const hungUp = Promise.withResolvers<number>();
    const origin = await serve((request, response) => {
      let sent = 0;
      const piece = Buffer.alloc(16_384, " ");
      const more = () => {
        if (response.destroyed) return;
        sent += piece.length;
        response.write(piece, more);
      };
      request.on("close", () => hungUp.resolve(sent));
      response.writeHead(200, { "content-type": "application/json" });
      more();
    });
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "too_large", detail: "bytes" });
    expect(await hungUp.promise).toBeLessThan(100 * BODY_BYTES_MAX);
  });

  test("when it is a gzip bomb", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(BODY_BYTES_MAX);
    const origin = await serve((_, response) => json(response, bomb, { "content-encoding": "gzip" }));
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "too_large", detail: "bytes" });
  });

  test("when it is an endless row of empty gzip members", async () => {
    const empty = gzipSync("");
    const members = Buffer.concat(Array.from({ length: 8_000 }, () => empty));
    const origin = await serve((_, response) => json(response, members, { "content-encoding": "gzip" }));
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "too_large" });
  });

  test("but exactly the limit is still read", async () => {
    const body = `"${"x".repeat(BODY_BYTES_MAX - 2)}"`;
    const origin = await serve((_, response) => json(response, body));
    expect((await fetchFrom(origin)).body).toHaveLength(BODY_BYTES_MAX);
  });
});

describe("a body that is broken", () => {
  test("that is half a gzip stream is malformed", async () => {
    const half = gzipSync(JSON.stringify(Array.from({ length: 5_000 }, (_, index) => index))).subarray(
      0,
      5_000,
    );
    const origin = await serve((_, response) => json(response, half, { "content-encoding": "gzip" }));
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "malformed", detail: "gzip" });
  });

  test("that claims to be gzip and is not is malformed", async () => {
    const origin = await serve((_, response) => json(response, "{}", { "content-encoding": "gzip" }));
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "malformed", detail: "gzip" });
  });

  test.each<[string, readonly number[]]>([
    ["a lone continuation byte", [0x22, 0x80, 0x22]],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22]],
    ["half of a character at the end", [0x22, 0xf0, 0x9f]],
    ["Latin-1", [0x22, 0xe4, 0x22]],
    ["a surrogate", [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ])("in invalid UTF-8 (%s) is refused, not repaired", async (_, bytes) => {
    const origin = await serve((_request, response) => json(response, Buffer.from(bytes)));
    await expect(fetchFrom(origin)).rejects.toMatchObject({ code: "malformed", detail: "utf8" });
  });
});

describe("a refusal", () => {
  test("comes back with its body for the code in it", async () => {
    const origin = await serve((_, response) => {
      response.writeHead(429, { "retry-after": "7", "content-type": "application/json" });
      response.end('{"error":"rate_limited"}');
    });
    expect(await fetchFrom(origin)).toMatchObject({
      status: 429,
      headers: { "retry-after": "7" },
      body: '{"error":"rate_limited"}',
    });
  });

  test.each<[string, string | Buffer, Record<string, string>]>([
    ["huge", "x".repeat(200_000), {}],
    ["compressed", gzipSync("{}"), { "content-encoding": "gzip" }],
    ["in brotli", brotliCompressSync("{}"), { "content-encoding": "br" }],
  ])("with a body that is %s is a status and nothing more", async (_, body, headers) => {
    const origin = await serve((_request, response) => {
      response.writeHead(500, headers);
      response.end(body);
    });
    expect(await fetchFrom(origin)).toMatchObject({ status: 500, body: "" });
  });
});
