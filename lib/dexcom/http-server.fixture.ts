import { once } from "node:events";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createDispatcher, createHttpTransport, HTTP_LIMITS, type HttpLimits } from "./http";
import type { TransportRequest } from "./transport";

/** Real servers on real sockets: what is tested with them is what happens on the wire. */

const closers: (() => unknown)[] = [];

export function onClose(close: () => unknown): void {
  closers.push(close);
}

/** For `afterEach`: ends every server, connection and timer of the test. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

export async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onClose(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

export const serve = (listener: RequestListener) => listen(createServer(listener));

/** A server that answers any request with these raw bytes and hangs up. */
export const serveRaw = (...pieces: readonly (string | Buffer)[]) =>
  listen(
    createTcpServer((socket) => {
      socket.once("data", () => {
        for (const piece of pieces) socket.write(piece);
        socket.end();
      });
    }),
  );

export function json(response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}) {
  response.writeHead(200, { "content-type": "application/json", ...headers });
  response.end(body);
}

export const BODY_BYTES_MAX = 100_000;
export const FAST: HttpLimits = {
  connectMs: 500,
  headersMs: 400,
  idleMs: 800,
  totalMs: 3_000,
  bodyBytesMax: BODY_BYTES_MAX,
};

export function transportTo(origin: string, limits: Partial<HttpLimits> = FAST) {
  const dispatcher = createDispatcher({ ...HTTP_LIMITS, ...limits });
  onClose(() => dispatcher.destroy());
  return createHttpTransport({ allowedOrigins: [origin], limits, dispatcher });
}

export const get = (origin: string, overrides: Partial<TransportRequest> = {}): TransportRequest => ({
  method: "GET",
  url: `${origin}/v3/users/self/egvs`,
  headers: { accept: "application/json" },
  ...overrides,
});

export const fetchFrom = (origin: string, limits?: Partial<HttpLimits>) =>
  transportTo(origin, limits)(get(origin));
