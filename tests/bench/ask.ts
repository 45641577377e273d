import { type Agent, type IncomingMessage, request } from "node:http";

export interface Answer {
  readonly firstByteMs: number;
  readonly wholeMs: number;
  readonly bytes: number;
  /** What the answer keeps in a browser, as a `cookie` header sends it back. */
  readonly keptCookies: readonly string[];
}

/** Who asks, and over which connections: a browser keeps some alive. */
export interface Asker {
  readonly cookie: string;
  readonly agent: Agent;
}

/** One request for a page, uncompressed, so that the time is the page's and not gzip's. */
export function ask(address: string, asker: Asker): Promise<Answer> {
  return send(address, { asker, method: "GET", headers: { accept: "text/html" } });
}

/** One change, as the app's own pages send it. */
export function post(address: string, asker: Asker, body: unknown): Promise<Answer> {
  const headers = { origin: new URL(address).origin, "content-type": "application/json" };
  return send(address, { asker, method: "POST", headers, body: JSON.stringify(body) });
}

interface Sent {
  readonly asker: Asker;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(address: string, { asker: { cookie, agent }, method, headers, body }: Sent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const began = performance.now();
  const onAnswer = (response: IncomingMessage) => {
    const { statusCode = 0 } = response;
    let firstByteMs: number | undefined;
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      firstByteMs ??= performance.now() - began;
      bytes += chunk.length;
    });
    response.on("error", reject);
    response.on("end", () => {
      if (statusCode < 200 || statusCode >= 300) reject(new Error(`${address} answered ${statusCode}`));
      const wholeMs = performance.now() - began;
      const keptCookies = (response.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "");
      resolve({ firstByteMs: firstByteMs ?? wholeMs, wholeMs, bytes, keptCookies });
    });
  };
  request(address, { agent, method, headers: { ...headers, cookie } }, onAnswer)
    .on("error", reject)
    .end(body);
  return promise;
}
