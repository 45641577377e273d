import { type IncomingHttpHeaders, request } from "node:http";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request exactly as written: no browser, no fetch and no URL parser tidies it up on the way. */
export async function raw(wanted: {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const call = request(
    {
      host: "localhost",
      port: e2eAddresses().port,
      method: wanted.method ?? "GET",
      path: wanted.path,
      headers: {
        ...wanted.headers,
        connection: "close",
        // Node sends the body of a DELETE without saying how long it is.
        ...(wanted.body === undefined ? {} : { "content-length": String(Buffer.byteLength(wanted.body)) }),
      },
      insecureHTTPParser: true,
    },
    (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    },
  );
  call.on("error", reject);
  call.end(wanted.body);
  return promise;
}
