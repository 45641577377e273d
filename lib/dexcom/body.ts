import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DexcomError } from "./errors";

type Headers = Readonly<Record<string, string>>;

/**
 * The body of a successful answer as text. Plain or gzip only; bytes are counted on the wire and after decoding, so
 * that neither a bomb nor an endless stream of empty gzip members is ever held in memory; UTF-8 is not repaired.
 */
export async function readBody(body: Readable, headers: Headers, bytesMax: number): Promise<string> {
  const encoding = (headers["content-encoding"] ?? "").trim().toLowerCase();
  const refusal = refusalOf(encoding, Number(headers["content-length"] ?? 0), bytesMax);
  if (refusal) {
    discard(body);
    throw refusal;
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  const collect = async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) text += decode(decoder, chunk);
    text += decode(decoder);
  };
  if (encoding === "gzip" || encoding === "x-gzip")
    await pipeline(body, capped(bytesMax), createGunzip(), capped(bytesMax), collect).catch(rethrowGzip);
  else await pipeline(body, capped(bytesMax), collect);
  return text;
}

/** Enough for any error document with a code in it. */
const ERROR_BYTES_MAX = 64 * 1024;

/** The body of a refusal, best effort: the status decides, so whatever cannot be read is an empty string. */
export async function readErrorBody(body: Readable, headers: Headers): Promise<string> {
  if ((headers["content-encoding"] ?? "") !== "") {
    discard(body);
    return "";
  }
  const chunks: Uint8Array[] = [];
  try {
    await pipeline(body, capped(ERROR_BYTES_MAX), async (source: AsyncIterable<Uint8Array>) => {
      for await (const chunk of source) chunks.push(chunk);
    });
    return Buffer.concat(chunks).toString("utf8");
  } catch {
    return "";
  }
}

function refusalOf(encoding: string, contentLength: number, bytesMax: number): DexcomError | null {
  if (!["", "identity", "gzip", "x-gzip"].includes(encoding))
    return new DexcomError("malformed", { detail: "content_encoding" });
  return contentLength > bytesMax ? new DexcomError("too_large", { detail: "content_length" }) : null;
}

function capped(bytesMax: number) {
  return async function* count(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw new DexcomError("too_large", { detail: "bytes" });
      yield chunk;
    }
  };
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new DexcomError("malformed", { detail: "utf8" });
  }
}

function rethrowGzip(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!(error instanceof DexcomError) && code.startsWith("Z_"))
    throw new DexcomError("malformed", { detail: "gzip" });
  throw error;
}

/** Ends the connection instead of draining what nobody wants; its complaint about that is expected. */
function discard(body: Readable): void {
  body.on("error", () => {});
  body.destroy();
}
