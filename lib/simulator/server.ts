import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server, Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { jsonResponse } from "@/lib/simulator/responses";
import type { Simulator } from "@/lib/simulator/simulator";

export interface SimulatorServerOptions {
  readonly simulator: Simulator;
  /** 0 takes any free port. */
  readonly port: number;
  /** Without it the server listens on 127.0.0.1 and, where the machine has it, ::1: both names of localhost. */
  readonly host?: string;
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
}

export interface SimulatorServer {
  /** Where to reach it, e.g. `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly port: number;
  /** Cuts what is still being answered. */
  close(): Promise<void>;
}

/** Serves a simulator on a real port. Rejects with the error of `listen`, e.g. code `EADDRINUSE`. */
export async function startSimulatorServer(options: SimulatorServerOptions): Promise<SimulatorServer> {
  const scheme = options.tls ? "https" : "http";
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const listen = async (host: string, port: number) => {
    const server = makeServer(options, scheme);
    server.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    await listening(server, host, port);
    servers.push(server);
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("A TCP server has a port");
    return address.port;
  };
  const close = async () => {
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };

  const host = options.host ?? "127.0.0.1";
  const port = await listen(host, options.port);
  if (options.host === undefined) {
    try {
      await listen("::1", port);
    } catch (error) {
      // A machine without IPv6 is fine; a stranger on the other half of "localhost" is not.
      if (!isMissingAddress(error)) {
        await close();
        throw error;
      }
    }
  }
  return { origin: `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`, port, close };
}

function makeServer({ simulator, tls }: SimulatorServerOptions, scheme: string): Server {
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    void answer(simulator, scheme, request, response);
  };
  return tls ? createTlsServer({ key: tls.key, cert: tls.cert }, onRequest) : createServer(onRequest);
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function isMissingAddress(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT")
  );
}

async function answer(
  simulator: Simulator,
  scheme: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  try {
    const body = await readBody(incoming);
    const response =
      body === null
        ? jsonResponse(413, { message: "The request body is too large" })
        : await simulator.fetch(toRequest(incoming, scheme, body, gone.signal));
    outgoing.writeHead(response.status, [...response.headers].flat());
    if (response.body && incoming.method !== "HEAD") {
      await pipeline(chunksOf(response.body), outgoing);
    } else {
      outgoing.end();
    }
  } catch {
    // A dropped connection, a truncated body, or a client that left: what it sees is a broken socket.
    incoming.socket.destroy();
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    // A client that left: whoever makes the body need not go on.
    await reader.cancel().catch(() => undefined);
  }
}

const REQUEST_BYTES_MAX = 1_048_576;

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > REQUEST_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function toRequest(
  incoming: IncomingMessage,
  scheme: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD" && body.byteLength > 0;
  return new Request(addressOf(incoming, scheme), { method, headers, signal, ...(hasBody ? { body } : {}) });
}

/** Any Host is answered, for clients whose host is fixed; one that is no host at all becomes localhost. */
function addressOf(incoming: IncomingMessage, scheme: string): string {
  const path = incoming.url ?? "/";
  const address = `${scheme}://${incoming.headers.host ?? "localhost"}${path.startsWith("/") ? path : "/"}`;
  return URL.canParse(address) ? address : `${scheme}://localhost${path.startsWith("/") ? path : "/"}`;
}
